import type { Database } from 'lmdb'
import { AFTER, encodedLength } from './keys'
import type { Bound, Plan } from './planner'

/** The one table: a document under its id, and the id under each of its index entries. */
export type Table = Database<unknown, Buffer>

export interface Entry {
  key: Buffer
  value: unknown
}

/** The entries that a plan leads to, in its direction. */
export function* walk(table: Table, { prefix, bounds, reverse, after }: Plan): Generator<Entry> {
  const last = bounds.findLastIndex(({ kind }) => kind !== 'any')
  yield* within(prefix, 0)

  function* within(start: Buffer, depth: number): Generator<Entry> {
    const bound = bounds[depth]
    if (bound === undefined || depth > last) yield* between(start, Buffer.concat([start, AFTER]))
    else if (bound.kind === 'points')
      for (const point of inDirection(bound.points)) yield* within(Buffer.concat([start, point]), depth + 1)
    else if (bound.kind === 'range' && depth === last)
      yield* between(Buffer.concat([start, bound.from]), Buffer.concat([start, bound.to]))
    else yield* eachValue(start, depth, bound)
  }

  /** Jumps from one value to the next, so that what a later bound leaves out is not read. */
  function* eachValue(start: Buffer, depth: number, bound: Bound): Generator<Entry> {
    let from: Buffer = bound.kind === 'range' ? Buffer.concat([start, bound.from]) : start
    let to: Buffer = Buffer.concat([start, bound.kind === 'range' ? bound.to : AFTER])
    for (;;) {
      const [next] = between(from, to, 1)
      if (next === undefined) return
      const value = next.key.subarray(0, start.length + encodedLength(next.key, start.length))
      yield* within(value, depth + 1)
      if (reverse) to = value
      else from = Buffer.concat([value, AFTER])
    }
  }

  function* between(from: Buffer, to: Buffer, limit?: number): Generator<Entry> {
    let low: Buffer = from
    let high: Buffer = to
    if (after && reverse && Buffer.compare(after, high) < 0) high = after
    if (after && !reverse && Buffer.compare(after, low) >= 0) low = Buffer.concat([after, Buffer.from([0])])
    if (Buffer.compare(low, high) >= 0) return
    // From `low` up to, but without, `high`, whatever the direction.
    const range = reverse
      ? { start: high, exclusiveStart: true, end: low, inclusiveEnd: true, reverse }
      : { start: low, end: high }
    yield* table.getRange(limit === undefined ? range : { ...range, limit })
  }

  function inDirection(points: readonly Buffer[]): readonly Buffer[] {
    return reverse ? points.toReversed() : points
  }
}
