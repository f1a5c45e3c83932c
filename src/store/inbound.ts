import type { StoredInbound } from '../domain/conversation'
import type { Documents, Filter } from '../ports/documents'

export type InboundStore = ReturnType<typeof createInbound>

/** Everything that moves a conversation, kept once by its id and taken in order of arrival. */
export function createInbound(documents: Documents) {
  const inbound = documents.collection('inbound')
  const waitingFor = (contact: string, now: number): Filter => ({
    contact,
    handled: false,
    at: { $lte: now },
  })

  return {
    /** False: it is here already. */
    keep: (event: StoredInbound) => inbound.insert(event),
    get: (id: string) => inbound.get(id),

    /** Timers wait for their moment here too, hence `now`. */
    next: (contact: string, now: number) => inbound.first(waitingFor(contact, now), { sort: [['at', 1]] }),

    tried: (id: string) => inbound.update({ _id: id }, { inc: { tries: 1 } }),

    async close(id: string, how: 'done' | 'given_up'): Promise<void> {
      await inbound.update({ _id: id, handled: false }, { set: { handled: how } })
    },

    /** What waits for its turn, each contact once: the repair after a crash, and the timers that fall due. */
    async waiting(now: number, limit: number): Promise<{ contact: string; organisation: string }[]> {
      const events = await inbound.list({ handled: false, at: { $lte: now } }, { sort: [['at', 1]], limit })
      return [
        ...new Map(events.map(({ contact, organisation }) => [contact, { contact, organisation }])).values(),
      ]
    },

    /** How many messages somebody sent, from one moment to another. */
    messagesBetween: (contact: string, from: number, to: number) =>
      inbound.count({
        contact,
        'event.kind': { $in: ['message', 'anonymous'] },
        at: { $gte: from, $lte: to },
      }),

    /** The moment at which the next timer falls due. */
    async nextAt(after: number): Promise<number | null> {
      const next = await inbound.first({ handled: false, at: { $gt: after } }, { sort: [['at', 1]] })
      return next?.at ?? null
    },
  }
}
