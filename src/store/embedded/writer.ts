import { AppError } from '../../errors'
import type { Table } from './walk'

/** So many pieces of work share one commit at most; then others get their turn on the event loop. */
const LARGEST_BATCH = 500

export interface Writer {
  /** Does the work inside a transaction; the promise is kept when it is on disk. */
  write<T>(work: () => T): Promise<T>
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>
}

interface Waiting {
  work: () => unknown
  kept: (value: unknown) => void
  broken: (error: unknown) => void
}

/**
 * All work that is asked for in one turn of the event loop shares one synchronous commit: an acknowledged write has
 * been flushed to disk, and many at once cost little more than one.
 */
export function createWriter(table: Table): Writer {
  const queue: Waiting[] = []
  let planned: Promise<void> | null = null

  const flush = () => {
    const batch = queue.splice(0, LARGEST_BATCH)
    const outcomes: ({ value: unknown } | { error: unknown })[] = []
    try {
      table.transactionSync(() => {
        for (const { work } of batch) outcomes.push(attempt(work))
      })
    } catch (error) {
      const failure = storageError(error)
      for (const { broken } of batch) broken(failure)
      return
    }
    for (const [i, { kept, broken }] of batch.entries()) {
      const outcome = outcomes[i]!
      if ('error' in outcome) broken(outcome.error)
      else kept(outcome.value)
    }
  }

  const drain = async () => {
    while (queue.length > 0) {
      await new Promise(resolve => setImmediate(resolve))
      flush()
    }
    planned = null
  }

  return {
    write: <T>(work: () => T) =>
      new Promise<T>((kept, broken) => {
        queue.push({ work, kept: kept as (value: unknown) => void, broken })
        planned ??= drain()
      }),
    idle: () => planned ?? Promise.resolve(),
  }
}

/** A refusal of ours ends its own work only; anything else takes the whole transaction back. */
function attempt(work: () => unknown): { value: unknown } | { error: unknown } {
  try {
    return { value: work() }
  } catch (error) {
    if (error instanceof AppError) return { error }
    throw error
  }
}

/** LMDB calls a write that was cut short an input/output error; nearly always the disk is full. */
const FULL = /ENOSPC|EDQUOT|EFBIG|EIO|No space left|quota|File too large|Input\/output error|MDB_MAP_FULL/i

export function storageError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const { code, message } = error as NodeJS.ErrnoException
  const facts = { code: code === undefined ? undefined : String(code) }
  return FULL.test(`${code} ${message}`)
    ? new AppError(
        'STORE_FULL',
        'The disk takes no more: it is full, or broken. Nothing was written.',
        facts,
        error,
      )
    : new AppError('STORE_UNAVAILABLE', 'The embedded store could not write.', facts, error)
}
