import type { Printed } from './printAtom'
import type { Scale, Shape } from './shape'

/** Between how many people and how many, of n who answered. */
export interface Range {
  lo: number
  hi: number
  n: number
}

/** What any reader may conclude from one printed atom about the number of answers in `answers`. */
export function range(printed: Printed, answers: readonly number[], shape: Shape, s: number): Range {
  if (printed.say === 'too few') return { lo: 0, hi: 0, n: 0 }
  const asked = new Set(answers)
  const { n } = printed
  if (printed.say === 'cells') {
    let lo = 0
    let hi = 0
    printed.cells.forEach((cell, index) => {
      const count = printed.counts[index]!
      if (cell.every(answer => asked.has(answer))) lo += count
      if (cell.some(answer => asked.has(answer))) hi += count
    })
    return { lo, hi, n }
  }
  if (printed.say === 'number only' || shape.kind === 'choice') return { lo: 0, hi: n, n }
  return sided(printed, asked, shape, s)
}

function sided(
  printed: Extract<Printed, { say: 'majority' | 'few' }>,
  asked: Set<number>,
  shape: Scale,
  s: number,
): Range {
  const { n } = printed
  const low = Array.from({ length: shape.split }, (_, answer) => answer)
  const high = Array.from({ length: shape.values - shape.split }, (_, answer) => shape.split + answer)
  const fewOnLow = printed.say === 'majority' ? printed.high : printed.side === 'low'
  const few = printed.say === 'few' ? s - 1 : printed.high ? Math.ceil(n / 2) - 1 : Math.floor(n / 2)
  const [side, other] = fewOnLow ? [low, high] : [high, low]
  let lo = other.every(answer => asked.has(answer)) ? n - few : 0
  let hi = [...asked].every(answer => side.includes(answer)) ? few : n
  if (printed.say === 'few' && printed.edge !== undefined) {
    const far = printed.side === 'low' ? shape.values - 1 : 0
    if (asked.has(far)) lo = Math.max(lo, printed.edge)
    else hi = Math.min(hi, n - printed.edge)
  }
  return { lo, hi, n }
}
