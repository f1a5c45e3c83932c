import { changeBetween } from '../../../domain/report/change'
import type { EventReport } from '../../../use-cases/readReport'
import { Hatches } from '../../charts/Hatches'
import { StackedBar } from '../../charts/StackedBar'
import { Empty } from '../../components/Empty'
import { Layout } from '../../components/Layout'
import { Hidden } from './Hidden'
import { ScaleAnswers } from './Question'
import { type AskedQuestion, askedQuestions, joinedHigh, partsOf } from './questions'
import { instrumentWord, reportPath, type Speaking, shortDay } from './reading'

export interface ComparePageProps extends Speaking {
  /** Oldest first. */
  reports: readonly EventReport[]
  /** Others of the same series that could be added. */
  others: readonly { id: string; name: string; start: string }[]
}

/** One row per question, one column per event, one scale; n under each (ux 3.18). */
export function ComparePage(props: ComparePageProps) {
  const { reports, words } = props
  return (
    <Layout
      words={words}
      title={words.say('reports:compare.title')}
      path="/reports/compare"
      sheets={['charts', 'reports']}
    >
      <Hatches />
      <p>
        <a href="/reports">{words.say('reports:title')}</a>
      </p>
      <h1>{words.say('reports:compare.title')}</h1>
      {reports.length < 2 ? (
        <section class="sheet">
          <Empty>{words.say('reports:compare.choose')}</Empty>
        </section>
      ) : (
        <Multiples {...props} />
      )}
      <Others {...props} />
    </Layout>
  )
}

/** The same question is the same instrument, way, question and option; answers must be the same as well. */
const keyOf = (instrument: string, way: string, question: string) => `${instrument}|${way}|${question}`

function Multiples(props: ComparePageProps) {
  const { reports, words, figures } = props
  const rows = rowsOf(props)
  return (
    <>
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
      {rows.length === 0 ? (
        <section class="sheet">
          <Empty>{words.say('reports:compare.nothing_shared')}</Empty>
        </section>
      ) : null}
      {rows.map(row => (
        <section key={row.key} class="sheet" aria-labelledby={row.key}>
          <h2 id={row.key}>
            {row.asks} <small>{instrumentWord(row.instrument, words)}</small>
          </h2>
          <ul class="multiples">
            {reports.map((report, index) => (
              <li key={report.event.id}>
                <EventName event={report.event} words={words} />
                <Multiple {...props} row={row} index={index} />
              </li>
            ))}
          </ul>
        </section>
      ))}
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
  /** By event; null: not asked there. */
  questions: (AskedQuestion | null)[]
}

/** Questions with an order of answers that at least two of the events asked. */
function rowsOf({ reports, ...says }: ComparePageProps): Row[] {
  const rows = new Map<string, Row>()
  reports.forEach(({ evaluations }, index) => {
    for (const { instrument, way, dialog, questions } of evaluations)
      for (const asked of askedQuestions(dialog, questions, says)) {
        if (asked.isMulti || asked.lines[0]!.report.shape.kind !== 'scale') continue
        const key = keyOf(instrument, way, asked.id)
        const row = rows.get(key) ?? {
          key,
          instrument,
          dialog,
          asks: asked.asks,
          high: joinedHigh(dialog, asked.lines[0]!.report, says, says.words),
          questions: Array<null>(reports.length).fill(null),
        }
        row.questions[index] = asked
        rows.set(key, row)
      }
  })
  return [...rows.values()].filter(({ questions }) => questions.filter(Boolean).length > 1)
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

function Multiple({ row, index, reports, ...says }: ComparePageProps & { row: Row; index: number }) {
  const { words, figures: say } = says
  const question = row.questions[index]
  if (!question) return <p class="soft">{words.say('reports:compare.not_asked')}</p>
  const figuresAt = (at: number) => row.questions[at]!.lines[0]!.report.figures
  const figures = figuresAt(index)
  if (figures.cells.length === 0)
    return (
      <p>
        <Hidden words={words} />
      </p>
    )
  const before = row.questions.slice(0, index).findLastIndex(Boolean)
  const since = before < 0 ? null : reports[before]!.event.start
  const id = `${row.key.replaceAll('|', '-')}-${index}`
  return (
    <>
      <StackedBar
        id={id}
        title={words.say('reports:picture', { question: row.asks, n: say.count(figures.n) })}
        description={say.both(figures.high!, figures.n)}
        parts={partsOf(question.lines[0]!.report, cell => say.count(cell.lo))}
        direction={words.direction}
      />
      <p>{words.say('reports:said', { of: say.both(figures.high!, figures.n), answer: row.high })}</p>
      {since === null ? null : (
        <p>{say.change(changeBetween(figuresAt(before), figures), shortDay(since, words))}</p>
      )}
      <details class="twin">
        <summary>{words.say('reports:as_table')}</summary>
        <ScaleAnswers {...says} dialog={row.dialog} question={question} />
      </details>
    </>
  )
}

/** Ways to add another event of the same kind; six at most. */
function Others({ reports, others, words }: ComparePageProps) {
  if (others.length === 0 || reports.length >= 6) return null
  const chosen = reports.map(({ event }) => event.id)
  return (
    <nav class="sheet" aria-label={words.say('reports:compare.add')}>
      <h2>{words.say('reports:compare.add')}</h2>
      <ul class="chips">
        {others.map(({ id, name, start }) => (
          <li key={id}>
            <a
              class="chip"
              href={`/reports/compare?events=${[...chosen, id].map(encodeURIComponent).join(',')}`}
            >
              <bdi>{name}</bdi>, {shortDay(start, words)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
