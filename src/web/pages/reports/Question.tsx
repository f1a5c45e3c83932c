import type { AnswerRange } from '../../../domain/report/questionFigures'
import { Figure } from '../../charts/Figure'
import { RowBar } from '../../charts/RowBar'
import { StackedBar } from '../../charts/StackedBar'
import { Hidden } from './Hidden'
import { keysOf, Legend } from './Legend'
import { type AskedQuestion, answerWord, joinedHigh, joinedWord, partsOf } from './questions'
import type { Speaking } from './reading'

type Asked = Speaking & { dialog: string; question: AskedQuestion; id: string }

/** One question: what most said, the picture, and the same as a table. */
export function Question(props: Asked) {
  const { question } = props
  if (question.isMulti) return <Options {...props} />
  const { shape, figures } = question.lines[0]!.report
  if (figures.cells.length === 0) return <Nothing {...props} />
  return shape.kind === 'scale' ? <Scale {...props} /> : <Choices {...props} />
}

/** Nothing may be said: a sentence, and no picture. */
function Nothing({ question, words, figures, policy, id }: Asked) {
  const { n } = question.lines[0]!.report.figures
  return (
    <div class="chart" id={id}>
      <h3>{question.asks}</h3>
      <p class="finding">
        <Hidden words={words} />{' '}
        {n > 0
          ? words.say('reports:number_only', { n: figures.count(n) })
          : words.say('reports:too_few', { k: policy.k })}
      </p>
    </div>
  )
}

function Scale(props: Asked) {
  const { dialog, question, id, words, figures: say, onPaper } = props
  const { report } = question.lines[0]!
  const { figures, shape } = report
  const high = words.say('reports:said', {
    of: say.both(figures.high!, figures.n),
    answer: joinedHigh(dialog, report, props, words),
  })
  const answer = (place: number) => answerWord(dialog, report, place, props, words)
  const parts = partsOf(report, cell => say.count(cell.lo), answer)
  const described = figures.cells.map(
    cell => `${joinedWord(cell, shape, answer, words)}: ${say.bounds(cell, figures.n)}`,
  )
  const table = <ScaleAnswers {...props} />
  if (onPaper)
    return (
      <div class="chart" id={id}>
        <h3>{question.asks}</h3>
        {table}
      </div>
    )
  return (
    <Figure
      id={id}
      title={question.asks}
      finding={[high, say.mean(figures)].filter(Boolean).join(' ')}
      picture={
        <>
          <StackedBar
            id={id}
            title={words.say('reports:picture', { question: question.asks, n: say.count(figures.n) })}
            description={described.join(', ')}
            parts={parts}
            direction={words.direction}
          />
          <Legend keys={keysOf(dialog, report, props)} />
        </>
      }
      table={table}
      asTable={words.say('reports:as_table')}
    />
  )
}

/** What the picture of an order of answers shows, as a table. */
export function ScaleAnswers(props: Omit<Asked, 'id'>) {
  const { dialog, question, words } = props
  const { report } = question.lines[0]!
  const word = (cell: AnswerRange) =>
    joinedWord(cell, report.shape, place => answerWord(dialog, report, place, props, words), words)
  return <Answers {...props} rows={report.figures.cells.map(cell => [word(cell), cell] as const)} />
}

/** Answers without an order: one bar each. */
function Choices(props: Asked) {
  const { dialog, question, id, words } = props
  const { report } = question.lines[0]!
  const { figures, shape } = report
  const rows = figures.cells.map(
    cell =>
      [
        joinedWord(cell, shape, place => answerWord(dialog, report, place, props, words), words),
        cell,
      ] as const,
  )
  return (
    <div class="chart options" id={id}>
      <Answers {...props} rows={rows} bars />
    </div>
  )
}

/** Several answers at once: each option is a yes of its own, the most chosen first. */
function Options(props: Asked) {
  const { question, id, words, policy } = props
  const lines = question.lines.map(({ label, report: line }) => ({ label, figures: line.figures }))
  const { n } = lines[0]!.figures
  if (n === 0)
    return (
      <div class="chart" id={id}>
        <h3>{question.asks}</h3>
        <p class="finding">
          <Hidden words={words} /> {words.say('reports:too_few', { k: policy.k })}
        </p>
      </div>
    )
  const rows = lines
    .toSorted((a, b) => b.figures.high!.lo + b.figures.high!.hi - a.figures.high!.lo - a.figures.high!.hi)
    .map(({ label, figures }): [string, AnswerRange] => [label, { answers: [1], ...figures.high! }])
  return (
    <div class="chart options" id={id}>
      <Answers {...props} rows={rows} bars />
    </div>
  )
}

/** Answer, people, share; with `bars` it is the picture as well. */
function Answers({
  question,
  words,
  figures: say,
  rows,
  bars = false,
}: Omit<Asked, 'id'> & { rows: readonly (readonly [string, AnswerRange])[]; bars?: boolean }) {
  const { figures, people, silent } = question.lines[0]!.report
  const { n } = figures
  const isKnown = ({ lo, hi }: AnswerRange) => lo > 0 || hi < n
  return (
    <>
      {bars ? <h3>{question.asks}</h3> : null}
      <table class="answers">
        <caption>
          {words.say('reports:n_of', { n: say.ofBase(n, people) })}
          {silent > 0 ? ` ${words.say('reports:silent')}` : ''}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.say('reports:answer')}</th>
            {bars ? <td /> : null}
            <th scope="col" class="number">
              {words.say('reports:people')}
            </th>
            {bars ? null : (
              <th scope="col" class="number">
                {words.say('reports:share_of')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(([answer, range]) => (
            <tr key={answer}>
              <th scope="row">{answer}</th>
              {bars ? (
                <td class="bar-cell">
                  <RowBar value={isKnown(range) ? range : null} of={n} direction={words.direction} />
                </td>
              ) : null}
              <td class="number">
                {isKnown(range) ? bars ? say.both(range, n) : say.bounds(range, n) : <Hidden words={words} />}
              </td>
              {bars ? null : <td class="number">{isKnown(range) ? say.share(range, n) : ''}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
