import type { Scalar, Sort, Stored } from '../../ports/documents'
import type { Condition } from '../checkFilter'
import { valueAt } from '../compare'
import { AFTER, encodeValue, kindBounds } from './keys'
import type { IndexSpace, Keyspace } from './keyspace'

/** What one value of a key may be. */
export type Bound =
  | { kind: 'points'; points: readonly Buffer[] }
  | { kind: 'range'; from: Buffer; to: Buffer }
  | { kind: 'any' }

/** How to walk to the documents that may match. Every one must still be held against the filter. */
export interface Plan {
  prefix: Buffer
  bounds: readonly Bound[]
  reverse: boolean
  /** Documents come in the order asked for. */
  sorted: boolean
  /** The key to continue after; only of a sorted plan. */
  after?: Buffer
  /** A document may come more than once. */
  repeats: boolean
}

const ANY: Bound = { kind: 'any' }

export function plan(space: Keyspace, conditions: readonly Condition[], sort: Sort, after?: Stored): Plan {
  const reverse = sort.at(-1)![1] === -1
  const oneWay = sort.every(([, direction]) => (direction === -1) === reverse)
  const fixed = new Set(conditions.filter(({ operator }) => operator === 'eq').map(({ path }) => path))
  const order = sort.map(([path]) => path).filter(path => path === '_id' || !fixed.has(path))

  const byId = boundOf('_id', conditions)
  const documents: Plan = {
    prefix: space.documents,
    bounds: [byId],
    reverse,
    sorted: oneWay && order.length === 1,
    repeats: false,
  }
  if (after && documents.sorted) documents.after = space.document(after._id)
  if (byId.kind === 'points') return documents

  let best = documents
  let bestWorth = worthOf(documents.bounds, documents.sorted)
  for (const index of space.indexes) {
    const found = planOfIndex(index, conditions, order, reverse, oneWay, after)
    if (found === null) continue
    const worth = worthOf(found.bounds, found.sorted)
    if (worth > bestWorth) [best, bestWorth] = [found, worth]
  }
  return best
}

function planOfIndex(
  index: IndexSpace,
  conditions: readonly Condition[],
  order: readonly string[],
  reverse: boolean,
  oneWay: boolean,
  after: Stored | undefined,
): Plan | null {
  const bounds = index.paths.map(path => boundOf(path, conditions, index.multikey))
  // A unique index has no entries for absent values, so it only serves those who name one.
  if (index.unique && !namesText(index.paths[0]!, conditions)) return null

  const isOne = (bound: Bound) => bound.kind === 'points' && bound.points.length === 1
  const fixed = bounds.findIndex(bound => !isOne(bound))
  const free = fixed < 0 ? [] : index.paths.slice(fixed)
  const sorted =
    oneWay &&
    !index.multikey &&
    !index.unique &&
    order.length === free.length + 1 &&
    free.every((path, i) => order[i] === path)

  const result: Plan = { prefix: index.prefix, bounds, reverse, sorted, repeats: index.multikey }
  if (after && sorted) {
    const values = bounds.map((bound, i) =>
      isOne(bound) && i < bounds.length - free.length
        ? (bound as Extract<Bound, { kind: 'points' }>).points[0]!
        : encodeValue(valueAt(after, index.paths[i]!.split('.'))),
    )
    result.after = Buffer.concat([index.prefix, ...values, encodeValue(after._id)])
  }
  return result
}

/** What the conditions say of one field; a value or a list of values is taken alone, ranges together. */
export function boundOf(path: string, conditions: readonly Condition[], multikey = false): Bound {
  let from: Buffer | undefined
  let to: Buffer | undefined
  for (const { path: where, operator, value } of conditions) {
    if (where !== path) continue
    if (operator === 'eq') return { kind: 'points', points: [encodeValue(value)] }
    if (operator === 'in') return { kind: 'points', points: pointsOf(value as readonly Scalar[]) }
    // In a list one element may be above and another below.
    if (multikey || (typeof value !== 'string' && typeof value !== 'number')) continue
    const encoded = encodeValue(value)
    const [low, high] = kindBounds(value)
    if (operator === 'gt' || operator === 'gte') {
      from = greater(from, operator === 'gt' ? Buffer.concat([encoded, AFTER]) : encoded)
      to = lesser(to, high)
    } else if (operator === 'lt' || operator === 'lte') {
      from = greater(from, low)
      to = lesser(to, operator === 'lte' ? Buffer.concat([encoded, AFTER]) : encoded)
    }
  }
  return from && to ? { kind: 'range', from, to } : ANY
}

const pointsOf = (values: readonly Scalar[]) => {
  const points = values.map(encodeValue).sort(Buffer.compare)
  return points.filter((point, i) => i === 0 || !point.equals(points[i - 1]!))
}

const namesText = (path: string, conditions: readonly Condition[]) =>
  conditions.some(
    ({ path: where, operator, value }) =>
      where === path &&
      ((operator === 'eq' && isText(value)) ||
        (operator === 'in' && (value as readonly Scalar[]).every(isText))),
  )
const isText = (value: unknown) => typeof value === 'string' && value !== ''

const greater = (a: Buffer | undefined, b: Buffer) => (a && Buffer.compare(a, b) > 0 ? a : b)
const lesser = (a: Buffer | undefined, b: Buffer) => (a && Buffer.compare(a, b) < 0 ? a : b)

/** Fixed values narrow most, then a range; a free order in front of them costs a step for each of its values. */
function worthOf(bounds: readonly Bound[], sorted: boolean): number {
  let worth = sorted ? 3 : 0
  let open = false
  for (const { kind } of bounds) {
    if (kind === 'any') open = true
    else worth += open ? 1 : kind === 'points' ? 10 : 5
    if (kind === 'range') open = true
  }
  return worth
}
