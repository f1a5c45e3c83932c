import { type Circumstances, countsForWeek, WEEKLY_LIMIT } from '../domain/delivery/decide'
import { applyStatus } from './applyStatus'
import type { Sending } from './sending'
import { hasEventWaiting, hasStopWaiting } from './waitingEvents'

/** What the look found. `again`: nothing decided, only not now. */
export type Objection =
  | { end: 'cancelled'; reason: string; cancelledBy: 'plan' | 'person' | 'stop' }
  | { end: 'again'; reason: string; waitMs: number }
  /** The row itself is no longer ours to send; its ways back know what to do. */
  | { end: 'closed'; reason: string }

/**
 * After the mark and before the call: has anything come in between that forbids this message (protocol 4.3)? It reads
 * the causes themselves (the stored STOP, the campaign's version), not their later effects.
 * @returns null: it may leave
 */
export async function lastLook(
  deps: Sending,
  { row, step }: Pick<Circumstances, 'row' | 'step'>,
  n: number,
): Promise<Objection | null> {
  const { documents, outbox, statuses, clock, timing } = deps
  const fresh = { fresh: true }
  const isBulk = row.rank === 5
  const isPlanned = isBulk && row.seq === undefined
  const limited = countsForWeek(row) && step?.when === undefined
  const [seen, contact, campaign, stop, event, late, week] = await Promise.all([
    outbox.get(row._id, fresh),
    documents.collection('contacts').get(row.contact, fresh),
    isBulk && row.campaign !== undefined ? documents.collection('campaigns').get(row.campaign, fresh) : null,
    row.last ? false : hasStopWaiting(deps, row.contact),
    isPlanned && hasEventWaiting(deps, row.contact),
    statuses.unappliedOf(row._id, fresh),
    limited ? outbox.leftThisWeek(row, clock.now()) : [],
  ])
  for (const record of late) await applyStatus(deps, record)
  const own = late.length > 0 ? await outbox.get(row._id, fresh) : seen
  if (own?.state !== 'sending' || own.attempt !== n || own.wish || own.reached >= 5)
    return { end: 'closed', reason: 'changed' }
  if (!contact) return { end: 'cancelled', reason: 'contact_gone', cancelledBy: 'person' }
  const stopped = contact.stopped && [undefined, own.channel].includes(contact.stopped.channel)
  if (stopped && !row.last) return { end: 'cancelled', reason: 'stopped', cancelledBy: 'stop' }
  // The STOP has not had its turn yet; what it cancels, it cancels itself.
  if (stop) return { end: 'again', reason: 'stop_waiting', waitMs: timing.headWait }
  if (event) return { end: 'again', reason: 'in_conversation', waitMs: timing.bulkWait }
  if (campaign && own.planVersion !== undefined && campaign.version !== own.planVersion)
    return { end: 'again', reason: 'being_planned', waitMs: timing.headWait }
  if (campaign?.state === 'paused')
    return { end: 'again', reason: 'campaign_paused', waitMs: timing.bulkWait }
  if (campaign?.state === 'cancelled' && step?.when !== 'cancelled')
    return { end: 'cancelled', reason: 'event_cancelled', cancelledBy: 'plan' }
  if (week.length >= WEEKLY_LIMIT) return { end: 'again', reason: 'weekly_limit', waitMs: timing.bulkWait }
  return null
}
