import sift from 'sift'
import type { Filter, Patch, Scalar, Sort, Stored } from '../../ports/documents'
import { checkDocument } from '../checkDocument'
import { checkFilter, checkSort } from '../checkFilter'
import { compareBy, valueAt } from '../compare'
import { applyPatch, checkPatch, checkPatchOfMany } from '../patches'
import type { Shape } from '../shape'
import { countCovered } from './covered'
import { keyspaceOf } from './keyspace'
import { plan } from './planner'
import { type Table, walk } from './walk'

/** A filter and patch that passed their checks, ready to be tried on documents. */
export type Search = ReturnType<typeof searchOf>

export type Shelf = ReturnType<typeof createShelf>

const searchOf = (shape: Shape, filter: Filter) => ({
  conditions: checkFilter(shape, filter),
  /** The conditions are the whole filter. */
  plain: !hasOr(filter),
  // Copied: sift knows an object of operators by its constructor, which not every plain object has.
  matches: sift(JSON.parse(JSON.stringify(filter))) as (document: unknown) => boolean,
})

const hasOr = (filter: Filter): boolean => filter.$or !== undefined || (filter.$and ?? []).some(hasOr)

/** The documents of one collection in the table. Everything here is synchronous; writing needs a transaction around it. */
export function createShelf(table: Table, shape: Shape) {
  const space = keyspaceOf(shape)

  const get = (id: string) => table.get(space.document(id)) as Stored | undefined

  /** Matches in the order asked for, read as they are taken. */
  function* find({ conditions, matches }: Search, sort: Sort, after?: Stored): Generator<Stored> {
    const way = plan(space, conditions, sort, after)
    if (way.sorted) return yield* visit(way)
    const compare = compareBy(sort)
    const found = [...visit(way)].sort(compare)
    yield* after ? found.filter(document => compare(document, after) > 0) : found

    function* visit(route: typeof way): Generator<Stored> {
      const seen = new Set<string>()
      const direct = route.prefix === space.documents
      for (const { value } of walk(table, route)) {
        const document = direct ? (value as Stored) : get(value as string)
        if (document === undefined || !matches(document)) continue
        if (route.repeats) {
          if (seen.has(document._id)) continue
          seen.add(document._id)
        }
        yield document
      }
    }
  }

  const first = (search: Search, sort: Sort, after?: Stored): Stored | undefined => {
    for (const document of find(search, sort, after)) return document
    return undefined
  }

  /** How many matches there are for each value of a field; without a field, all under null. */
  const countBy = (search: Search, path?: string): Map<Scalar, number> => {
    const covered = search.plain ? countCovered(table, space, search.conditions, path) : null
    if (covered) return covered
    const counts = new Map<Scalar, number>()
    const names = path?.split('.')
    for (const document of find(search, [['_id', 1]])) {
      const value = names ? ((valueAt(document, names) ?? null) as Scalar) : null
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return counts
  }

  /** Puts `next` where `before` was, with its index entries. False, and nothing done, when a unique key is taken. */
  const replace = (before: Stored | undefined, next: Stored | undefined): boolean => {
    const id = (next ?? before)!._id
    const changes = space.indexes.map(index => {
      const old = before ? index.entries(before) : []
      const fresh = next ? index.entries(next) : []
      return {
        unique: index.unique,
        gone: old.filter(key => !fresh.some(other => other.equals(key))),
        added: fresh.filter(key => !old.some(other => other.equals(key))),
      }
    })
    for (const { unique, added } of changes)
      if (unique && added.some(key => table.get(key) !== undefined)) return false

    if (next) table.putSync(space.document(id), next)
    else table.removeSync(space.document(id))
    for (const { gone, added } of changes) {
      for (const key of gone) table.removeSync(key)
      for (const key of added) table.putSync(key, id)
    }
    return true
  }

  return {
    shape,
    search: (filter: Filter) => searchOf(shape, filter),
    order: (sort?: Sort) => checkSort(shape, sort),
    checked: <T extends object>(document: T) => checkDocument(shape, document),
    checkedPatch: (patch: Patch) => checkPatch(shape, patch),
    checkedPatchOfMany: (patch: Patch) => checkPatchOfMany(shape, patch),
    get,
    find,
    first,
    countBy,
    replace,
    patched: (document: Stored, patch: Required<Patch>) => applyPatch(shape, document, patch),
  }
}
