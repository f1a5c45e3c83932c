/** Whoever is there at all can be seen. */
const LEAST = 6

/** Whole widths that fill the bar: largest remainders, and at least a sliver for each. */
export function widthsOf(counts: readonly number[], width: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const room = width - LEAST * counts.length
  const exact = counts.map(count => LEAST + (room * count) / total)
  const widths = exact.map(Math.floor)
  const order = exact.map((value, index) => ({ index, rest: value % 1 })).sort((a, b) => b.rest - a.rest)
  const missing = width - widths.reduce((sum, one) => sum + one, 0)
  for (const { index } of order.slice(0, missing)) widths[index] = (widths[index] ?? 0) + 1
  return widths
}

/** The same place seen from the other side: charts begin where reading begins. */
export const mirrored = (x: number, width: number, whole: number, direction: 'ltr' | 'rtl'): number =>
  direction === 'rtl' ? whole - x - width : x
