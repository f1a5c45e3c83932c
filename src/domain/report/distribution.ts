import { sum } from '../anonymity/shape'
import { percent } from './share'

export interface Counted {
  name: string
  count: number
}

export interface Share extends Counted {
  percent: number | null
}

export interface Distribution {
  /** Of how many; printed, never replaced by the sum of the rows. */
  base: number
  rows: Share[]
  /** Rows too small to stand alone, joined and named. */
  other?: { names: string[]; count: number; percent: number | null }
}

/** What the base counts and no row does. */
export const NOT_LISTED = 'not listed'

/** Each share is rounded by itself; they need not make 100. A row that was never recorded is not here: it is no zero. */
export const distribution = (rows: readonly Counted[], base: number): Distribution => ({
  base,
  rows: rows.map(row => ({ ...row, percent: percent(row.count, base) })),
})

/**
 * The same for a reader who knows nobody's name (anonymity 3.6): rows of fewer than k people are joined and named, together
 * with whoever is in no row; when those are fewer than k, the smallest row joins them. Null: nothing may be shown.
 * @param together how many people are in several rows at once, where somebody may be in two; then nobody is in none
 */
export function joinSmall(
  rows: readonly Counted[],
  base: number,
  k: number,
  together?: (names: readonly string[]) => number,
): Distribution | null {
  const isSmall = ({ count }: Counted) => count < k
  const shown = rows.filter(row => !isSmall(row))
  const joined = rows.filter(isSmall)
  const unlisted = together ? 0 : Math.max(0, base - total(rows))
  const people = () => together?.(joined.map(({ name }) => name)) ?? total(joined) + unlisted
  while (people() < k && joined.length + unlisted > 0 && shown.length > 0) joined.push(...takeSmallest(shown))
  if (shown.length === 0) return null
  const names = rows.filter(row => joined.includes(row)).map(({ name }) => name)
  if (unlisted > 0) names.push(NOT_LISTED)
  const apart = distribution(shown, base)
  return names.length === 0
    ? apart
    : { ...apart, other: { names, count: people(), percent: percent(people(), base) } }
}

/** No more than so many rows, the largest; the smaller ones join what is joined already. */
export function largest(shares: Distribution, most: number): Distribution {
  const { base, rows, other = { names: [], count: 0 } } = shares
  if (rows.length <= most) return shares
  const shown = new Set(rows.toSorted((a, b) => b.count - a.count).slice(0, most))
  const joined = rows.filter(row => !shown.has(row))
  const count = other.count + total(joined)
  const names = [...joined.map(({ name }) => name), ...other.names]
  return {
    base,
    rows: rows.filter(row => shown.has(row)),
    other: { names, count, percent: percent(count, base) },
  }
}

const total = (rows: readonly Counted[]) => sum(rows.map(({ count }) => count))

/** Of equals the one that was declared last. */
function takeSmallest(rows: Counted[]): Counted[] {
  const smallest = rows.reduce((least, row, index) => (row.count <= rows[least]!.count ? index : least), 0)
  return rows.splice(smallest, 1)
}

/** Whether one of them has more than `limit` per cent of all that are known (R12). */
export const isOneSided = (counts: readonly number[], limit: number): boolean =>
  counts.some(count => count * 100 > limit * sum(counts))
