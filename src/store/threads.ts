import type { Thread } from '../domain/inbox/thread'
import type { Documents } from '../ports/documents'

export type Threads = ReturnType<typeof createThreads>

interface About {
  contact: string
  organisation: string
  at: number
}

/** Who is waited for and who answers. Every change names in its filter what it rests on, so one of two at once wins. */
export function createThreads(documents: Documents) {
  const threads = documents.collection('threads')
  const begin = (thread: Thread) => threads.insert(thread)

  return {
    get: (contact: string) => threads.get(contact),

    /**
     * They wrote. Whoever answers sees it; where nobody does, the bot talks, or a person is asked for because it is silent.
     */
    async heard({ contact, organisation, at }: About, withPerson: boolean): Promise<void> {
      if (await this.waits(contact, at)) return
      const place = withPerson ? 'waiting' : 'bot'
      const now = { place, at, ...(withPerson ? { waitsSince: at } : {}) } as const
      if (await threads.update({ _id: contact, place: { $in: ['bot', 'closed'] } }, { set: now })) return
      await begin({ _id: contact, organisation, ...now })
    },

    /** Whoever of ours answers has not answered this yet. Null: nobody answers, or something older waits. */
    waits: (contact: string, at: number) =>
      threads.update(
        { _id: contact, place: 'held', waitsSince: { $exists: false } },
        { set: { waitsSince: at, at } },
      ),

    /** They asked for a person. */
    async ask({ contact, organisation, at }: About): Promise<void> {
      const waiting = { place: 'waiting', at, waitsSince: at } as const
      if (await threads.update({ _id: contact, place: { $in: ['bot', 'closed'] } }, { set: waiting })) return
      if (await this.waits(contact, at)) return
      await begin({ _id: contact, organisation, ...waiting })
    },

    /**
     * From here on `staff` answers, and nobody else. Null: a colleague does already.
     * @param from who hands over; absent: only what nobody holds is taken
     */
    async take(about: About, staff: string, from?: string): Promise<Thread | null> {
      const { contact: _id, organisation, at } = about
      const mine = await threads.update(
        { _id, place: 'held', 'holder.staff': staff },
        { set: { 'holder.staff': staff } },
      )
      if (mine) return mine
      const set = { place: 'held', holder: { staff, since: at } } as const
      const free =
        from === undefined
          ? { place: { $in: ['bot', 'waiting', 'closed'] as const } }
          : { place: 'held', 'holder.staff': from }
      const taken = await threads.update({ _id, ...free }, { set })
      if (taken || from !== undefined) return taken
      return (await begin({ _id, organisation, at, ...set }))
        ? threads.get(_id)
        : this.stillFree(about, staff)
    },

    /** Somebody was here between our two looks. */
    async stillFree({ contact: _id, at }: About, staff: string): Promise<Thread | null> {
      const set = { place: 'held', holder: { staff, since: at } }
      return threads.update({ _id, place: { $in: ['bot', 'waiting', 'closed'] } }, { set })
    },

    /** What they wrote up to `seen` has its answer. */
    answered: (contact: string, staff: string, seen: number) =>
      threads.update(
        { _id: contact, 'holder.staff': staff, waitsSince: { $lte: seen } },
        { unset: ['waitsSince'] },
      ),

    /** Nobody of ours answers any more. Null: a colleague does. */
    leave: (contact: string, staff: string, place: 'bot' | 'closed') =>
      threads.update(
        { _id: contact, $or: [{ place: 'waiting' }, { place: 'held', 'holder.staff': staff }] },
        { set: { place }, unset: ['holder', 'waitsSince'] },
      ),
  }
}
