import type { Campaign } from '../domain/campaign'
import type { Contact } from '../domain/contact'
import { byName } from '../domain/contacts/contactFilter'
import type { NamedReply, Task } from '../domain/conversation'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import { peopleMeant } from './findPerson'

/** Somebody answered about a person by a name that nobody of the event has. What they answered is not in here. */
export interface MeantReading {
  task: Task
  campaign: Campaign
  writer: Pick<Contact, '_id' | 'name'>
  /** The name as they wrote it. */
  written: string
  people: Pick<Contact, '_id' | 'name'>[]
}

/** @throws NOT_FOUND when nothing is asked by this task */
export async function readMeant(
  { documents, content }: { documents: Documents; content: Pick<Content, 'dialog'> },
  task: Task,
): Promise<MeantReading> {
  const { reply, campaign } = await replyOf(documents, task)
  const [event, writer] = await Promise.all([
    documents.collection('campaigns').get(campaign),
    documents.collection('contacts').get(task.contact),
  ])
  if (!event || !writer) throw new AppError('NOT_FOUND', 'The event or the writer is gone')
  const named = content
    .dialog(reply.dialog, reply.version)
    ?.questions.find(({ effect }) => effect === 'about')
  return {
    task,
    campaign: event,
    writer,
    written: String((named && reply.answers[named.id]) ?? ''),
    people: byName(await peopleMeant(documents, campaign)),
  }
}

/**
 * Says whom a reply is about, so that their supervisor reads it; `null`: none of these people, and nobody does.
 * @param by who said so
 * @returns false when a colleague was first: nothing has happened
 * @throws NOT_FOUND when this person is not one of the event
 */
export async function noteMeant(
  { documents, clock }: { documents: Documents; clock: Pick<Clock, 'now'> },
  task: Task,
  contact: string | null,
  by: string,
): Promise<boolean> {
  const { reply, campaign } = await replyOf(documents, task)
  const people = await peopleMeant(documents, campaign)
  if (contact !== null && people.every(({ _id }) => _id !== contact))
    throw new AppError('NOT_FOUND', 'Not a person of this event')
  return documents.atomically([
    {
      in: 'tasks',
      update: { _id: task._id, state: 'open' },
      patch: { set: { state: 'done', result: 'done', doneAt: clock.now(), doneBy: by, before: {} } },
    },
    {
      in: 'namedReplies',
      update: { _id: reply._id },
      patch: contact === null ? { unset: ['about'] } : { set: { about: contact } },
    },
  ])
}

async function replyOf(
  documents: Documents,
  { reply: id, organisation }: Task,
): Promise<{ reply: NamedReply; campaign: string }> {
  const reply = id === undefined ? null : await documents.collection('namedReplies').get(id)
  if (reply?.organisation !== organisation || reply.campaign === undefined)
    throw new AppError('NOT_FOUND', 'There is no such reply')
  return { reply, campaign: reply.campaign }
}
