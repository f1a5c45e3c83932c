import type { Contact } from '../domain/contact'
import { eventOfOurs } from '../domain/conversation'
import type { Thread } from '../domain/inbox/thread'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import type { Threads } from '../store/threads'

export interface TakeThread {
  documents: Documents
  threads: Threads
  clock: Pick<Clock, 'now'>
}

export type Taken = { outcome: 'taken'; thread: Thread } | { outcome: 'held'; thread: Thread }

/**
 * One of us answers from here on, and the bot is silent. Of two at once one has it, and the other is told who.
 * @param from the colleague it is taken from, on purpose
 */
export async function takeThread(
  { documents, threads, clock }: TakeThread,
  { _id: contact, organisation }: Pick<Contact, '_id' | 'organisation'>,
  by: string,
  from?: string,
): Promise<Taken> {
  const at = clock.now()
  const thread = await threads.take({ contact, organisation, at }, by, from)
  if (!thread?.holder) {
    const held = await threads.get(contact)
    return { outcome: 'held', thread: held ?? { _id: contact, organisation, place: 'held', at } }
  }
  await documents.collection('inbound').insert(
    eventOfOurs({
      _id: `staff:take_over:${contact}:${thread.holder.since}`,
      organisation,
      contact,
      at,
      event: { kind: 'staff', what: 'take_over', by },
    }),
  )
  return { outcome: 'taken', thread }
}
