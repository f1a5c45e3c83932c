import type { Collection, Filter, FindOptions, Patch, Scalar, Sort, Stored } from '../../ports/documents'
import { checkCountPath, checkFilter, checkSort } from '../checkFilter'
import { checkPatchOfMany } from '../patches'
import type { Shape } from '../shape'
import { changing, inserting, type Native, removing } from './deeds'
import { mongoError } from './mongoError'
import { afterToMongo, isOneDocument, patchToMongo, sortToMongo } from './toMongo'

const PAGE = 200
/** A linearizable read waits for a majority; without one it would wait for ever. */
const FRESH = { readConcern: { level: 'linearizable' }, maxTimeMS: 10_000 } as const

/** The port over one collection of the server. */
export function collectionOn<T extends Stored>(native: Native, shape: Shape): Collection<T> {
  const cursor = (filter: Filter, { sort, limit, after, fresh }: FindOptions) => {
    checkFilter(shape, filter)
    const order = checkSort(shape, sort)
    const query = after ? { $and: [filter, afterToMongo(order, after)] } : filter
    const found = native.find(query as never, fresh ? FRESH : {})
    if (!isOneDocument(filter)) found.sort(sortToMongo(order))
    if (limit !== undefined) found.limit(limit)
    return found
  }
  const list = async (filter: Filter, options: FindOptions = {}) =>
    options.limit !== undefined && options.limit <= 0
      ? []
      : guarded(shape, () => cursor(filter, options).toArray())

  const change = async (filter: Filter, patch: Patch, sort?: Sort) =>
    guarded(shape, () => changing(native, shape, filter, patch, sort)()) as Promise<T | null>

  return {
    insert: document => guarded(shape, () => inserting(native, shape, document)()),
    async get(id, options = {}) {
      const [found] = await list({ _id: id }, { ...options })
      return (found ?? null) as T | null
    },
    async first(filter, options = {}) {
      const [found] = await list(filter, { ...options, limit: 1 })
      return (found ?? null) as T | null
    },
    list: (filter, options) => list(filter, options) as Promise<T[]>,
    async *each(filter, options = {}) {
      let { after } = options
      let left = options.limit ?? Number.POSITIVE_INFINITY
      while (left > 0) {
        const page = (await list(filter, { ...options, after, limit: Math.min(PAGE, left) })) as T[]
        yield* page
        if (page.length < PAGE) return
        left -= page.length
        after = page.at(-1)
      }
    },
    update: (filter, patch) => change(filter, patch),
    claim: (filter, patch, sort) => change(filter, patch, sort),
    updateMany: (filter, patch) =>
      guarded(shape, async () => {
        checkFilter(shape, filter)
        const update = patchToMongo(checkPatchOfMany(shape, patch))
        return (await native.updateMany(filter as never, update)).matchedCount
      }),
    remove: filter => guarded(shape, () => removing(native, shape, filter)()),
    count: filter =>
      guarded(shape, async () => {
        checkFilter(shape, filter)
        return native.countDocuments(filter as never)
      }),
    countBy: (path, filter) =>
      guarded(shape, async () => {
        checkFilter(shape, filter)
        checkCountPath(shape, path)
        const groups = native.aggregate<{ _id: Scalar; count: number }>([
          { $match: { $and: [filter, { [path]: { $ne: null } }] } },
          { $group: { _id: `$${path}`, count: { $sum: 1 } } },
        ])
        return new Map((await groups.toArray()).map(({ _id, count }) => [_id, count]))
      }),
  }
}

async function guarded<R>(shape: Shape, ask: () => Promise<R>): Promise<R> {
  try {
    return await ask()
  } catch (error) {
    throw mongoError(error, shape)
  }
}
