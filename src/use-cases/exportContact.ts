import { type Contact, PURPOSES } from '../domain/contact'
import type { HistoryLine } from '../domain/contacts/history'
import type { NamedReply, Task } from '../domain/conversation'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import type { NewId } from '../ports/ids'
import type { Seal } from '../ports/seal'
import { auditEntry } from './audit'
import { type ContactReading, readContact } from './readContact'

export interface PersonData {
  madeAt: number
  organisation: string
  person: Omit<Contact, 'addressKeys' | 'consents' | 'turn' | 'rev'>
  /** The register, purpose by purpose. */
  consents: Contact['consents']
  campaigns: { event: string; start: string; enrolment: ContactReading['campaigns'][number]['enrolment'] }[]
  messages: HistoryLine[]
  /** Answers with a name, their own and what others answered about them. Those without one cannot be found. */
  replies: NamedReply[]
  tasks: Task[]
}

/** Everything we know of one person, for that person; who asked for it is in the audit log. */
export async function exportContact(
  deps: { documents: Documents; seal: Pick<Seal, 'unlock'>; clock: Clock; newId: NewId },
  contact: Contact,
  by: string,
): Promise<PersonData> {
  const { documents } = deps
  const reading = await readContact(deps, contact)
  const [organisation, replies, tasks] = await Promise.all([
    documents.collection('organisations').get(contact.organisation),
    documents
      .collection('namedReplies')
      .list({ $or: [{ contact: contact._id }, { about: contact._id }] }, { sort: [['at', 1]] }),
    documents.collection('tasks').list({ contact: contact._id }, { sort: [['dueAt', 1]] }),
  ])
  const { addressKeys: _keys, consents, turn: _turn, rev: _rev, ...person } = contact
  const entry = {
    what: 'person_data_given',
    organisation: contact.organisation,
    by,
    about: contact._id,
  } as const
  await documents.collection('auditLog').insert(auditEntry(deps, entry))
  return {
    madeAt: deps.clock.now(),
    organisation: organisation?.name ?? '',
    person,
    consents: PURPOSES.flatMap(purpose => consents.filter(line => line.purpose === purpose)),
    campaigns: reading.campaigns.map(({ campaign, enrolment }) => ({
      event: campaign.event.name,
      start: campaign.event.start,
      enrolment,
    })),
    messages: reading.history,
    replies,
    tasks,
  }
}
