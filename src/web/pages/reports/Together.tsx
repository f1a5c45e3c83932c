import type { KindCount, OverEvents } from '../../../domain/report/overEvents'
import { reach, type Target } from '../../../domain/report/reach'
import type { ReportsReading } from '../../../use-cases/readReports'
import { RowBar } from '../../charts/RowBar'
import { numbersIn } from '../../numbers'
import type { Words } from '../../words'
import { Question } from './Question'
import { askedQuestions } from './questions'
import type { ReportsPageProps } from './ReportsPage'
import { instrumentWord, type Speaking } from './reading'

/** All chosen events as one: how many people, how far they came, and what they thought. */
export const Together = (props: ReportsPageProps) => (
  <>
    <Reached {...props} over={props.reading.over} />
    <Kinds {...props} over={props.reading.over} />
    <Opinions {...props} />
  </>
)

interface Counted extends Pick<Speaking, 'words' | 'figures'> {
  over: OverEvents
  target?: Target | undefined
}

/** How many people came, of how many one means to reach, and how far they came. */
export function Reached(props: Counted) {
  const { over, words, figures, target } = props
  const [invited, yes, came, answered] = over.counts
  // Who did not say yes may come all the same: both are a part of who was invited.
  const stages = [
    { stage: 'invited', people: invited, of: undefined, step: 1 },
    { stage: 'yes', people: yes, of: invited, step: 2 },
    { stage: 'came', people: came, of: invited, step: 3 },
    { stage: 'answered', people: answered, of: came, step: 4 },
  ] as const
  return (
    <section class="sheet" aria-labelledby="together">
      <h2 id="together">{words.say('reports:over.title', { count: over.events })}</h2>
      <p class="sentence">
        {words.say('reports:over.people', {
          people: figures.count(over.people),
          times: figures.count(over.participations),
        })}
        {target === undefined ? '' : ` ${reachWords(props, over.people, target)}`}
      </p>
      <table class="answers">
        <caption>{words.say('reports:over.funnel')}</caption>
        <tbody>
          {stages.map(({ stage, people, of, step }) => (
            <tr key={stage}>
              <th scope="row">{words.say(`reports:over.${stage}`)}</th>
              <td class="bar-cell">
                <RowBar
                  value={{ lo: people, hi: people }}
                  of={invited}
                  step={step}
                  direction={words.direction}
                />
              </td>
              <td class="number">{of === undefined ? figures.count(people) : figures.ofBase(people, of)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="soft">{words.say('reports:over.note')}</p>
    </section>
  )
}

/** People and how often they came, by kind of event; whoever came to two kinds is one person of each. */
export function Kinds({ over, words, figures }: Counted) {
  const { kinds, people, participations } = over
  if (kinds.length < 2) return null
  const row = (name: string, of: { people: number; participations: number }) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td class="number">{figures.count(of.people)}</td>
      <td class="number">{figures.count(of.participations)}</td>
    </tr>
  )
  return (
    <section class="sheet" aria-labelledby="kinds">
      <h2 id="kinds">{words.say('reports:kinds.title')}</h2>
      <table class="answers">
        <thead>
          <tr>
            <th scope="col">{words.say('reports:kinds.kind')}</th>
            <th scope="col" class="number">
              {words.say('reports:kinds.people')}
            </th>
            <th scope="col" class="number">
              {words.say('reports:kinds.times')}
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(kind => row(kindWord(kind, words), kind))}
          {row(words.say('reports:kinds.all'), { people, participations })}
        </tbody>
      </table>
      <p class="soft">{words.say('reports:kinds.note')}</p>
    </section>
  )
}

/** Only participants are asked without a name. */
export const opinionsIn = ({ instruments, asked }: ReportsReading): ReportsReading['instruments'] =>
  asked.audience === undefined || asked.audience === 'participant' ? instruments : []

export const kindWord = ({ kinds }: KindCount, words: Words): string =>
  words.list(kinds.map(id => words.sayOr(`campaigns:kind.${id}`, 'reports:kinds.other')))

/** What people thought over all of it. */
export function Opinions(props: ReportsPageProps) {
  return (
    <>
      {opinionsIn(props.reading).map(({ instrument, way, dialog, questions }) => (
        <section key={`${instrument}.${way}`} class="sheet thoughts" aria-labelledby={`${instrument}-${way}`}>
          <h2 id={`${instrument}-${way}`}>{instrumentWord(instrument, props.words)}</h2>
          <div class="questions">
            {askedQuestions(dialog, questions, props).map(question => (
              <Question
                key={question.id}
                {...props}
                dialog={dialog}
                question={question}
                id={`${instrument}-${way}-${question.id}`}
              />
            ))}
          </div>
        </section>
      ))}
    </>
  )
}

function reachWords({ words }: Pick<Speaking, 'words'>, people: number, target: Target): string {
  const { percent, count } = numbersIn(words.language)
  const share = reach(people, target)
  if (share === null) return ''
  const shares = typeof share === 'number' ? [share] : share
  return words.say('reports:over.reach', {
    share: shares.map(one => percent(one)).join(' – '),
    target: (typeof target === 'number' ? [target] : target).map(count).join(' – '),
  })
}
