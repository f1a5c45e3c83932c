import type { Filter, Patch, Sort } from '../../ports/documents'
import { valueAt } from '../compare'

type Query = Record<string, unknown>

/** The conditions that leave only what comes after a document in this order. */
export function afterToMongo(sort: Sort, after: object): Query {
  const values = sort.map(([path]) => valueAt(after, path.split('.')) ?? null)
  const equal: Query[] = []
  const ways: Query[] = []
  for (const [i, [path, direction]] of sort.entries()) {
    const further = furtherThan(path, direction, values[i])
    if (further) ways.push({ $and: [...equal, further] })
    equal.push({ [path]: values[i] })
  }
  return { $or: ways }
}

/** Absent and null come before everything and are never greater or smaller to MongoDB's operators. */
function furtherThan(path: string, direction: 1 | -1, value: unknown): Query | null {
  if (direction === 1) return { [path]: value === null ? { $ne: null } : { $gt: value } }
  if (value === null) return null
  return path === '_id' ? { _id: { $lt: value } } : { $or: [{ [path]: { $lt: value } }, { [path]: null }] }
}

export const sortToMongo = (sort: Sort): [string, 1 | -1][] =>
  sort.map(([path, direction]) => [path, direction])

/** Sorting costs, and of one document there is nothing to sort. */
export const isOneDocument = (filter: Filter): boolean => typeof filter._id === 'string'

export function patchToMongo({ set, unset, inc, push, addToSet }: Required<Patch>): Query {
  const update: Query = {}
  if (Object.keys(set).length > 0) update.$set = set
  if (unset.length > 0) update.$unset = Object.fromEntries(unset.map(path => [path, '']))
  if (Object.keys(inc).length > 0) update.$inc = inc
  if (Object.keys(push).length > 0) update.$push = push
  if (Object.keys(addToSet).length > 0) update.$addToSet = addToSet
  return update
}
