import type { Shape } from '../../../domain/anonymity/shape'
import type { AnswerRange } from '../../../domain/report/questionFigures'
import type { QuestionReport } from '../../../use-cases/readEvaluations'
import type { Part, Shade } from '../../charts/layStack'
import { lowerFirst, type Words } from '../../words'
import type { Sayings } from '../campaign/sayings'

/** A question with all of its options; one without options has one line. */
export interface AskedQuestion {
  id: string
  asks: string
  lines: { report: QuestionReport; label: string }[]
  isMulti: boolean
}

/** The questions of an instrument in the reader's words, options together. */
export function askedQuestions(
  dialog: string,
  questions: readonly QuestionReport[],
  { asks, answers }: Sayings,
): AskedQuestion[] {
  const asked = new Map<string, AskedQuestion>()
  for (const report of questions) {
    const { question, option, own } = report
    const known = asked.get(question) ?? {
      id: question,
      asks: plain(asks(dialog, question, own)),
      lines: [],
      isMulti: option !== undefined,
    }
    known.lines.push({
      report,
      label: option === undefined ? '' : plain(answers(dialog, question, option, own)),
    })
    asked.set(question, known)
  }
  return [...asked.values()]
}

/** The last sentence of what is asked, without the faces of its answers: a report has its own pictures. */
export const plain = (text: string): string =>
  text
    .replace(/^\p{Extended_Pictographic}\uFE0F?\s*/u, '')
    .split(/(?<=[.!])\s+/)
    .at(-1) ?? text

/** How one answer of a question is called. */
export const answerWord = (
  dialog: string,
  { question, option, own, answers }: QuestionReport,
  place: number,
  { answers: word }: Sayings,
  words: Words,
): string => {
  const answer = answers[place] ?? ''
  if (option !== undefined) return words.say(answer === 'yes' ? 'reports:chosen' : 'reports:not_chosen')
  return plain(word(dialog, question, answer, own))
}

/** Several answers in one: first to last where they have an order, else by name. */
export const joinedWord = (
  { answers }: Pick<AnswerRange, 'answers'>,
  shape: Shape,
  word: (place: number) => string,
  words: Words,
): string => {
  const [first, last] = [answers[0] ?? 0, answers.at(-1) ?? 0]
  if (answers.length === 1) return word(first)
  if (shape.kind === 'scale')
    return words.say('reports:from_to', { from: word(first), to: lowerFirst(word(last)) })
  return words.say('reports:together', { names: words.list(answers.map(word)) })
}

/** Only five faces or points are said as numbers, as their mean is. */
const SCORED = 5

/** What stands above a part of the bar: `1`, `4–5`; of fewer answers the answer itself. */
export function signOf(
  { answers }: Pick<AnswerRange, 'answers'>,
  shape: Shape,
  word: (place: number) => string,
): string {
  const [first = 0, last = 0] = [answers[0], answers.at(-1)]
  if (shape.values !== SCORED) return first === last ? word(first) : ''
  return first === last ? String(first + 1) : `${first + 1}–${last + 1}`
}

/** From bad to good; a joined cell takes the shade of its middle, and the open part stands between the sides. */
export function partsOf(
  { figures, shape }: QuestionReport,
  label: (cell: AnswerRange) => string,
  word: (place: number) => string,
): Part[] {
  const parts = figures.cells.map(cell => ({
    shade: shadeOf(cell, shape),
    count: cell.lo,
    label: label(cell),
    sign: signOf(cell, shape, word),
    place: (cell.answers[0]! + cell.answers.at(-1)!) / 2,
  }))
  const split = shape.kind === 'scale' ? shape.split - 0.5 : shape.values
  const open = {
    shade: 'open' as const,
    count: figures.undecided,
    label: String(figures.undecided),
    sign: '',
    place: split,
  }
  return [...parts, open].sort((a, b) => a.place - b.place)
}

export function shadeOf({ answers }: AnswerRange, shape: Shape): Shade {
  const middle = ((answers[0] ?? 0) + (answers.at(-1) ?? 0)) / 2
  const step = 1 + Math.round((4 * middle) / Math.max(1, shape.values - 1))
  return `s${step as 1 | 2 | 3 | 4 | 5}`
}

/** The good side of a scale in words: good to very good. */
export function joinedHigh(dialog: string, report: QuestionReport, says: Sayings, words: Words): string {
  const { shape } = report
  const split = shape.kind === 'scale' ? shape.split : 0
  const answers = Array.from({ length: shape.values - split }, (_, index) => split + index)
  return joinedWord({ answers }, shape, place => answerWord(dialog, report, place, says, words), words)
}
