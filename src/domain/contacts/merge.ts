import type { Contact } from '../contact'
import type { Collections } from '../documents'

/** Two contacts that became one, as long as they can be taken apart again. */
export interface Merge {
  _id: string
  organisation: string
  /** Who stayed. */
  contact: string
  by: string
  at: number
  /** `Touched[]`, locked. */
  locked: string
}

export const MERGE = { UNDO_MS: 30 * 24 * 3_600_000 } as const

type Document = Readonly<Record<string, unknown>>

/** One document before and after the two became one; null: it was not there. */
export interface Touched {
  in: keyof Collections & string
  id: string
  before: Document | null
  after: Document | null
}

/** What makes a document again what it was. */
export type Reverted =
  | { do: 'insert'; document: Document }
  | { do: 'remove' }
  | { do: 'change'; set: Record<string, unknown>; unset: string[] }

/** These only rise. */
const COUNTERS: readonly string[] = ['rev', 'fence', 'turn']

/**
 * What undoing the merge does to one document as it is now; null: nothing. Whatever has changed since stays as it is: a
 * message that has left since, an answer that was given since, a name that was corrected since.
 */
export function reverted({ in: name, before, after }: Touched, now: Document | null): Reverted | null {
  if (after === null) return before && now === null ? { do: 'insert', document: before } : null
  if (now === null) return null
  if (before === null) return same(now, after) ? { do: 'remove' } : null
  if (name === 'outbox' && now.leftAt !== undefined && before.leftAt === undefined) return null
  const set: Record<string, unknown> = {}
  const unset: string[] = []
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (COUNTERS.includes(field)) continue
    const value = back(before[field], after[field], now[field])
    if (same(value, now[field])) continue
    if (value === undefined) unset.push(field)
    else set[field] = value
  }
  return Object.keys(set).length + unset.length > 0 ? { do: 'change', set, unset } : null
}

/** Field by field, and element by element: what the merge did is taken back, what came since is kept. */
function back(before: unknown, after: unknown, now: unknown): unknown {
  if (same(before, after)) return now
  if (same(now, after)) return before
  if (Array.isArray(before) && Array.isArray(after) && Array.isArray(now)) {
    const has = (list: readonly unknown[], one: unknown) => list.some(each => same(each, one))
    const kept = before.filter(one => !has(after, one) || has(now, one))
    return [...kept, ...now.filter(one => !has(after, one))]
  }
  if (!isRecord(now) || !isRecord(after)) return now
  const old = isRecord(before) ? before : {}
  const names = new Set([...Object.keys(old), ...Object.keys(now)])
  const entries = [...names].map(name => [name, back(old[name], after[name], now[name])] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

const isRecord = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, at) => same(one, b[at]))
  if (!isRecord(a) || !isRecord(b)) return false
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every(name => same(a[name], b[name]))
}

/** A no that was said since is about the person, whichever of the two they turn out to be. */
export function withLaterNo(gone: Contact, after: Contact, now: Contact): Contact {
  const known = new Set(after.consents.map(({ key }) => key))
  const refused = now.consents.filter(({ key, state }) => state === 'withdrawn' && !known.has(key))
  const stopped = same(now.stopped, after.stopped) ? gone.stopped : (now.stopped ?? gone.stopped)
  return { ...gone, consents: [...gone.consents, ...refused], ...(stopped && { stopped }) }
}
