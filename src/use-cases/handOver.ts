import type { Circumstances } from '../domain/delivery/decide'
import type { OutboxRow } from '../domain/outbox'
import type { OutboundMessage } from '../ports/channel'
import { lastLook, type Objection } from './lastLook'
import { recordOutcome } from './recordOutcome'
import type { Sending } from './sending'

/**
 * The last look, the call, and what came of it (protocol 4.3). Between the last comparison and the first byte nothing is
 * awaited.
 * @param t0 monotonic moment just before the mark: the budget runs from there, also while this process is frozen
 */
export async function handOver(
  deps: Sending,
  about: Circumstances,
  row: OutboxRow,
  t0: number,
  message: OutboundMessage,
): Promise<void> {
  const { clock, timing } = deps
  const n = row.attempt
  for (;;) {
    const t1 = clock.monotonic()
    const objection = await lastLook(deps, { row, step: about.step }, n)
    await deps.crash?.('send.afterLook')
    if (objection) return notCalled(deps, row, n, objection)
    const now = clock.monotonic()
    if (now - t0 > timing.callBudget)
      return notCalled(deps, row, n, { end: 'again', reason: 'late', waitMs: 0 })
    if (now - t1 <= timing.lookToCall) break
  }
  const outcome = await deps.channel.send(message, AbortSignal.timeout(timing.httpTimeout))
  await deps.crash?.('send.answerReceived')
  await recordOutcome(deps, row, n, outcome)
}

/** The number of this attempt is spent, the message is not. */
async function notCalled(deps: Sending, row: OutboxRow, n: number, why: Objection): Promise<void> {
  await deps.crash?.('send.beforeNotCalled')
  const now = deps.clock.now()
  const done =
    why.end === 'cancelled'
      ? await deps.attempts.notCalledEnd(row._id, n, {
          state: 'cancelled',
          reason: why.reason,
          cancelledBy: why.cancelledBy,
        })
      : await deps.attempts.notCalled(row._id, n, now + (why.end === 'again' ? why.waitMs : 0))
  if (!done) await deps.attempts.wayBackClosed(row._id, n, 'void', now)
}
