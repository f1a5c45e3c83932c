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

export async function readTraces(documents: Documents, contact: Contact): Promise<Traces> {
  const of = { contact: contact._id }
  const idsIn = async (name: 'contactNotes' | 'workNotes' | 'trainings' | 'media' | 'paperLetters') => {
    const found: readonly { _id: string }[] = await documents.collection(name).list(of)
    return found.map(({ _id }) => _id)
  }
  return {
    contact,
    enrolments: await documents.collection('enrolments').list(of),
    rows: await documents.collection('outbox').list(of),
    inbound: await documents.collection('inbound').list(of),
    tasks: await documents.collection('tasks').list(of),
    replies: await documents.collection('namedReplies').list(of),
    about: await documents.collection('namedReplies').list({ about: contact._id }),
    notes: await idsIn('contactNotes'),
    work: await idsIn('workNotes'),
    trainings: await idsIn('trainings'),
    media: await idsIn('media'),
    letters: await idsIn('paperLetters'),
    conversation: await documents.collection('conversations').get(contact._id),
  }
}
