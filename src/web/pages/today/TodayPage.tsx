import type { Campaign } from '../../../domain/campaign'
import type { PersonalTask, TodayReading } from '../../../use-cases/readToday'
import { Empty } from '../../components/Empty'
import { Layout } from '../../components/Layout'
import { Live } from '../../components/Live'
import type { Words } from '../../words'
import { pathOf } from '../change/ChangePage'
import type { Told } from '../tasks/deeds'
import { TaskStrip } from '../tasks/TaskStrip'
import { Coming } from './Coming'
import { LeavesToday } from './LeavesToday'
import { Letters } from './Letters'
import { Troubles } from './Troubles'
import { WaitingPeople } from './WaitingPeople'

export interface TodayProps {
  reading: TodayReading
  words: Words
  told?: Told | undefined
  directionOf: (language: string) => 'ltr' | 'rtl'
  /** The kind of task of which every row is shown. */
  all?: PersonalTask | undefined
}

/** In the order in which people wait: who asked for us before whom we want to ask. */
export const BLOCKS: readonly PersonalTask[] = ['handover', 'call', 'talk', 'look']

/** What must be done now, first; what leaves by itself, beside it. */
export function TodayPage({ reading, words, told, all, directionOf }: TodayProps) {
  const { now, waiting, isNew } = reading
  return (
    <Layout words={words} title={words.say('nav.today')} path="/today" sheets={['today', 'tasks', 'inbox']}>
      <header class="head">
        <p class="soft">
          {words.longDay(now)} · {words.hour(now)}
        </p>
        <h1>{stateOf(reading, words)}</h1>
      </header>
      <TaskStrip told={told} words={words} action="/today" />
      {isNew ? <FirstTime words={words} draft={reading.draft} /> : null}
      <Live id="now" path={all ? `/today?all=${all}` : '/today'} seconds={30}>
        <div class="today">
          <div>
            {BLOCKS.map(kind =>
              waiting[kind].length > 0 ? (
                <WaitingPeople
                  key={kind}
                  kind={kind}
                  reading={reading}
                  words={words}
                  all={all === kind}
                  directionOf={directionOf}
                />
              ) : null,
            )}
            {reading.letters.length > 0 ? <Letters reading={reading} words={words} /> : null}
            {reading.people + reading.letters.length === 0 && !isNew ? (
              <section class="sheet">
                <Empty>{words.say('today:nothing_to_do')}</Empty>
              </section>
            ) : null}
          </div>
          <div>
            <Troubles reading={reading} words={words} />
            <Coming reading={reading} words={words} />
            {isNew ? null : <LeavesToday reading={reading} words={words} />}
            <p>
              <a href="/contacts/cases">{words.say('cases:from_today')}</a>
            </p>
            <p class="soft">
              {words.say('updated', { hour: words.hour(now) })} · <a href="/today">{words.say('refresh')}</a>
            </p>
          </div>
        </div>
      </Live>
    </Layout>
  )
}

function stateOf({ people, leaving, tomorrow, isNew }: TodayReading, words: Words): string {
  const name = words.reader?.name ?? ''
  if (people > 0) return words.say('today:people_wait', { count: people, name })
  if (isNew) return words.say('today:welcome', { name })
  const count = leaving.filter(({ at }) => at < tomorrow).reduce((sum, one) => sum + one.people, 0)
  return count === 0 ? words.say('today:quiet') : words.say('today:nobody_waits', { count })
}

function FirstTime({ words, draft }: { words: Words; draft: Campaign | undefined }) {
  const { say } = words
  return (
    <section class="sheet first-time">
      <Empty>{say('today:first')}</Empty>
      <p class="actions">
        {draft ? (
          <a class="button first" href={`${pathOf(draft)}/edit`}>
            {say('today:go_on', { event: `\u2068${draft.event.name}\u2069` })}
          </a>
        ) : (
          <a class="button first" href="/campaigns/new">
            {say('campaigns:plan_first')}
          </a>
        )}
        <a class="button" href="/contacts/import">
          {say('contacts:import')}
        </a>
      </p>
    </section>
  )
}
