import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'

export interface Health {
  ok: boolean
  store: string
  /** Seconds since the last look at what is due; null before the first. */
  lastLook: number | null
  waiting: { toSend: number; inDoubt: number; toHandle: number }
}

/** Six looks missed: something is stuck. */
const TOO_LONG_S = 60

/**
 * Does the product do its work? For machines that watch over it.
 * @param lookedAt monotonic moment of the last look, or of the start
 */
export async function readHealth(
  { documents, clock }: { documents: Documents; clock: Clock },
  lookedAt: { moment: number; isStart: boolean },
): Promise<Health> {
  const outbox = documents.collection('outbox')
  const now = clock.now()
  const seconds = Math.round((clock.monotonic() - lookedAt.moment) / 1000)
  const [toSend, inDoubt, toHandle] = await Promise.all([
    outbox.count({ state: 'planned', nextAt: { $lte: now } }),
    outbox.count({ state: { $in: ['sending', 'unknown'] } }),
    documents.collection('inbound').count({ handled: false, at: { $lte: now } }),
  ])
  return {
    ok: seconds <= TOO_LONG_S,
    store: documents.engine,
    lastLook: lookedAt.isStart ? null : seconds,
    waiting: { toSend, inDoubt, toHandle },
  }
}
