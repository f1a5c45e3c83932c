import type { Sender } from '../documents'
import type { ChannelName } from '../message'

/** One message in so many is a planned one when replies would take everything. */
export const BULK_SHARE = 10

/** WhatsApp: 80 messages a second per sender; SMS: 1 segment a second unless the carrier allows more (twilio reference 6). */
const RATE: Record<ChannelName, Pick<Sender, 'intervalMs' | 'burstMs' | 'reserveMs'>> = {
  whatsapp: { intervalMs: 13, burstMs: 1_000, reserveMs: 13 },
  sms: { intervalMs: 1_000, burstMs: 5_000, reserveMs: 1_000 },
}

export const newSender = (id: string, channel: ChannelName, now: number): Sender => ({
  _id: id,
  ...RATE[channel],
  freeAt: now - RATE[channel].burstMs,
  pausedUntil: 0,
  taken: 0,
})

/** True when the next token is a planned message's, however many replies wait. */
export const isBulkTurn = (sender: Pick<Sender, 'taken'>): boolean =>
  (sender.taken ?? 0) % BULK_SHARE === BULK_SHARE - 1

/** The largest `freeAt` with which `cost` tokens are there. Planned messages see a bucket that is smaller by the reserve. */
export function tokenLimit(
  sender: Pick<Sender, 'intervalMs' | 'burstMs' | 'reserveMs'>,
  need: { cost: number; keepReserve: boolean; now: number },
): number {
  const reserve = need.keepReserve ? sender.reserveMs : 0
  // A message dearer than the whole bucket leaves when the bucket is full: it would wait for ever otherwise.
  return need.now - Math.min(need.cost * sender.intervalMs + reserve, sender.burstMs)
}
