import { isBulkTurn } from '../domain/delivery/bucket'
import type { OutboxRow } from '../domain/outbox'
import { AppError } from '../errors'
import type { Scope } from '../store/outbox'
import type { Sending } from './sending'
import { sendRow } from './sendRow'

/**
 * Sends what is due: replies before planned messages, one sender of one organisation after the other, each at its own
 * rate, several messages at a time (protocol 4.1). Any number of processes may do this at once.
 * @param limit how many rows to take up, at most
 * @returns how many were taken up
 */
export async function sendDue(deps: Sending, scope: Scope & { limit: number }): Promise<number> {
  const { outbox, clock, parallel } = deps
  const { limit, ...rest } = scope
  const senders = await outbox.sendersDue(rest, clock.now())
  const turns = startingAnywhere(senders, deps.chance())
  const underWay = new Set<Promise<void>>()
  /** Rows of one person go one after the other, so none of ours waits for another of ours. */
  const lastOf = new Map<string, Promise<void>>()
  let storeIsAway: unknown
  let taken = 0

  while (taken < limit && turns.length > 0 && storeIsAway === undefined) {
    const sender = turns.shift() as string
    const one = await takeOne(deps, sender, rest)
    if (!one) continue
    const { row, paid } = one
    turns.push(sender)
    taken++
    const work = (lastOf.get(row.contact) ?? Promise.resolve())
      .then(() => sendRow(deps, row, paid))
      // We do not know what was written: this piece of work is over, lease and sweepers repair it (protocol 1).
      .catch(error => {
        deps.log.error('send', error, { row: row._id })
        if (error instanceof AppError && error.code.startsWith('STORE_')) storeIsAway = error
      })
      .finally(() => {
        underWay.delete(work)
        if (lastOf.get(row.contact) === work) lastOf.delete(row.contact)
      })
    underWay.add(work)
    lastOf.set(row.contact, work)
    if (underWay.size >= parallel) await Promise.race(underWay)
  }
  await Promise.all(underWay)
  if (storeIsAway !== undefined) throw storeIsAway
  return taken
}

/** One row of this sender that may leave now: a token first, then the claim. Null: this sender has nothing, or must wait. */
async function takeOne(
  deps: Sending,
  senderId: string,
  scope: Scope,
): Promise<{ row: OutboxRow; paid: number } | null> {
  const { outbox, senders, clock, timing } = deps
  for (;;) {
    const now = clock.now()
    const sender = await senders.of(senderId, now)
    const bulkTurn = isBulkTurn(sender)
    const next =
      (bulkTurn ? await outbox.nextDue(senderId, scope, now, true) : null) ??
      (await outbox.nextDue(senderId, scope, now, false))
    if (!next) return null
    const paid = next.cost ?? 1
    // A dialog that begins is no message; what it says will take a token of its own.
    if (next.kind === 'message') {
      const keepReserve = next.rank === 5 && !bulkTurn
      if (!(await senders.take(sender, { cost: paid, keepReserve, now }))) return null
      await deps.crash?.('send.afterToken')
    }
    const row = await outbox.claim(next, scope, { owner: deps.owner, now, until: now + timing.rowLease })
    // Null: another process was faster; perhaps there is more.
    if (row) return { row, paid }
  }
}

/** Fair between organisations: nobody is always first. */
function startingAnywhere(senders: readonly string[], chance: number): string[] {
  const first = Math.floor(chance * senders.length)
  return [...senders.slice(first), ...senders.slice(0, first)]
}
