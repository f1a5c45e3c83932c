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
  const { limit, ...rest } = scope
  const senders = startingAnywhere(await deps.outbox.sendersDue(rest, deps.clock.now()), deps.chance())
  /** Rows of one person go one after the other, so none of ours waits for another of ours. */
  const lastOf = new Map<string, Promise<void>>()
  let broken: { error: unknown } | undefined
  let turn = 0
  let taken = 0

  const takeNext = async (): Promise<Taken | null> => {
    while (taken < limit && senders.length > 0 && !broken) {
      const place = turn % senders.length
      const one = await takeOne(deps, senders[place] as string, rest)
      if (one) {
        taken++
        turn = place + 1
        return one
      }
      senders.splice(place, 1)
      turn = place
    }
    return null
  }
  // One after the other: several at once would pay a token each for the same row.
  let taking: Promise<unknown> = Promise.resolve()
  const next = (): Promise<Taken | null> => {
    const mine = taking.then(takeNext)
    taking = mine.catch(() => {})
    return mine
  }
  const work = async (): Promise<void> => {
    for (let one = await next(); one; one = await next()) {
      const { contact } = one.row
      const mine = one
      const sent = (lastOf.get(contact) ?? Promise.resolve()).then(() => sendOne(deps, mine))
      const settled = sent.catch(() => {})
      lastOf.set(contact, settled)
      await sent
      if (lastOf.get(contact) === settled) lastOf.delete(contact)
    }
  }
  const worker = () =>
    work().catch(error => {
      broken ??= { error }
    })
  await Promise.all(Array.from({ length: Math.min(deps.parallel, limit) }, worker))
  if (broken) throw broken.error
  return taken
}

/** What goes wrong with one row is that row's; a store that is away ends the round. */
async function sendOne(deps: Sending, { row, paid }: Taken): Promise<void> {
  try {
    await sendRow(deps, row, paid)
  } catch (error) {
    // We do not know what was written: this piece of work is over, lease and sweepers repair it (protocol 1).
    deps.log.error('send', error, { row: row._id })
    if (error instanceof AppError && error.code.startsWith('STORE_')) throw error
  }
}

interface Taken {
  row: OutboxRow
  /** Tokens. */
  paid: number
}

/** One row of this sender that may leave now: a token first, then the claim. Null: this sender has nothing, or must wait. */
async function takeOne(deps: Sending, senderId: string, scope: Scope): Promise<Taken | null> {
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
