import { isGraded } from '../../../domain/anonymity/shape'
import type { EvaluationReport } from '../../../use-cases/readEvaluations'
import { askedQuestions, joinedHigh } from './questions'
import type { Reading } from './reading'

/** Three sentences: who came, what most said, what scored lowest. */
export function InShort(reading: Reading) {
  const { report, words } = reading
  const { attendance, isOver } = report
  const { invited, came, said } = attendance
  const numbers = { came, invited, yes: said.yes.people }
  return (
    <section class="sheet in-short" aria-labelledby="in-short">
      <h2 id="in-short">{words.say('reports:in_short.title')}</h2>
      {report.gathers ? (
        <p class="sentence">
          {words.say(isOver ? 'reports:in_short.came' : 'reports:in_short.to_come', numbers)}
          {isOver && !attendance.isMarked ? ` ${words.say('reports:in_short.not_marked')}` : ''}
        </p>
      ) : null}
      {report.evaluations.map(evaluation => (
        <Answered key={`${evaluation.instrument}.${evaluation.way}`} {...reading} evaluation={evaluation} />
      ))}
    </section>
  )
}

function Answered({ evaluation, ...reading }: Reading & { evaluation: EvaluationReport }) {
  const { words, figures } = reading
  const { asked } = evaluation
  const scored = scoredQuestions(reading, evaluation)
  const [best] = scored
  const lowest = scored.toSorted((a, b) => a.middle - b.middle)[0]
  if (asked?.invited === 0 && !best) return null
  return (
    <>
      {asked ? (
        <p class="sentence">
          {words.say('reports:in_short.answered', { of: figures.ofBase(asked.answered, asked.invited) })}
        </p>
      ) : null}
      {best ? (
        <p class="sentence">
          {words.say('reports:in_short.most', {
            question: best.asks,
            of: figures.both(best.high, best.n),
            answer: best.highWord,
          })}
        </p>
      ) : null}
      {lowest && lowest !== best ? (
        <p class="sentence">
          {words.say('reports:in_short.lowest', {
            question: lowest.asks,
            of: figures.both(lowest.high, lowest.n),
            answer: lowest.highWord,
          })}
        </p>
      ) : null}
    </>
  )
}

/** Questions with faces or steps about which something may be said, in the order asked. */
function scoredQuestions(reading: Reading, { dialog, questions }: EvaluationReport) {
  return askedQuestions(dialog, questions, reading).flatMap(({ asks, lines, isMulti }) => {
    const { report } = lines[0]!
    const { n, high, cells } = report.figures
    if (isMulti || !isGraded(report.shape) || !high || cells.length === 0) return []
    const middle = (high.lo + high.hi) / (2 * n)
    return [{ asks, n, high, middle, highWord: joinedHigh(dialog, report, reading, reading.words) }]
  })
}
