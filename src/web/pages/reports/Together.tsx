import { reach, type Target } from '../../../domain/report/reach'
import { RowBar } from '../../charts/RowBar'
import { numbersIn } from '../../numbers'
import { Question } from './Question'
import { askedQuestions } from './questions'
import type { ReportsPageProps } from './ReportsPage'
import { instrumentWord } from './reading'

/** All chosen events as one: how many people, how far they came, and what they thought. */
export function Together(props: ReportsPageProps) {
  const { reading, words, figures, target } = props
  const { over, instruments, asked } = reading
  const [invited] = over.counts
  const stages = ['invited', 'yes', 'came', 'answered'] as const
  return (
    <>
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
            {stages.map((stage, index) => (
              <tr key={stage}>
                <th scope="row">{words.say(`reports:over.${stage}`)}</th>
                <td class="bar-cell">
                  <RowBar
                    value={{ lo: over.counts[index]!, hi: over.counts[index]! }}
                    of={invited}
                    step={(index + 1) as 1 | 2 | 3 | 4}
                    direction={words.direction}
                  />
                </td>
                <td class="number">
                  {index === 0
                    ? figures.count(invited)
                    : figures.ofBase(over.counts[index]!, over.counts[index - 1]!)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="soft">{words.say('reports:over.note')}</p>
      </section>
      {asked.audience === undefined || asked.audience === 'participant'
        ? instruments.map(({ instrument, way, dialog, questions }) => (
            <section
              key={`${instrument}.${way}`}
              class="sheet thoughts"
              aria-labelledby={`${instrument}-${way}`}
            >
              <h2 id={`${instrument}-${way}`}>{instrumentWord(instrument, words)}</h2>
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
          ))
        : null}
    </>
  )
}

function reachWords({ words }: ReportsPageProps, people: number, target: Target): string {
  const { percent, count } = numbersIn(words.language)
  const share = reach(people, target)
  if (share === null) return ''
  const shares = typeof share === 'number' ? [share] : share
  return words.say('reports:over.reach', {
    share: shares.map(percent).join(' – '),
    target: (typeof target === 'number' ? [target] : target).map(count).join(' – '),
  })
}
