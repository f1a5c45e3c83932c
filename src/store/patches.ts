import type { Patch } from '../ports/documents'
import { checkedValue, invalid, isName } from './checkDocument'
import { refused } from './checkFilter'
import { type Node, nodeAt, type Shape } from './shape'

type Plain = Record<string, unknown>

/** Refuses a patch that could not be meant; gives it back with its values held against the schema. */
export function checkPatch(shape: Shape, patch: Patch): Required<Patch> {
  const { set = {}, unset = [], inc = {}, push = {}, addToSet = {}, ...other } = patch
  for (const name of Object.keys(other)) throw refused(shape, name, 'is not a change of ours')
  const paths = [set, inc, push, addToSet].flatMap(Object.keys).concat(unset)
  if (paths.length === 0) throw refused(shape, 'patch', 'changes nothing')
  refuseOverlap(shape, paths)

  for (const path of unset)
    if (nodeFor(shape, path).required && holderOf(shape, path)?.kind === 'object')
      throw invalid(shape, [{ path, rule: 'required' }])
  return {
    set: mapValues(set, (value, path) => {
      if (value === undefined) throw refused(shape, path, 'has no value; use unset')
      return checkedValue(shape, path, nodeFor(shape, path), value)
    }),
    unset,
    inc: mapValues(inc, (by, path) => {
      const { kind } = nodeFor(shape, path)
      if (kind !== 'number' && kind !== 'free') throw refused(shape, path, 'is not a number')
      if (typeof by !== 'number' || !Number.isFinite(by)) throw refused(shape, path, 'inc needs a number')
      return by
    }),
    push: mapValues(push, (value, path) => {
      const element = elementFor(shape, path)
      if (nodeFor(shape, path).rules.length > 0)
        throw refused(shape, path, 'has each element once; use addToSet')
      return checkedValue(shape, path, element, value)
    }),
    addToSet: mapValues(addToSet, (value, path) => {
      if (typeof value === 'object')
        throw refused(shape, path, 'addToSet needs a text, number, true or false')
      return checkedValue(shape, path, elementFor(shape, path), value) as typeof value
    }),
  }
}

/** A unique key can be one document's only. */
export function checkPatchOfMany(shape: Shape, patch: Patch): Required<Patch> {
  const checked = checkPatch(shape, patch)
  for (const changes of [checked.set, checked.push, checked.addToSet])
    for (const path of Object.keys(changes))
      if (shape.indexes.some(({ unique, paths }) => unique && paths.includes(path)))
        throw refused(shape, path, 'is unique, so it can be changed in one document only')
  return checked
}

/** Two changes of one place have no defined order. */
function refuseOverlap(shape: Shape, paths: readonly string[]): void {
  const sorted = paths.map(path => `${path}.`).sort()
  for (const [i, path] of sorted.entries())
    if (sorted[i + 1]?.startsWith(path)) throw refused(shape, path.slice(0, -1), 'is changed twice')
}

function nodeFor(shape: Shape, path: string): Node {
  const node = nodeAt(shape.root, path)
  if (node === undefined || !path.split('.').every(isName)) throw refused(shape, path, 'is not declared')
  if (path === '_id') throw refused(shape, path, 'never changes')
  for (let above = path; above.includes('.'); ) {
    above = above.slice(0, above.lastIndexOf('.'))
    const holder = nodeAt(shape.root, above)
    if (holder?.kind === 'free' && holder.rules.length > 0)
      throw refused(shape, path, 'is changed as a whole only')
  }
  return node
}

const holderOf = (shape: Shape, path: string): Node | undefined =>
  path.includes('.') ? nodeAt(shape.root, path.slice(0, path.lastIndexOf('.'))) : shape.root

function elementFor(shape: Shape, path: string): Node {
  const node = nodeFor(shape, path)
  if (node.kind === 'list') return node.of
  if (node.kind === 'free') return { kind: 'free', required: false, rules: [] }
  throw refused(shape, path, 'is not a list')
}

const mapValues = <V, W>(
  record: Record<string, V>,
  change: (value: V, path: string) => W,
): Record<string, W> =>
  Object.fromEntries(Object.entries(record).map(([path, value]) => [path, change(value, path)]))

/** The document after a checked patch. The one given is not touched. */
export function applyPatch<T extends object>(shape: Shape, document: T, patch: Required<Patch>): T {
  const result = { ...document } as Plain
  const impossible = (path: string, rule: string) => invalid(shape, [{ path, rule }])

  /** The object that holds the last name of a path, copied on the way. */
  const holder = (path: string, make: boolean): [Plain, string] | undefined => {
    const names = path.split('.')
    const last = names.pop()!
    let here = result
    for (const name of names) {
      const next = here[name]
      if (next === undefined && !make) return undefined
      if (next !== undefined && (typeof next !== 'object' || next === null || Array.isArray(next))) {
        if (!make) return undefined
        throw impossible(path, 'no place')
      }
      here = here[name] = { ...(next as Plain | undefined) }
    }
    return [here, last]
  }
  const change = (path: string, to: (before: unknown) => unknown) => {
    const [here, name] = holder(path, true)!
    here[name] = to(here[name])
  }
  const list = (path: string, before: unknown): unknown[] => {
    if (before === undefined) return []
    if (!Array.isArray(before)) throw impossible(path, 'list')
    return before
  }

  for (const [path, value] of Object.entries(patch.set)) change(path, () => value)
  for (const path of patch.unset) {
    const found = holder(path, false)
    if (found) delete found[0][found[1]]
  }
  for (const [path, by] of Object.entries(patch.inc))
    change(path, before => {
      if (before !== undefined && typeof before !== 'number') throw impossible(path, 'number')
      return (before ?? 0) + by
    })
  for (const [path, value] of Object.entries(patch.push))
    change(path, before => [...list(path, before), value])
  for (const [path, value] of Object.entries(patch.addToSet))
    change(path, before => {
      const elements = list(path, before)
      return elements.includes(value) ? elements : [...elements, value]
    })
  return result as T
}
