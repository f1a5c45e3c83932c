import type { Distribution } from '../../../domain/report/distribution'
import { NOT_LISTED } from '../../../domain/report/distribution'
import { funnelStages } from '../../../domain/report/messageFunnel'
import type { AnswerRange } from '../../../domain/report/questionFigures'
import { percent } from '../../../domain/report/share'
import type { EvaluationReport, QuestionReport } from '../../../use-cases/readEvaluations'
import type { Words } from '../../words'
import { answerWord, askedQuestions, joinedWord } from './questions'
import { dayWords, instrumentWord, type Reading } from './reading'

/** A cell of a download. */
export type Cell = string | number

const COLUMNS = [
  'part',
  'question',
  'answers',
  'n_answered',
  'n_invited',
  'from',
  'to',
  'percent_from',
  'percent_to',
  'note',
] as const

export const columnsIn = (words: Words): Cell[] =>
  COLUMNS.map(column => words.say(`reports:column.${column}`))

/** The report as one table: the same figures, words and protection as on the page, in the order of the page. */
export function reportRows(reading: Reading): Cell[][] {
  const { report, words } = reading
  const { event } = report
  const part = `${event.name}, ${dayWords(event.start, words)}`
  return [
    columnsIn(words),
    ...attendanceRows(reading, part),
    ...report.evaluations.flatMap(evaluation => evaluationRows(reading, evaluation)),
    ...funnelRows(reading),
    ...peopleRows(reading),
  ]
}

/** One figure that is exact. */
const exact = (part: string, question: string, answers: string, count: number, base: number): Cell[] => {
  const share = percent(count, base) ?? ''
  return [part, question, answers, base, '', count, count, share, share, '']
}

function attendanceRows({ report, words }: Reading, part: string): Cell[][] {
  const { invited, came, said } = report.attendance
  const came_ = words.say('reports:came.title')
  return [
    exact(part, came_, words.say('reports:came.said_yes'), said.yes.people, invited),
    exact(part, came_, words.say('reports:came.said_yes_came'), said.yes.came, invited),
    exact(part, came_, words.say('reports:came.came'), came, invited),
    ...report.others.map(({ audience, invited: theirs, came: there }) =>
      exact(part, came_, words.say(`audience.${audience}`), there, theirs),
    ),
  ]
}

function evaluationRows(reading: Reading, evaluation: EvaluationReport): Cell[][] {
  const { words } = reading
  const { dialog, questions, asked, instrument } = evaluation
  const part = instrumentWord(instrument, words)
  return askedQuestions(dialog, questions, reading).flatMap(({ asks, lines }) =>
    lines.flatMap(({ report, label }) => {
      const about = [part, label ? `${asks} ${label}` : asks] as const
      return questionRows(reading, dialog, report, asked?.invited).map(row => [...about, ...row])
    }),
  )
}

function questionRows(
  reading: Reading,
  dialog: string,
  question: QuestionReport,
  invited: number | undefined,
): Cell[][] {
  const { words, policy, figures: say } = reading
  const { figures, shape } = question
  const { n, cells } = figures
  const asked = invited ?? ''
  const word = (cell: AnswerRange) =>
    joinedWord(cell, shape, place => answerWord(dialog, question, place, reading, words), words)
  if (n === 0)
    return [
      [words.say('reports:hidden'), '', asked, '', '', '', '', words.say('reports:too_few', { k: policy.k })],
    ]
  if (cells.length === 0)
    return [[words.say('reports:hidden'), n, asked, '', '', '', '', words.say('reports:number_only', { n })]]
  return cells.map(cell => {
    const { lo, hi } = cell
    const note = lo === hi ? '' : say.bounds(cell, n)
    return [word(cell), n, asked, lo, hi, percent(lo, n) ?? '', percent(hi, n) ?? '', note]
  })
}

function funnelRows({ report, words }: Reading): Cell[][] {
  const part = words.say('reports:funnel.title')
  return report.steps.flatMap(({ step, all }) => {
    const name = words.sayOr(`step.${step}`, 'step.unknown')
    return funnelStages(all).map(({ stage, people, base }) =>
      exact(part, name, words.say(`stage.${stage}`), people, base),
    )
  })
}

/** Rows of a base that is printed beside each; small ones joined and named. */
export function shareRows(
  words: Words,
  part: string,
  question: string,
  shares: Distribution | null,
  word: (name: string) => string,
): Cell[][] {
  if (!shares) return []
  const { base, rows, other } = shares
  const name = (one: string) => (one === NOT_LISTED ? words.say('reports:not_listed') : word(one))
  const joined = other && words.say('reports:together', { names: words.list(other.names.map(name)) })
  return [
    ...rows.map(row => exact(part, question, name(row.name), row.count, base)),
    ...(other ? [exact(part, question, joined ?? '', other.count, base)] : []),
  ]
}

function peopleRows({ report, words }: Reading): Cell[][] {
  return [
    ...shareRows(words, words.say('needs.title'), words.say('reports:needs.of'), report.needs, need =>
      words.sayOr(`needs.${need}`, 'needs.other'),
    ),
    ...report.profile.flatMap(({ question, shares }) =>
      shareRows(
        words,
        words.say('reports:profile.title'),
        words.say(`reports:profile.${question}`),
        shares,
        name => words.say(`reports:profile.is.${name}`),
      ),
    ),
  ]
}
