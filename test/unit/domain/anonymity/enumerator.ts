import { type Policy, type Printed, printAtom } from '../../../../src/domain/anonymity/printAtom'
import type { Shape } from '../../../../src/domain/anonymity/shape'

/** Every tally of n people over so many answers. */
export function* tallies(n: number, values: number): Generator<number[]> {
  if (values === 1) {
    yield [n]
    return
  }
  for (let first = 0; first <= n; first++)
    for (const rest of tallies(n - first, values - 1)) yield [first, ...rest]
}

/** Every way to know `known` answers of a tally. */
function* knowledge(tally: readonly number[], known: number): Generator<number[]> {
  for (const taken of tallies(known, tally.length))
    if (taken.every((count, answer) => count <= tally[answer]!)) yield taken
}

export interface Disclosure {
  what: 'certain side' | 'small count'
  printed: Printed
  known?: number[]
}

/**
 * The judge: it knows the rule and the membership, and tries every data set there can be. Whatever stays true in all data
 * sets with the same print is what a reader knows for certain.
 */
export function disclosures(
  n: number,
  shape: Shape,
  policy: Policy,
  known: number,
): { tried: number; found: Disclosure[] } {
  const alike = new Map<string, number[][]>()
  let tried = 0
  for (const tally of tallies(n, shape.values)) {
    tried++
    const key = JSON.stringify(printAtom(tally, shape, policy))
    alike.set(key, [...(alike.get(key) ?? []), tally])
  }
  const found: Disclosure[] = []
  for (const [key, group] of alike) {
    const printed = JSON.parse(key) as Printed
    if (hasSmallCount(group, shape.values, policy.s)) found.push({ what: 'small count', printed })
    for (const [taken, remaining] of afterKnowing(group, known))
      if (!staysTwoSided(remaining, shape)) found.push({ what: 'certain side', printed, known: taken })
  }
  return { tried, found }
}

function afterKnowing(group: number[][], known: number): Map<number[], number[][]> {
  const worlds = new Map<string, number[][]>()
  for (const tally of group)
    for (const taken of knowledge(tally, known)) {
      const key = taken.join()
      worlds.set(key, [...(worlds.get(key) ?? []), tally.map((count, answer) => count - taken[answer]!)])
    }
  return new Map([...worlds].map(([key, remaining]) => [key.split(',').map(Number), remaining]))
}

/** For a person who is still unknown: at least one world in which they are on each side (for a choice: two different answers). */
function staysTwoSided(remaining: number[][], shape: Shape): boolean {
  const possible = new Set<number>()
  for (const tally of remaining)
    for (const [answer, count] of tally.entries()) if (count > 0) possible.add(answer)
  if (shape.kind === 'choice') return possible.size > 1
  return (
    [...possible].some(answer => answer < shape.split) && [...possible].some(answer => answer >= shape.split)
  )
}

/** A count of 0 to s-1 people with one answer that is the same in all worlds. */
function hasSmallCount(group: number[][], values: number, s: number): boolean {
  for (let answer = 0; answer < values; answer++) {
    const counts = new Set(group.map(tally => tally[answer]!))
    if (counts.size === 1 && [...counts][0]! < s) return true
  }
  return false
}
