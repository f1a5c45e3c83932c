import { sum } from '../anonymity/shape'
import type { Distribution, Share } from './distribution'
import { percent } from './share'

/**
 * What several events print of one question, added up, and nothing that none of them prints: a row that stands together
 * with others in one of them stands with them in the sum. So two choices of events differ by whole events (anonymity 3.2).
 */
export function addShares(printed: readonly Distribution[]): Distribution | null {
  const joined = new Set(printed.flatMap(({ other }) => other?.names ?? []))
  const base = sum(printed.map(one => one.base))
  const counts = new Map<string, number>()
  for (const { rows } of printed)
    for (const { name, count } of rows) counts.set(name, (counts.get(name) ?? 0) + count)
  const all = [...counts].map(([name, count]): Share => ({ name, count, percent: percent(count, base) }))
  const rows = all.filter(({ name }) => !joined.has(name))
  if (rows.length === 0) return null
  if (joined.size === 0) return { base, rows }
  const count = base - sum(rows.map(row => row.count))
  return { base, rows, other: { names: [...joined], count, percent: percent(count, base) } }
}
