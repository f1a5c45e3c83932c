import type { Enrolment } from '../domain/campaign'
import type { Contact } from '../domain/contact'
import type { Conversation, NamedReply, StoredInbound, Task } from '../domain/conversation'
import type { OutboxRow } from '../domain/outbox'
import type { Documents } from '../ports/documents'

/** Everything that names a contact. */
export interface Traces {
  contact: Contact
  enrolments: Enrolment[]
  rows: OutboxRow[]
  inbound: StoredInbound[]
  tasks: Task[]
  replies: NamedReply[]
  /** Forms that others filled in about them. */
  about: NamedReply[]
  /** Ids of what is only passed on: notes about them, their work and what they learn, what they sent to hear or see, paper letters. */
  notes: string[]
  work: string[]
  trainings: string[]
  media: string[]
  letters: string[]
  conversation: Conversation | null
}

const idsOf = (found: readonly { _id: string }[]): string[] => found.map(({ _id }) => _id)

export async function readTraces(documents: Documents, contact: Contact): Promise<Traces> {
  const of = { contact: contact._id }
  const [
    enrolments,
    rows,
    inbound,
    tasks,
    replies,
    about,
    notes,
    work,
    trainings,
    media,
    letters,
    conversation,
  ] = await Promise.all([
    documents.collection('enrolments').list(of),
    documents.collection('outbox').list(of),
    documents.collection('inbound').list(of),
    documents.collection('tasks').list(of),
    documents.collection('namedReplies').list(of),
    documents.collection('namedReplies').list({ about: contact._id }),
    documents.collection('contactNotes').list(of).then(idsOf),
    documents.collection('workNotes').list(of).then(idsOf),
    documents.collection('trainings').list(of).then(idsOf),
    documents.collection('media').list(of).then(idsOf),
    documents.collection('paperLetters').list(of).then(idsOf),
    documents.collection('conversations').get(contact._id),
  ])
  return {
    contact,
    enrolments,
    rows,
    inbound,
    tasks,
    replies,
    about,
    notes,
    work,
    trainings,
    media,
    letters,
    conversation,
  }
}
