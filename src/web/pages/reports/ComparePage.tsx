import type { ComponentChildren } from 'preact'
import { OTHER } from '../../../domain/anonymity/classes'
import { AUDIENCES } from '../../../domain/contact'
import { MOST_COMPARED } from '../../../domain/report/compared'
import type { EventReport } from '../../../use-cases/readReport'
import { Hatches } from '../../charts/Hatches'
import { Empty } from '../../components/Empty'
import { Layout } from '../../components/Layout'
import { numbersIn } from '../../numbers'
import type { Words } from '../../words'
import { askedWords, type EventsAsked, queryOf } from './asked'
import { ChooseFields } from './ChooseFields'
import { Multiples } from './Multiples'
import { type Speaking, shortDay } from './reading'

export interface ComparePageProps extends Speaking {
  asked: EventsAsked
  /** Every kind of event there is. */
  series: readonly { id: string; name: string }[]
  /** Oldest first. */
  reports: readonly EventReport[]
  /** Others of the same series that could be added. */
  others: readonly { id: string; name: string; start: string }[]
  /** Labels of groups that at least one of the events is told apart by. */
  groups: readonly string[]
  group: string | undefined
  /** Events of the choice that are over, compared or not. */
  over: number
  /** Somebody ticked these events; else they are the newest of the choice. */
  isTicked: boolean
}

/** One row per question, one column per event, one scale; n under each (ux 3.18). */
export function ComparePage(props: ComparePageProps) {
  const { reports, words, asked, series, group, over, isTicked } = props
  return (
    <Layout
      words={words}
      title={words.say('reports:compare.title')}
      path="/reports/compare"
      sheets={['charts', 'reports']}
    >
      <Hatches />
      <p class="back">
        <a href="/reports">{words.say('reports:title')}</a>
      </p>
      <h1>{words.say('reports:compare.title')}</h1>
      {isTicked ? null : <p class="sentence">{askedWords(asked, series, words)}</p>}
      {group === undefined ? null : (
        <p class="notice">{words.say('reports:compare.only', { group: groupWords(group, words) })}</p>
      )}
      <Choose {...props} />
      <Groups {...props} />
      {reports.length < 2 ? (
        <section class="sheet">
          <Empty>{words.say('reports:compare.choose')}</Empty>
        </section>
      ) : (
        <>
          {!isTicked && over > reports.length ? (
            <p class="soft">{words.say('reports:compare.newest', { count: MOST_COMPARED, over })}</p>
          ) : null}
          <Multiples {...props} />
        </>
      )}
      <Others {...props} />
    </Layout>
  )
}

/** `ar+so+other` in words: the label of a group names who is in it, never how many. */
function groupWords(label: string, words: Words): string {
  const names = label.split('+').map(one => {
    if (one === OTHER) return words.say('reports:compare.rest')
    return AUDIENCES.some(audience => audience === one)
      ? words.say(`audience.${one}`)
      : words.languageName(one)
  })
  return numbersIn(words.language).names(names)
}

/** Of which kind and which months; the newest of those stand side by side. */
function Choose({ asked, series, words }: ComparePageProps) {
  return (
    <form
      method="get"
      action="/reports/compare"
      class="sheet choose"
      aria-label={words.say('reports:choose.title')}
    >
      <div class="fields">
        <ChooseFields asked={asked} series={series} words={words} />
        <button type="submit">{words.say('reports:choose.show')}</button>
      </div>
    </form>
  )
}

/** For whom: only groups that were fixed before anybody was asked; where there are none, why not. */
function Groups({ groups, group, reports, words, ...props }: ComparePageProps) {
  const title = words.say('reports:choose.audience')
  if (groups.length === 0)
    return reports.length > 0 ? <p class="soft">{words.say('reports:compare.no_groups')}</p> : null
  const path = (one?: string) => pathWith({ ...props, group: one }, idsOf(reports))
  return (
    <Chips title={title}>
      {[undefined, ...groups].map(one => (
        <li key={one}>
          <a class="chip" href={path(one)} aria-current={one === group ? 'true' : undefined}>
            {one === undefined ? words.say('reports:choose.everybody') : groupWords(one, words)}
          </a>
        </li>
      ))}
    </Chips>
  )
}

const idsOf = (reports: readonly EventReport[]) => reports.map(({ event }) => event.id)

const pathWith = ({ asked, group }: Pick<ComparePageProps, 'asked' | 'group'>, ids: readonly string[]) =>
  `/reports/compare?${queryOf({ ...asked, group, events: ids.join(',') })}`

/** Ways to add another event of the same kind, six at most, or to leave one out. */
function Others({ reports, others, words, ...props }: ComparePageProps) {
  const chosen = idsOf(reports)
  const isFull = chosen.length >= MOST_COMPARED
  return (
    <>
      {others.length > 0 && !isFull ? (
        <Chips title={words.say('reports:compare.add')}>
          {others.map(({ id, name, start }) => (
            <li key={id}>
              <a class="chip" href={pathWith(props, [...chosen, id])}>
                <bdi>{name}</bdi>, {shortDay(start, words)}
              </a>
            </li>
          ))}
        </Chips>
      ) : null}
      {chosen.length > 2 ? (
        <Chips title={words.say('reports:compare.leave_out')}>
          {reports.map(({ event }) => (
            <li key={event.id}>
              <a
                class="chip"
                href={pathWith(
                  props,
                  chosen.filter(id => id !== event.id),
                )}
              >
                <bdi>{event.name}</bdi>, {shortDay(event.start, words)}
              </a>
            </li>
          ))}
        </Chips>
      ) : null}
    </>
  )
}

const Chips = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <nav class="sheet others" aria-label={title}>
    <h2>{title}</h2>
    <ul class="chips">{children}</ul>
  </nav>
)
