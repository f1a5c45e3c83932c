import type { Printed } from '../anonymity/printAtom'
import { addRanges, meanBounds, type Range, range } from '../anonymity/ranges'
import type { Scale, Shape } from '../anonymity/shape'

/** So many people gave one of these answers: `lo` to `hi` of them, as far as anybody may know. */
export interface AnswerRange extends Range {
  /** Places in the question's own order of answers. */
  answers: number[]
}

/** What may be said about one question, from printed blocks alone. */
export interface QuestionFigures {
  /** Answers in the blocks that print anything. */
  n: number
  /** In the question's order, finest where every block allows it; empty when nothing may be said. */
  cells: AnswerRange[]
  /** On the good side: content, yes. Absent for choices without an order. */
  high?: Range
  /** Of scores 1 to the number of answers. Absent where it would say too little. */
  mean?: { lo: number; hi: number }
}

/** Means say nothing about fewer people (ux 5.5), and nothing when they lie further apart than one point. */
const LEAST_FOR_MEAN = 10
const WIDEST_MEAN = 1

export function questionFigures(printed: readonly Printed[], shape: Shape, s: number): QuestionFigures {
  const n = addRanges(printed.map(one => range(one, [0], shape, s))).n
  const total = (answers: number[]): AnswerRange => ({
    answers,
    ...addRanges(printed.map(one => range(one, answers, shape, s))),
  })
  const cells = codingOf(printed, shape).map(total)
  if (shape.kind === 'choice') return { n, cells }
  const bounds = n >= LEAST_FOR_MEAN && shape.values > 2 ? meanBounds(printed, shape, s) : null
  return {
    n,
    cells,
    high: total(Array.from({ length: shape.values - shape.split }, (_, i) => shape.split + i)),
    ...(bounds && bounds.hi - bounds.lo <= WIDEST_MEAN ? { mean: { lo: bounds.lo, hi: bounds.hi } } : {}),
  }
}

/** The finest coding that all blocks share; a block that prints only a side or nothing has the coarsest. */
function codingOf(printed: readonly Printed[], shape: Shape): number[][] {
  const says = printed.filter(({ say }) => say !== 'too few' && say !== 'number only')
  if (says.length === 0) return []
  if (shape.kind === 'choice') return cellsOfChoice(says, shape.values)
  const rung = Math.max(...says.map(one => rungOf(one, shape)))
  return shape.ladder[rung]!
}

function rungOf(printed: Printed, { ladder }: Scale): number {
  const coarsest = ladder.length - 1
  if (printed.say !== 'cells') return coarsest
  const found = ladder.findIndex(cells => cells.length === printed.cells.length)
  return found < 0 ? coarsest : found
}

/** Options that every block prints apart, and the others together. */
function cellsOfChoice(printed: readonly Printed[], values: number): number[][] {
  const apart = (answer: number) =>
    printed.every(
      one => one.say === 'cells' && one.cells.some(cell => cell.length === 1 && cell[0] === answer),
    )
  const all = Array.from({ length: values }, (_, answer) => answer)
  const others = all.filter(answer => !apart(answer))
  return [...all.filter(apart).map(answer => [answer]), ...(others.length > 0 ? [others] : [])]
}

/** People of whom only the side is not printed: what no cell may claim. */
export const undecided = ({ n, cells }: Pick<QuestionFigures, 'n' | 'cells'>): number =>
  cells.reduce((left, { lo }) => left - lo, n)
