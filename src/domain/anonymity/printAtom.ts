import { type Shape, sum } from './shape'

/** What is printed for one question of one block of people. Nothing else about their answers is ever shown. */
export type Printed =
  /** Fewer than k answered: not even the number. */
  | { say: 'too few' }
  | { say: 'number only'; n: number }
  /** At least 5, fewer than 2s: more than half on the high side, or half or fewer. */
  | { say: 'majority'; n: number; high: boolean }
  /** Neighbouring answers joined until every count is s or more. */
  | { say: 'cells'; n: number; cells: number[][]; counts: number[] }
  /** Fewer than s on that side; `edge` is the exact count of the far end. */
  | { say: 'few'; n: number; side: 'low' | 'high'; edge?: number }

/** k: fewest people in a block; s: fewest people in a printed count. */
export interface Policy {
  k: number
  s: number
}

/** What an organisation begins with: most events are small, and exact counts of three say more there (docs/anonymity.md). */
export const USUAL_POLICY: Policy = { k: 5, s: 3 }

/**
 * Pure, and a function of this one tally alone: that is why nothing can be subtracted (docs/anonymity.md).
 * @param counts people per answer, 0-based, in the order of the shape
 */
export function printAtom(counts: readonly number[], shape: Shape, { k, s }: Policy): Printed {
  const n = sum(counts)
  if (n < k) return { say: 'too few' }
  if (shape.kind === 'choice') return printChoice(counts, n, s)
  const low = sum(counts.slice(0, shape.split))
  const high = n - low
  if (n < 2 * s) return n >= 5 ? { say: 'majority', n, high: 2 * high > n } : { say: 'number only', n }
  if (low < s) return few(n, 'low', counts[shape.values - 1]!, shape.values - shape.split > 1, s)
  if (high < s) return few(n, 'high', counts[0]!, shape.split > 1, s)
  for (const cells of shape.ladder) {
    const joined = cells.map(cell => sum(cell.map(answer => counts[answer]!)))
    if (joined.every(count => count >= s)) return { say: 'cells', n, cells, counts: joined }
  }
  throw new RangeError('the last rung of a ladder is its split, which always fits')
}

function few(n: number, side: 'low' | 'high', edge: number, hasMiddle: boolean, s: number): Printed {
  return { say: 'few', n, side, ...(hasMiddle && edge >= s && n - edge >= s ? { edge } : {}) }
}

function printChoice(counts: readonly number[], n: number, s: number): Printed {
  // Smallest first; of equals the one declared last.
  const order = counts.map((_, answer) => answer).sort((a, b) => counts[a]! - counts[b]! || b - a)
  const rest = order.filter(answer => counts[answer]! < s)
  const shown = order.filter(answer => counts[answer]! >= s)
  const total = () => sum(rest.map(answer => counts[answer]!))
  while (rest.length > 0 && shown.length > 0 && total() < s) rest.push(shown.shift()!)
  // Looks only at what would be printed, so it tells a reader nothing new.
  while (rest.length > 0 && shown.length > 0 && !staysOpen(rest.length, total(), counts[shown[0]!]!, s))
    rest.push(shown.shift()!)
  if (shown.length === 0) return { say: 'number only', n }
  shown.sort((a, b) => a - b)
  rest.sort((a, b) => a - b)
  return {
    say: 'cells',
    n,
    cells: [...shown.map(answer => [answer]), ...(rest.length > 0 ? [rest] : [])],
    counts: [...shown.map(answer => counts[answer]!), ...(rest.length > 0 ? [total()] : [])],
  }
}

/** Could each of `merged` joined answers, together `total`, still have s different counts, when the smallest shown one has `smallest`? */
function staysOpen(merged: number, total: number, smallest: number, s: number): boolean {
  const possible = new Set<number>()
  if (total >= s && total <= merged * (s - 1))
    for (let count = Math.max(0, total - (merged - 1) * (s - 1)); count <= Math.min(s - 1, total); count++)
      possible.add(count)
  for (let others = 0; others < s; others++) {
    const big = total - others
    if (big < s || big >= smallest) continue
    possible.add(big)
    if (merged > 2) for (let count = 0; count <= others; count++) possible.add(count)
    else possible.add(others)
  }
  return merged > 1 && possible.size >= s
}
