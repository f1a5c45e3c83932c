import type { OutboxRow } from '../domain/outbox'
import type { SendOutcome } from '../ports/channel'
import { applyFailure } from './applyFailure'
import { fallbackAtFor } from './fallbackAtFor'
import type { Sending } from './sending'

/** What the provider answered, as evidence about one attempt: whoever owns the row by now (protocol 4.4). */
export async function recordOutcome(
  deps: Sending,
  row: OutboxRow,
  n: number,
  outcome: SendOutcome,
): Promise<void> {
  switch (outcome.outcome) {
    case 'accepted':
      return recordAccepted(deps, row, n, outcome.providerId)
    case 'refused':
      return applyFailure(deps, row, n, 'refused', outcome.failure)
    case 'unknown':
      deps.log.warn('outcome_unknown', { row: row._id, attempt: n })
      await deps.attempts.unknown(row._id, n)
      await deps.crash?.('send.afterOutcome')
  }
}

/** The answer, a callback or the list proves that attempt `n` left as `sid`. */
export async function recordAccepted(deps: Sending, row: OutboxRow, n: number, sid: string): Promise<void> {
  if (!(await deps.providerMessages.link(sid, row._id, n)))
    deps.log.warn('message_of_another_row', { row: row._id, attempt: n })
  await deps.crash?.('send.afterLink')
  const fallbackAt = await fallbackAtFor(deps, row, n)
  await deps.attempts.accepted(row._id, n, sid, {
    newsAt: (row.attempts[n]?.startedAt ?? deps.clock.now()) + deps.timing.quietQueued,
    ...(fallbackAt === undefined ? {} : { fallbackAt }),
  })
  await deps.crash?.('send.afterOutcome')
}
