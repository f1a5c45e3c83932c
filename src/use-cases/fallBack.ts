import { senderOf } from '../domain/organisation'
import type { OutboxRow } from '../domain/outbox'
import { askProvider } from './askProvider'
import { hasSms } from './fallbackAtFor'
import { isProviderAway } from './isProviderAway'
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
  const { attempts, clock } = deps
  await askProvider(deps, row)
  const sms = await hasSms(deps, row)
  const now = clock.now()
  const falls = sms && (await attempts.fallBack(row._id, row.attempt, senderOf(row.organisation, 'sms'), now))
  await deps.crash?.('fallback.afterDecide')
  if (!falls) await attempts.staysAccepted(row._id, now)
}
