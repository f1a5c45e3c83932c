import { changeBetween } from '../../../domain/report/change'
import { forGroup } from '../../../domain/report/compared'
import type { EventReport } from '../../../use-cases/readReport'
import { StackedBar } from '../../charts/StackedBar'
import { Empty } from '../../components/Empty'
import type { ComparePageProps } from './ComparePage'
import { Hidden } from './Hidden'
import { type Key, keysOf, Legend } from './Legend'
import { ScaleAnswers } from './Question'
import { type AskedQuestion, answerWord, askedQuestions, joinedHigh, partsOf } from './questions'
import { instrumentWord, reportPath, type Speaking, shortDay } from './reading'

/** Who came, and each shared question, event beside event. */
export function Multiples(props: ComparePageProps) {
  const { reports, words, figures, group } = props
  const rows = rowsOf(props)
  return (
    <>
      {group === undefined ? (
        <section class="sheet" aria-labelledby="attendance">
          <h2 id="attendance">{words.say('reports:came.title')}</h2>
          <ul class="multiples">
            {reports.map(({ event, attendance }) => (
              <li key={event.id}>
                <EventName event={event} words={words} />
                <p>
                  {words.say('reports:compare.came', {
                    of: figures.ofBase(attendance.came, attendance.invited),
                  })}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {rows.length === 0 ? (
        <section class="sheet">
          <Empty>{words.say('reports:compare.nothing_shared')}</Empty>
        </section>
      ) : null}
      {rows.map(row => {
        const shared = sharedKeys(row, props)
        return (
          <section key={row.key} class="sheet" aria-labelledby={row.key}>
            <h2 id={row.key}>
              {row.asks} <small>{instrumentWord(row.instrument, words)}</small>
            </h2>
            {shared ? <Legend keys={shared} /> : null}
            <ul class="multiples">
              {reports.map((report, index) => (
                <li key={report.event.id}>
                  <EventName event={report.event} words={words} />
                  <Multiple {...props} row={row} index={index} hasLegend={shared === null} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

interface Row {
  key: string
  instrument: string
  dialog: string
  asks: string
  /** The good side, in words. */
  high: string
  /** By event; null: not asked there; `apart`: asked, and nothing printed of this group by itself. */
  questions: (AskedQuestion | 'apart' | null)[]
}

const isAsked = (question: Row['questions'][number]): question is AskedQuestion =>
  question !== null && question !== 'apart'

/** Questions with an order of answers that at least two of the events asked. */
function rowsOf({ reports, group, ...says }: ComparePageProps): Row[] {
  const rows = new Map<string, Row>()
  reports.forEach(({ evaluations }, index) => {
    for (const { instrument, way, dialog, questions } of evaluations)
      for (const asked of askedQuestions(dialog, questions, says)) {
        const [line] = asked.lines
        if (!line || asked.isMulti || line.report.shape.kind !== 'scale') continue
        // The same question is the same instrument, way and question.
        const key = [instrument, way, asked.id].join('|')
        const row = rows.get(key) ?? {
          key,
          instrument,
          dialog,
          asks: asked.asks,
          high: joinedHigh(dialog, line.report, says, says.words),
          questions: Array<null>(reports.length).fill(null),
        }
        const report = forGroup(line.report, group)
        row.questions[index] = report ? { ...asked, lines: [{ ...line, report }] } : 'apart'
        rows.set(key, row)
      }
  })
  return [...rows.values()].filter(({ questions }) => questions.filter(isAsked).length > 1)
}

const figuresOf = (question: AskedQuestion) => question.lines[0]!.report.figures

/** One legend for the whole row, where every event's bar has the same parts; null: each says its own. */
function sharedKeys({ questions, dialog }: Row, props: ComparePageProps): Key[] | null {
  const drawn = questions.filter(isAsked).filter(question => figuresOf(question).cells.length > 0)
  const [first, ...others] = drawn.map(question => keysOf(dialog, question.lines[0]!.report, props))
  const isSame = (keys: Key[]) => JSON.stringify(keys) === JSON.stringify(first)
  return first && others.every(isSame) ? first : null
}

function EventName({ event, words }: Pick<EventReport, 'event'> & Pick<Speaking, 'words'>) {
  return (
    <h3>
      <a href={reportPath(event.id)}>
        <bdi>{event.name}</bdi>
      </a>{' '}
      <small>{shortDay(event.start, words)}</small>
    </h3>
  )
}

function Multiple({
  row,
  index,
  hasLegend,
  ...props
}: ComparePageProps & { row: Row; index: number; hasLegend: boolean }) {
  const { words, figures: say, reports } = props
  const question = row.questions[index]
  if (question === null || question === undefined)
    return <p class="soft">{words.say('reports:compare.not_asked')}</p>
  if (question === 'apart') return <p class="soft">{words.say('reports:compare.not_apart')}</p>
  const { report } = question.lines[0]!
  const { figures } = report
  if (figures.cells.length === 0)
    return (
      <p>
        <Hidden words={words} />
      </p>
    )
  const id = `${row.key.replaceAll('|', '-')}-${index}`
  const answer = (place: number) => answerWord(row.dialog, report, place, props, words)
  return (
    <>
      <StackedBar
        id={id}
        title={words.say('reports:picture', { question: row.asks, n: say.count(figures.n) })}
        description={say.both(figures.high!, figures.n)}
        parts={partsOf(report, cell => say.count(cell.lo), answer)}
        direction={words.direction}
      />
      {hasLegend ? <Legend keys={keysOf(row.dialog, report, props)} /> : null}
      <p>{words.say('reports:said', { of: say.both(figures.high!, figures.n), answer: row.high })}</p>
      <SinceThen row={row} index={index} reports={reports} words={words} figures={say} />
      <details class="twin">
        <summary>{words.say('reports:as_table')}</summary>
        <ScaleAnswers {...props} dialog={row.dialog} question={question} />
      </details>
    </>
  )
}

/** What changed since the event before it of the same series: two kinds of events are no change. */
function SinceThen({
  row,
  index,
  reports,
  words,
  figures,
}: Pick<ComparePageProps, 'reports' | 'words' | 'figures'> & { row: Row; index: number }) {
  const { series } = reports[index]!.event
  const at = row.questions
    .slice(0, index)
    .findLastIndex((question, place) => isAsked(question) && reports[place]!.event.series === series)
  const [before, now] = [row.questions[at] ?? null, row.questions[index] ?? null]
  if (!isAsked(before) || !isAsked(now)) return null
  const since = shortDay(reports[at]!.event.start, words)
  return <p>{figures.change(changeBetween(figuresOf(before), figuresOf(now)), since)}</p>
}
