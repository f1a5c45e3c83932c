import type { Distribution } from '../../../domain/report/distribution'
import { NOT_LISTED } from '../../../domain/report/distribution'
import { funnelStages, type MessageFunnel } from '../../../domain/report/messageFunnel'
import { type AnswerRange, printedMean } from '../../../domain/report/questionFigures'
import { percent } from '../../../domain/report/share'
import type { EvaluationReport, InstrumentReport, QuestionReport } from '../../../use-cases/readEvaluations'
import type { NamedReport } from '../../../use-cases/readReport'
import type { Words } from '../../words'
import { groupName } from './Funnel'
import { answerWord, askedQuestions, joinedWord, plain } from './questions'
import { dayWords, instrumentWord, profileList, profileWord, type Reading, type Speaking } from './reading'

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
    ...(report.gathers ? attendanceRows(reading, part) : []),
    ...report.evaluations.flatMap(evaluation => evaluationRows(reading, evaluation)),
    ...blockRows(reading),
    ...report.named.flatMap(named => namedRows(reading, named)),
    ...funnelRows(reading),
    ...peopleRows(reading),
  ]
}

/**
 * A number of which there is no share.
 * @param n how many answered, where that is another number
 */
export const counted = (
  part: string,
  question: string,
  answers: string,
  count: number,
  n: Cell = '',
): Cell[] => [part, question, answers, n, '', count, count, '', '', '']

/** One figure that is exact. */
export const exact = (
  part: string,
  question: string,
  answers: string,
  count: number,
  base: number,
): Cell[] => {
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

/** What was answered without a name; over events nobody says of how many. */
export function evaluationRows(
  reading: Speaking,
  { dialog, questions, asked, instrument }: InstrumentReport & Pick<EvaluationReport, 'asked'>,
): Cell[][] {
  const { words } = reading
  const part = instrumentWord(instrument, words)
  return askedQuestions(dialog, questions, reading).flatMap(({ asks, lines }) =>
    lines.flatMap(({ report, label }) => {
      const about = [part, label ? `${asks} ${label}` : asks] as const
      return questionRows(reading, dialog, report, asked?.invited).map(row => [...about, ...row])
    }),
  )
}

function questionRows(
  reading: Speaking,
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
  if (n === 0 || cells.length === 0) return [hiddenCells(words, n, asked, policy.k)]
  const rows = cells.map(cell => {
    const { lo, hi } = cell
    const note = lo === hi ? '' : say.bounds(cell, n)
    return [word(cell), n, asked, lo, hi, percent(lo, n) ?? '', percent(hi, n) ?? '', note]
  })
  const { mean } = figures
  if (!mean) return rows
  const [lo, hi] = printedMean(mean)
  return [...rows, [words.say('reports:mean_of_5'), n, asked, lo, hi, '', '', say.mean(figures)]]
}

/** An average of `n` scores of 1 to 5. */
const averaged = (words: Words, part: string, question: string, n: number, mean: number): Cell[] =>
  counted(part, question, words.say('reports:mean_of_5'), mean, n)

function blockRows({ report, words }: Reading): Cell[][] {
  const part = words.say('reports:blocks.title')
  return report.blocks.map(({ block, n, mean }) =>
    averaged(words, part, words.say(`reports:blocks.is.${block}`), n, mean),
  )
}

/** Of an instrument with names: how many gave each answer, or the average; nobody's own reply. */
function namedRows({ words, policy, asks, answers }: Reading, named: NamedReport): Cell[][] {
  const part = instrumentWord(named.instrument, words)
  return named.questions.flatMap(({ question, n, shares, mean }): Cell[][] => {
    const about = [part, plain(asks(named.dialog, question))] as const
    if (mean !== undefined) return [averaged(words, ...about, n, mean)]
    if (!shares) return [[...about, ...hiddenCells(words, n, '', policy.k)]]
    if (n === 0) return []
    return shareRows(words, ...about, shares, answer => plain(answers(named.dialog, question, answer)))
  })
}

/** Nothing, or no more than how many answered. */
const hiddenCells = (words: Words, n: number, invited: Cell, k: number): Cell[] => [
  words.say('reports:hidden'),
  n > 0 ? n : '',
  invited,
  '',
  '',
  '',
  '',
  n > 0 ? words.say('reports:number_only', { n }) : words.say('reports:too_few', { k }),
]

/** Each step for everybody, then for each language and channel as far as they are shown apart. */
function funnelRows({ report, words }: Reading): Cell[][] {
  const part = words.say('reports:funnel.title')
  const rows = (name: string, funnel: MessageFunnel) =>
    funnelStages(funnel).map(({ stage, people, base }) =>
      exact(part, name, words.say(`stage.${stage}`), people, base),
    )
  return report.steps.flatMap(({ step, all, ...groups }) => {
    const name = words.sayOr(`step.${step}`, 'step.unknown')
    return [
      ...rows(name, all),
      ...(['language', 'channel'] as const).flatMap(by =>
        report.classes[by].length < 2
          ? []
          : (groups[by] ?? []).flatMap(({ members, funnel }) =>
              rows(`${name}: ${groupName(by, members, words)}`, funnel),
            ),
      ),
    ]
  })
}

/** Rows of a base that is printed beside each; small ones joined and named. */
export function shareRows(
  words: Words,
  part: string,
  question: string,
  shares: Distribution | null,
  word: (name: string) => string,
  list: (names: readonly string[]) => string = words.list,
): Cell[][] {
  if (!shares) return []
  const { base, rows, other } = shares
  const name = (one: string) => (one === NOT_LISTED ? words.say('reports:not_listed') : word(one))
  const joined = other && words.say('reports:together', { names: list(other.names.map(name)) })
  return [
    ...rows.map(row => exact(part, question, name(row.name), row.count, base)),
    ...(other ? [exact(part, question, joined ?? '', other.count, base)] : []),
  ]
}

function peopleRows({ report, words }: Reading): Cell[][] {
  const { invited } = report.attendance
  return [
    ...shareRows(words, words.say('needs.title'), words.say('reports:needs.of'), report.needs, need =>
      words.sayOr(`needs.${need}`, 'needs.other'),
    ),
    ...report.profile.flatMap(({ question, shares }) => {
      if (!shares) return []
      const about = [words.say('reports:profile.title'), words.say(`reports:profile.${question}`)] as const
      return [
        ...shareRows(words, ...about, shares, profileWord(question, words), profileList(question, words)),
        exact(...about, words.say('reports:not_known'), Math.max(0, invited - shares.base), invited),
      ]
    }),
  ]
}
