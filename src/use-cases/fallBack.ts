import { senderOf } from '../domain/organisation'
import type { OutboxRow } from '../domain/outbox'
import { applyStatus } from './applyStatus'
import { hasSms } from './fallbackAtFor'
import { isProviderAway } from './isProviderAway'
import { recordStatus } from './recordStatus'
import type { Sending } from './sending'

/** WhatsApp messages that have not been delivered in time go by SMS, once (protocol 4.7). */
export async function fallBack(deps: Sending): Promise<void> {
  for await (const row of deps.attempts.fallbackDue(deps.clock.now())) {
    try {
      await fallBackOne(deps, row)
    } catch (error) {
      // The provider is away: the next round asks again. A store that is away ends this round.
      if (!isProviderAway(error)) throw error
      deps.log.warn('fallback_waits', { row: row._id })
    }
  }
}

async function fallBackOne(deps: Sending, row: OutboxRow): Promise<void> {
  const { attempts, statuses, channel, clock } = deps
  const n = row.attempt
  const sid = row.attempts[n]?.sid
  const said = sid === undefined ? null : await channel.fetchStatus(sid)
  await deps.crash?.('fallback.afterFetch')
  if (sid !== undefined && said) {
    const record = await recordStatus(deps, { providerId: sid, row: row._id, attempt: n, ...said })
    if (record) await applyStatus(deps, record)
  }
  for (const record of await statuses.unappliedOf(row._id, { fresh: true })) await applyStatus(deps, record)
  const sms = await hasSms(deps, row)
  const now = clock.now()
  const falls = sms && (await attempts.fallBack(row._id, n, senderOf(row.organisation, 'sms'), now))
  await deps.crash?.('fallback.afterDecide')
  if (!falls) await attempts.staysAccepted(row._id, now)
}
