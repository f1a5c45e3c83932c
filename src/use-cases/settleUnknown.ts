import type { Attempt, OutboxRow } from '../domain/outbox'
import { bodyHash } from './bodyHash'
import { isProviderAway } from './isProviderAway'
import { recordAccepted } from './recordOutcome'
import type { Sending } from './sending'

/** The provider's clock and ours may differ by this much. */
const CREATED_BEFORE_MS = 60_000

/**
 * Messages that may have left: the provider's list shows it, or two lists do not and policy decides (protocol 4.5). A list
 * that cannot be read decides nothing and ends this round.
 */
export async function settleUnknown(deps: Sending): Promise<void> {
  for await (const row of deps.attempts.doubtful()) {
    const attempt = row.attempts[row.attempt]
    if (!attempt || !isTimeToLook(deps, attempt)) continue
    let found: boolean
    try {
      found = await findInList(deps, row, attempt)
    } catch (error) {
      if (!isProviderAway(error)) throw error
      deps.log.warn('list_unreadable', { row: row._id })
      return
    }
    if (!found) await decide(deps, row, attempt)
  }
}

/**
 * The request itself must begin after the grace: an earlier answer, read later, proves nothing (protocol V10). The second
 * list comes a whole grace after the first, so that a wall clock that jumps ahead cannot shorten both.
 */
function isTimeToLook({ clock, timing }: Sending, { startedAt, emptyAt }: Attempt): boolean {
  const after =
    emptyAt === undefined
      ? startedAt + timing.grace
      : Math.max(startedAt + timing.secondLook, emptyAt + timing.grace)
  return clock.now() > after
}

async function findInList(deps: Sending, row: OutboxRow, attempt: Attempt): Promise<boolean> {
  const { documents, channel, providerMessages } = deps
  const [contact, organisation] = await Promise.all([
    documents.collection('contacts').get(row.contact),
    documents.collection('organisations').get(row.organisation),
  ])
  const from = organisation?.senders[attempt.channel]
  const since = attempt.startedAt - CREATED_BEFORE_MS
  for (const to of contact?.addresses.filter(address => address.channel === attempt.channel) ?? [])
    for (const withDate of [true, false])
      for await (const message of channel.list({ to, ...(from ? { from } : {}), since, withDate })) {
        await deps.crash?.('search.afterList')
        const fits =
          message.direction === 'out' &&
          message.createdAt >= since &&
          bodyHash(message.body) === attempt.bodyHash &&
          (await providerMessages.link(message.providerId, row._id, row.attempt))
        if (!fits) continue
        await deps.crash?.('search.afterLink')
        await recordAccepted(deps, row, row.attempt, message.providerId)
        return true
      }
  return false
}

async function decide(deps: Sending, row: OutboxRow, { emptyAt }: Attempt): Promise<void> {
  const { attempts, clock } = deps
  const n = row.attempt
  if (emptyAt === undefined) {
    await attempts.emptyList(row._id, n, clock.now())
    return
  }
  const again = await attempts.resend(row._id, n, clock.now())
  await deps.crash?.('search.afterDecide')
  if (!again) await attempts.leave(row._id, n)
}
