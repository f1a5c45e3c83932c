import type { Collection, FindOptions, Patch, Stored } from '../../ports/documents'
import { checkCountPath } from '../checkFilter'
import type { Search, Shelf } from './shelf'
import type { Writer } from './writer'

/** So many documents are read, changed or removed before others get their turn. */
const PAGE = 200

/** The port over one shelf: reads at once, writes through the writer. */
export function collectionOn<T extends Stored>(open: () => Shelf, writer: Writer): Collection<T> {
  /** Walks over the matches as they were when it began; `change` looks at each again, inside a transaction. */
  const changeMany = async (search: Search, change: (shelf: Shelf, document: Stored) => void) => {
    const shelf = open()
    const ids = [...shelf.find(search, shelf.order())].map(({ _id }) => _id)
    let changed = 0
    for (let i = 0; i < ids.length; i += PAGE)
      changed += await writer.write(() => {
        let here = 0
        for (const id of ids.slice(i, i + PAGE)) {
          const document = shelf.get(id)
          if (document === undefined || !search.matches(document)) continue
          change(shelf, document)
          here++
        }
        return here
      })
    return changed
  }

  const changeFirst = async (
    filter: Parameters<Shelf['search']>[0],
    patch: Patch,
    sort?: FindOptions['sort'],
  ) => {
    const shelf = open()
    const search = shelf.search(filter)
    const checked = shelf.checkedPatch(patch)
    const order = shelf.order(sort)
    return writer.write(() => changeOne(shelf, search, checked, order)?.next ?? null) as Promise<T | null>
  }

  return {
    async insert(document) {
      const shelf = open()
      const checked = shelf.checked(document)
      return writer.write(() => shelf.get(checked._id) === undefined && shelf.replace(undefined, checked))
    },
    async get(id) {
      return (open().get(id) ?? null) as T | null
    },
    async first(filter, options = {}) {
      const shelf = open()
      const found = shelf.first(shelf.search(filter), shelf.order(options.sort), options.after as Stored)
      return (found ?? null) as T | null
    },
    async list(filter, options = {}) {
      const shelf = open()
      return take(
        shelf.find(shelf.search(filter), shelf.order(options.sort), options.after as Stored),
        options.limit,
      ) as T[]
    },
    async *each(filter, options = {}) {
      const search = open().search(filter)
      const order = open().order(options.sort)
      let after = options.after as Stored | undefined
      let left = options.limit ?? Number.POSITIVE_INFINITY
      while (left > 0) {
        const page = take(open().find(search, order, after), Math.min(PAGE, left))
        yield* page as T[]
        if (page.length < PAGE) return
        left -= page.length
        after = page.at(-1)
      }
    },
    update: (filter, patch) => changeFirst(filter, patch),
    claim: (filter, patch, sort) => changeFirst(filter, patch, sort),
    async updateMany(filter, patch) {
      const shelf = open()
      const checked = shelf.checkedPatchOfMany(patch)
      return changeMany(shelf.search(filter), (here, document) =>
        here.replace(document, here.patched(document, checked)),
      )
    },
    async remove(filter) {
      return changeMany(open().search(filter), (shelf, document) => shelf.replace(document, undefined))
    },
    async count(filter) {
      const shelf = open()
      return shelf.countBy(shelf.search(filter)).get(null) ?? 0
    },
    async countBy(path, filter) {
      const shelf = open()
      checkCountPath(shelf.shape, path)
      const counts = shelf.countBy(shelf.search(filter), path)
      counts.delete(null)
      return counts
    },
  }
}

/** Changes the first match. Null: there is none, or the change would take somebody's unique key. */
export function changeOne(
  shelf: Shelf,
  search: Search,
  patch: Required<Patch>,
  order: ReturnType<Shelf['order']>,
): { before: Stored; next: Stored } | null {
  const before = shelf.first(search, order)
  if (before === undefined) return null
  const next = shelf.patched(before, patch)
  return shelf.replace(before, next) ? { before, next } : null
}

function take(documents: Iterable<Stored>, limit = Number.POSITIVE_INFINITY): Stored[] {
  const taken: Stored[] = []
  if (limit <= 0) return taken
  for (const document of documents) {
    taken.push(document)
    if (taken.length >= limit) break
  }
  return taken
}
