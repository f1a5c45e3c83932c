import type { StepFunnel } from '../../../domain/report/eventReport'
import { funnelStages, type MessageFunnel } from '../../../domain/report/messageFunnel'
import { RowBar } from '../../charts/RowBar'
import { Empty } from '../../components/Empty'
import { numbersIn } from '../../numbers'
import { lowerFirst } from '../../words'
import { type FilterLink, type FunnelFilter, filterLinks } from './filters'
import { type Reading, reportPath } from './reading'

/** From planned to answered, step by step, for everybody or for one language or channel. */
export function Funnel({ filter, ...reading }: Reading & { filter: FunnelFilter }) {
  const { report, words, onPaper } = reading
  const { group, members } = filter
  const steps = report.steps.filter(
    ({ audience }) => filter.audience === undefined || audience === filter.audience,
  )
  return (
    <section class="sheet" aria-labelledby="funnel">
      <h2 id="funnel">{words.say('reports:funnel.title')}</h2>
      {onPaper ? null : <Filters {...reading} filter={filter} />}
      {members.length > 1 ? (
        <p class="notice">
          {words.say('reports:filter.together', {
            names: groupName(group!, members, words),
          })}
        </p>
      ) : null}
      {steps.length === 0 ? <Empty>{words.say('reports:funnel.none')}</Empty> : null}
      <div class="funnels">
        {steps.map(step => (
          <StepTable key={step.step} {...reading} step={step} filter={filter} />
        ))}
      </div>
      <p class="soft">{words.say('reports:funnel.note')}</p>
    </section>
  )
}

/** Languages or channels that are shown together. */
export const groupName = (
  group: 'language' | 'channel',
  members: readonly string[],
  words: Reading['words'],
): string =>
  numbersIn(words.language).names(
    members.map(one => (group === 'language' ? words.languageName(one) : words.say(`channel.${one}`))),
  )

function Filters({ report, words, filter }: Reading & { filter: FunnelFilter }) {
  const path = reportPath(report.event.id)
  const labels: Record<FilterLink['by'], (value: string) => string> = {
    all: () => words.say('reports:filter.all'),
    language: value => words.languageName(value),
    channel: value => words.say(`channel.${value}`),
    audience: value => words.say(`audience.${value}`),
  }
  return (
    <nav aria-label={words.say('reports:filter.label')}>
      <ul class="chips">
        {filterLinks(report, filter).map(({ by, value, query, isCurrent }) => (
          <li key={`${by}.${value}`}>
            <a class="chip" href={`${path}${query}#funnel`} aria-current={isCurrent ? 'true' : undefined}>
              {labels[by](value)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function StepTable({ step, filter, words, figures }: Reading & { step: StepFunnel; filter: FunnelFilter }) {
  const { group, members } = filter
  const own = group ? step[group] : null
  const funnel = group
    ? own?.find(one => one.members.some(member => members.includes(member)))?.funnel
    : step.all
  const name = words.sayOr(`step.${step.step}`, 'step.unknown')
  if (!funnel)
    return (
      <div class="funnel">
        <h3>{name}</h3>
        <p class="soft">{words.say(own ? 'reports:funnel.nobody' : 'reports:funnel.only_whole')}</p>
      </div>
    )
  return (
    <table class="funnel">
      <caption>{name}</caption>
      <thead class="hidden">
        <tr>
          <th scope="col">{words.say('reports:funnel.stage')}</th>
          <td />
          <th scope="col">{words.say('reports:people')}</th>
        </tr>
      </thead>
      <tbody>
        {stagesOf(funnel).map(({ stage, people, base, shade }) => (
          <tr key={stage}>
            <th scope="row">{lowerFirst(words.say(`stage.${stage}`))}</th>
            <td class="bar-cell">
              <RowBar
                value={{ lo: people, hi: people }}
                of={funnel.planned}
                step={shade}
                direction={words.direction}
              />
            </td>
            <td class="number">{base === null ? figures.count(people) : figures.ofBase(people, base)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const SHADE = { sent: 1, delivered: 2, read: 3, answered: 4 } as const

/** Planned, and each stage after it with what it is a part of. */
const stagesOf = (funnel: MessageFunnel) => [
  { stage: 'planned', people: funnel.planned, base: null, shade: 1 as const },
  ...funnelStages(funnel).map(one => ({ ...one, shade: SHADE[one.stage] })),
]
