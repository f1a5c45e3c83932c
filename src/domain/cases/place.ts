import type { Case } from './case'
import { OPEN, type OpenStep } from './open'

/**
 * Where somebody stands in the list: first those for whom something waits, the most pressing and the oldest first; then
 * those of whom we have heard nothing for the longest time.
 */
export type Place = readonly [rank: number, at: number, id: string]

/** The rank of those for whom nothing waits. */
export const RESTS = OPEN.length

export function placeOf(
  { _id, heardAt }: Pick<Case, '_id' | 'heardAt'>,
  [first]: readonly OpenStep[],
): Place {
  return first ? [OPEN.indexOf(first.is), first.since, _id] : [RESTS, heardAt, _id]
}

export const inPlace = (a: Place, b: Place): number =>
  a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0)

/** For an address: `6.1764151200000.9f2c`. */
export const writePlace = (place: Place): string => place.join('.')

/** Null: nobody ever stood there. */
export function readPlace(text: string): Place | null {
  const [, rank, at, id] = /^(\d)\.(\d{1,16})\.(.{1,200})$/.exec(text) ?? []
  return id === undefined ? null : [Number(rank), Number(at), id]
}
