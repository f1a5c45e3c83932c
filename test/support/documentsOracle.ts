import type { Collection, Filter, Operators, Patch, Scalar, Sort } from '../../src/ports/documents'

type Plain = Record<string, unknown> & { _id: string }
/** A step of `atomically` without its collection: here they are all about one. */
export type OneStep = { insert: Plain } | { update: Filter; patch: Patch } | { remove: Filter }

export type Answers = Pick<
  Collection<Plain>,
  'insert' | 'list' | 'update' | 'updateMany' | 'claim' | 'remove' | 'count' | 'countBy'
> & { atomically(steps: readonly OneStep[]): Promise<boolean> }

/** What a collection should answer, written as plainly as possible: a list, looked through from the start. */
export function createOracle(uniqueList: string): Answers {
  let all: Plain[] = []
  const keys = (document: Plain) => (document[uniqueList] ?? []) as string[]
  const taken = (document: Plain) =>
    all.some(other => other._id !== document._id && keys(other).some(key => keys(document).includes(key)))
  const change = (document: Plain, patch: Patch): Plain | null => {
    const next = patched(document, patch)
    if (taken(next)) return null
    all = all.map(other => (other === document ? next : other))
    return structuredClone(next)
  }
  const matching = (filter: Filter, sort: Sort = []) =>
    all.filter(document => matches(document, filter)).sort(inOrder([...sort, ['_id', sort.at(-1)?.[1] ?? 1]]))

  const oracle: Answers = {
    async insert(document) {
      if (all.some(({ _id }) => _id === document._id) || taken(document)) return false
      all = [...all, structuredClone(document)]
      return true
    },
    async list(filter, { sort, limit, after } = {}) {
      const order = inOrder([...(sort ?? []), ['_id', sort?.at(-1)?.[1] ?? 1]])
      return matching(filter, sort)
        .filter(document => after === undefined || order(document, after as Plain) > 0)
        .slice(0, limit)
    },
    async update(filter, patch) {
      const [found] = matching(filter)
      return found ? change(found, patch) : null
    },
    async claim(filter, patch, sort) {
      const [found] = matching(filter, sort)
      return found ? change(found, patch) : null
    },
    async updateMany(filter, patch) {
      const found = matching(filter)
      for (const document of found) change(document, patch)
      return found.length
    },
    async remove(filter) {
      const gone = matching(filter)
      all = all.filter(document => !gone.includes(document))
      return gone.length
    },
    async count(filter) {
      return matching(filter).length
    },
    async countBy(path, filter) {
      const counts = new Map<Scalar, number>()
      for (const document of matching(filter)) {
        const value = reach(document, path.split('.'))[0] as Scalar | undefined
        if (value !== undefined && value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
      }
      return counts
    },
    async atomically(steps) {
      const before = all
      for (const step of steps) {
        if ('remove' in step) await oracle.remove(step.remove)
        else if (
          'insert' in step ? await oracle.insert(step.insert) : await oracle.update(step.update, step.patch)
        )
          continue
        else {
          all = before
          return false
        }
      }
      return true
    },
  }
  return oracle
}

/** Every value at a path; a list stands for itself and for each of its members. */
function reach(value: unknown, names: readonly string[]): unknown[] {
  const [name, ...rest] = names
  if (name === undefined) return Array.isArray(value) ? [value, ...value] : [value]
  if (Array.isArray(value)) return value.flatMap(member => reach(member, names))
  if (typeof value !== 'object' || value === null) return [undefined]
  return reach((value as Plain)[name], rest)
}

function matches(document: Plain, filter: Filter): boolean {
  return Object.entries(filter).every(([path, wanted]) => {
    if (path === '$and') return (wanted as Filter[]).every(member => matches(document, member))
    if (path === '$or') return (wanted as Filter[]).some(member => matches(document, member))
    const values = reach(document, path.split('.'))
    if (typeof wanted !== 'object' || wanted === null)
      return values.some(value => same(value, wanted as Scalar))
    return Object.entries(wanted as Operators).every(([operator, operand]) =>
      holds(values, operator, operand),
    )
  })
}

const same = (value: unknown, wanted: Scalar) =>
  wanted === null ? (value ?? null) === null : value === wanted

function holds(values: unknown[], operator: string, operand: unknown): boolean {
  const some = (test: (value: string | number) => boolean) =>
    values.some(value => typeof value === typeof operand && test(value as string | number))
  const limit = operand as string | number
  switch (operator) {
    case '$in':
      return (operand as Scalar[]).some(wanted => values.some(value => same(value, wanted)))
    case '$ne':
      return !values.some(value => same(value, operand as Scalar))
    case '$exists':
      return values.some(value => value !== undefined) === operand
    case '$lt':
      return some(value => value < limit)
    case '$lte':
      return some(value => value <= limit)
    case '$gt':
      return some(value => value > limit)
    default:
      return some(value => value >= limit)
  }
}

function inOrder(sort: Sort) {
  const rank = (value: unknown) =>
    ['undefined', 'number', 'string', 'boolean'].indexOf(typeof (value ?? undefined))
  return (a: Plain, b: Plain): number => {
    for (const [path, direction] of sort) {
      const [x] = reach(a, path.split('.')) as [string]
      const [y] = reach(b, path.split('.')) as [string]
      if ((x ?? null) === (y ?? null)) continue
      const order = rank(x) === rank(y) ? (x < y ? -1 : 1) : rank(x) - rank(y)
      return order * direction
    }
    return 0
  }
}

function patched(document: Plain, { set, unset, inc, push, addToSet }: Patch): Plain {
  const next = structuredClone(document)
  const at = (path: string): [Plain, string] => {
    const names = path.split('.')
    const last = names.pop()!
    let here = next
    for (const name of names) {
      here[name] ??= {}
      here = here[name] as Plain
    }
    return [here, last]
  }
  for (const [path, value] of Object.entries(set ?? {})) {
    const [here, name] = at(path)
    here[name] = structuredClone(value)
  }
  for (const path of unset ?? []) {
    if (reach(document, path.split('.'))[0] === undefined) continue
    const [here, name] = at(path)
    delete here[name]
  }
  for (const [path, by] of Object.entries(inc ?? {})) {
    const [here, name] = at(path)
    here[name] = ((here[name] as number | undefined) ?? 0) + by
  }
  for (const [path, value] of Object.entries({ ...push, ...addToSet })) {
    const [here, name] = at(path)
    const list = (here[name] ?? []) as unknown[]
    if (addToSet?.[path] === undefined || !list.includes(value))
      here[name] = [...list, structuredClone(value)]
  }
  return next
}
