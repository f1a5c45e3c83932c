import { rankOf, saysDelivered, saysFailed } from '../domain/delivery/status'
import type { StatusRecord } from '../domain/documents'
import { applyFailure } from './applyFailure'
import { recordAccepted } from './recordOutcome'
import type { Sending } from './sending'

/**
 * A status becomes true for its row (protocol 4.6): evidence, then consequence, `applied` last. Every step may be done
 * twice, so a crash in between is repaired by doing all of it again.
 */
export async function applyStatus(deps: Sending, record: StatusRecord): Promise<void> {
  const { attempts, outbox, statuses, providerMessages, clock, timing } = deps
  const link =
    record.row !== undefined && record.attempt !== undefined
      ? { row: record.row, attempt: record.attempt }
      : await providerMessages.get(record.sid)
  const row = link && (await outbox.get(link.row))
  if (!link || !row?.attempts[link.attempt]) {
    // A status may be faster than our own note of which message it is about; after a while there is none.
    if (link || clock.now() - record.at > timing.strayStatus) {
      deps.log.warn('status_of_unknown_message', { status: record.status })
      await statuses.applied(record._id)
    }
    return
  }
  const n = link.attempt
  const rank = rankOf(record.status)
  await recordAccepted(deps, row, n, record.sid)
  await attempts.raise(row._id, n, rank, record.sid)
  await deps.crash?.('status.afterEvidence')

  if (saysDelivered(rank)) await attempts.delivered(row._id)
  else if (saysFailed(rank)) await concludeFailed(deps, row._id, n, record)
  await deps.crash?.('status.afterConsequence')
  await statuses.applied(record._id)
}

/** Only the attempt that counts now, and only while nothing better is known of the row. */
async function concludeFailed(deps: Sending, id: string, n: number, record: StatusRecord): Promise<void> {
  const row = await deps.outbox.get(id)
  if (row?.state !== 'accepted' || row.attempt !== n || !saysFailed(row.reached)) return
  const code = record.errorCode === undefined ? {} : { code: String(record.errorCode) }
  await applyFailure(deps, row, n, 'reported', record.failure ?? { kind: 'refused', ...code })
}
