import type { Collections } from '../domain/documents'

/**
 * What we ask of a database, and nothing more. Two engines answer it: MongoDB and an embedded one.
 * A filter is a small subset of MongoDB's; anything outside it is refused with STORE_FILTER_REFUSED,
 * so that both engines always mean the same thing.
 */
export type Scalar = string | number | boolean | null

/** A dotted path is allowed as key: `attempts.2.phase`. A value equals; an operator object compares. */
export interface Filter {
  [path: string]: Scalar | Operators | readonly Filter[] | undefined
  $and?: readonly Filter[]
  $or?: readonly Filter[]
}

export interface Operators {
  $in?: readonly Scalar[]
  $ne?: Scalar
  $lt?: string | number
  $lte?: string | number
  $gt?: string | number
  $gte?: string | number
  $exists?: boolean
}

/** Keys are dotted paths. `push` and `addToSet` add one element to an array (created when absent). */
export interface Patch {
  set?: Record<string, unknown>
  unset?: readonly string[]
  inc?: Record<string, number>
  push?: Record<string, unknown>
  addToSet?: Record<string, Scalar>
}

/** Field and direction, in order of weight: `[['rank', 1], ['nextAt', 1]]`. `_id` always decides last, in the direction of the field before it. */
export type Sort = readonly (readonly [path: string, direction: 1 | -1])[]

export interface FindOptions {
  sort?: Sort
  limit?: number
  /** Continue after this document: pass the last one seen. Needs the same `sort` as before. */
  after?: object
  /** Read what is durably newest (linearizable in MongoDB). For the last look before a message leaves. */
  fresh?: boolean
}

export interface Stored {
  _id: string
}

export interface Collection<T extends Stored> {
  /** False when a unique key (or `_id`) is already taken: a value, not an error. */
  insert(document: T): Promise<boolean>
  get(id: string, options?: { fresh?: boolean }): Promise<T | null>
  /** The first match in sort order. */
  first(filter: Filter, options?: FindOptions): Promise<T | null>
  list(filter: Filter, options?: FindOptions): Promise<T[]>
  /** Streams in pages; safe for any number of documents. */
  each(filter: Filter, options?: FindOptions): AsyncIterable<T>
  /**
   * Changes the one document that matches, atomically. Null: none matched, or the change would take another one's unique
   * key; somebody else was first.
   */
  update(filter: Filter, patch: Patch): Promise<T | null>
  updateMany(filter: Filter, patch: Patch): Promise<number>
  /** Changes the first match in sort order, atomically: a lease. No two callers get the same one. */
  claim(filter: Filter, patch: Patch, sort: Sort): Promise<T | null>
  remove(filter: Filter): Promise<number>
  count(filter: Filter): Promise<number>
  /** How many documents there are for each value of a field; absent values are not counted. */
  countBy(path: string, filter: Filter): Promise<Map<Scalar, number>>
}

export type CollectionName = keyof Collections & string

/** One member of an all-or-nothing list. */
export type AtomicStep = {
  [N in CollectionName]:
    | { insert: Collections[N]; into: N }
    | { update: Filter; patch: Patch; in: N }
    | { remove: Filter; from: N }
}[CollectionName]

export interface Documents {
  readonly engine: 'embedded' | 'mongodb'
  collection<N extends CollectionName>(name: N): Collection<Collections[N]>
  /**
   * Does all steps or none. False when an insert met a taken key or an update matched nothing;
   * then nothing has happened.
   */
  atomically(steps: readonly AtomicStep[]): Promise<boolean>
  close(): Promise<void>
}
