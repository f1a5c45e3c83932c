import { sum } from '../anonymity/shape'

/** So many different people of one group took part in one kind of thing. */
export interface Cell {
  group: string
  kind: string
  people: number
}

/**
 * People and participations are two numbers: who takes part in three kinds of things is three participations and one
 * person (R4).
 */
export function participation(cells: readonly Cell[]): { kinds: Record<string, number>; total: number } {
  const kinds: Record<string, number> = {}
  for (const { kind, people } of cells) kinds[kind] = (kinds[kind] ?? 0) + people
  return { kinds, total: sum(Object.values(kinds)) }
}
