import { type Scale, type Shape, sum } from '../anonymity/shape'
import { type Bounds, highSideOf, meanOf, type Total } from '../anonymity/totals'

/** So many people gave one of these answers: `lo` to `hi` of them, as far as anybody may know. */
export interface AnswerRange extends Bounds {
  /** Places in the question's own order of answers. */
  answers: number[]
}

/** What may be said about one question, from what its blocks printed and nothing else. */
export interface QuestionFigures {
  /** Answers in the blocks that print anything. */
  n: number
  /** In the question's order, finest where every block allows it; empty when nothing may be said. */
  cells: AnswerRange[]
  /** People of whom no cell says where they are: the hatched end of a bar. */
  undecided: number
  /** On the good side: content, yes. Absent for choices without an order. */
  high?: Bounds
  /** Of scores 1 to 5. Absent where it would say too little. */
  mean?: Bounds
}

/** Only five faces or points have a mean that people know how to read. */
const SCORED = 5
/** Means say nothing about fewer people (ux 5.5), and nothing when their bounds lie further apart than one point. */
const LEAST_FOR_MEAN = 10
const WIDEST_MEAN = 1
/** Bounds of a mean this close are one number. */
const ONE_MEAN = 0.1

export function questionFigures(total: Total, shape: Shape): QuestionFigures {
  const { n } = total
  const cells = shape.kind === 'scale' ? scaleCells(total, shape) : choiceCells(total)
  const high = highSideOf(total, shape)
  const mean = shape.values === SCORED && n >= LEAST_FOR_MEAN ? meanOf(total) : null
  return {
    n,
    cells,
    undecided: cells.length === 0 ? n : n - sum(cells.map(({ lo }) => lo)),
    ...(high ? { high } : {}),
    ...(mean && mean.hi - mean.lo <= WIDEST_MEAN ? { mean } : {}),
  }
}

/** Exact where every block is divided; else by the split, which every block says something about. */
function scaleCells(total: Total, shape: Scale): AnswerRange[] {
  const { n, undivided } = total
  if (n === 0 || isSilent(total)) return []
  if (undivided === 0) return divided(total)
  const places = Array.from({ length: shape.values }, (_, place) => place)
  const high = highSideOf(total, shape)!
  return [
    { answers: places.slice(0, shape.split), lo: n - high.hi, hi: n - high.lo },
    { answers: places.slice(shape.split), ...high },
  ]
}

/** Options that every divided block tells apart, and the others together; who is in an undivided block may be anywhere. */
const choiceCells = (total: Total): AnswerRange[] => (isSilent(total) ? [] : divided(total))

const divided = ({ cells, counts, undivided }: Total): AnswerRange[] =>
  cells.map((answers, index) => ({ answers, lo: counts[index]!, hi: counts[index]! + undivided }))

/** Every answer may have been given by nobody or by everybody: the blocks say how many answered, and no more. */
const isSilent = ({ n, each, atLeast }: Total): boolean =>
  [...each, ...atLeast].every(({ lo, hi }) => lo === 0 && hi === n)

/** What is printed of the bounds of a mean: with one decimal, and as one number where they are that close. */
export function printedMean({ lo, hi }: Bounds): [lo: number, hi: number] {
  const rounded = (value: number) => Math.round(value * 10) / 10
  if (hi - lo > ONE_MEAN) return [rounded(lo), rounded(hi)]
  return [rounded((lo + hi) / 2), rounded((lo + hi) / 2)]
}
