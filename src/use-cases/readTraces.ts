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
  conversation: Conversation | null
}

export async function readTraces(documents: Documents, contact: Contact): Promise<Traces> {
  const of = { contact: contact._id }
  const [enrolments, rows, inbound, tasks, replies, about, conversation] = await Promise.all([
    documents.collection('enrolments').list(of),
    documents.collection('outbox').list(of),
    documents.collection('inbound').list(of),
    documents.collection('tasks').list(of),
    documents.collection('namedReplies').list(of),
    documents.collection('namedReplies').list({ about: contact._id }),
    documents.collection('conversations').get(contact._id),
  ])
  return { contact, enrolments, rows, inbound, tasks, replies, about, conversation }
}
