import { newSender, tokenLimit } from '../domain/delivery/bucket'
import type { Sender } from '../domain/documents'
import { CHANNELS, type ChannelName } from '../domain/message'
import type { Documents } from '../ports/documents'

export type Senders = ReturnType<typeof createSenders>

/** A sender that has caught up further ahead than any two clocks may differ was served by a clock that has gone back since. */
const CLOCK_WENT_BACK_MS = 60_000

/** The token bucket of every sender: one number each, changed only by conditional updates (protocol 4.9). */
export function createSenders(documents: Documents) {
  const senders = documents.collection('senders')

  return {
    /** The sender; begun with its channel's usual rate when nobody has set one. */
    async of(id: string, now: number): Promise<Sender> {
      const known = await senders.get(id)
      if (known) return known
      const channel = id.slice(id.lastIndexOf('|') + 1) as ChannelName
      const sender = newSender(id, CHANNELS.includes(channel) ? channel : 'sms', now)
      await senders.insert(sender)
      return (await senders.get(id)) ?? sender
    },

    /**
     * Takes `cost` tokens, or none.
     * @returns the sender afterwards; null: not now
     */
    async take(
      sender: Sender,
      { cost, keepReserve, now }: { cost: number; keepReserve: boolean; now: number },
    ): Promise<Sender | null> {
      const { _id, intervalMs, burstMs } = sender
      const filled = now - burstMs
      const paid = cost * intervalMs
      const open = { _id, pausedUntil: { $lte: now } }
      const fromBucket = () =>
        senders.update(
          { ...open, freeAt: { $gte: filled, $lte: tokenLimit(sender, { cost, keepReserve, now }) } },
          { inc: { freeAt: paid, taken: 1 } },
        )
      // Idle for longer than the bucket is deep: it is full, and no fuller.
      const fromFull = () =>
        senders.update(
          { ...open, freeAt: { $lt: filled } },
          { set: { freeAt: filled + paid }, inc: { taken: 1 } },
        )
      const [likely, other] = sender.freeAt < filled ? [fromFull, fromBucket] : [fromBucket, fromFull]
      const taken = (await likely()) ?? (await other())
      if (taken || sender.freeAt <= now + CLOCK_WENT_BACK_MS + paid) return taken
      const astray = { _id, freeAt: { $gt: now + CLOCK_WENT_BACK_MS + paid } }
      return (await senders.update(astray, { set: { freeAt: now } })) ? fromBucket() : null
    },

    /** The longest pause holds. */
    async pause(id: string, until: number, why: string): Promise<void> {
      await senders.update(
        { _id: id, pausedUntil: { $lt: until } },
        { set: { pausedUntil: until, pausedWhy: why } },
      )
    },
  }
}
