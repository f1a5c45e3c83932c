import { type Distribution, distribution, joinSmall } from './distribution'
import { tally } from './tally'

/** What people asked for, out of everybody who may come. One person may need two things. */
export function needsOf(people: readonly (readonly string[])[], k: number): Distribution | null {
  const counts = tally(people.flatMap(needs => [...new Set(needs)].filter(need => need !== 'nothing')))
  const rows = Object.entries(counts)
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  if (k === 1) return distribution(rows, people.length)
  const having = (names: readonly string[]) =>
    people.filter(needs => needs.some(need => names.includes(need))).length
  return joinSmall(rows, people.length, k, having)
}
