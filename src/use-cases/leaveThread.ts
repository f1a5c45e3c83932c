import type { Contact } from '../domain/contact'
import { eventOfOurs } from '../domain/conversation'
import type { ReadLines } from './readLines'
import type { TakeThread } from './takeThread'
import { wroteAfter } from './wroteAfter'

/**
 * Nobody of ours answers any more, and what asked for a person is done. `bot`: the bot says that it is back and goes on
 * where it was. `closed`: it listens again and says nothing. False: a colleague answers.
 */
export async function leaveThread(
  { documents, threads, clock }: TakeThread,
  { _id: contact, organisation }: Pick<Contact, '_id' | 'organisation'>,
  by: string,
  place: 'bot' | 'closed',
): Promise<boolean> {
  const before = await threads.get(contact)
  if (!(await threads.leave(contact, by, place))) return false
  const at = clock.now()
  await documents
    .collection('tasks')
    .updateMany(
      { contact, state: 'open', kind: 'handover' },
      { set: { state: 'done', result: 'done', doneAt: at, doneBy: by } },
    )
  await documents.collection('inbound').insert(
    eventOfOurs({
      _id: `staff:hand_back:${contact}:${before?.holder?.since ?? before?.at ?? at}`,
      organisation,
      contact,
      at,
      event: { kind: 'staff', what: 'hand_back', by, ...(place === 'closed' ? { quiet: true } : {}) },
    }),
  )
  return true
}

/**
 * The same, by somebody who read as far as `seen`. `wrote`: they wrote since, which nobody would answer; nothing happened.
 * `held`: a colleague answers.
 */
export async function leaveAsSeen(
  deps: TakeThread & ReadLines,
  contact: Pick<Contact, '_id' | 'organisation'>,
  by: string,
  { place, seen }: { place: 'bot' | 'closed'; seen: number | undefined },
): Promise<'left' | 'held' | 'wrote'> {
  if (seen !== undefined && (await wroteAfter(deps, contact._id, seen)) !== undefined) return 'wrote'
  return (await leaveThread(deps, contact, by, place)) ? 'left' : 'held'
}
