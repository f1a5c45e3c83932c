import { type Contact, PURPOSES } from '../domain/contact'
import type { HistoryLine } from '../domain/contacts/history'
import { stateOf, type Training } from '../domain/contacts/training'
import { inOrder, type WorkNote } from '../domain/contacts/workNote'
import type { NamedReply, Task } from '../domain/conversation'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import type { NewId } from '../ports/ids'
import type { Seal } from '../ports/seal'
import { auditEntry } from './audit'
import { type ContactReading, readContact } from './readContact'
import { readNames } from './readNames'

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
  /** How many of those are left out here: for the talk with a supervisor, which this is not. */
  hidden: number
  /** Who of the staff opened what is for a talk with them, and when. */
  readings: { at: number; by: string }[]
  tasks: Task[]
  /** Where they stood, as they told us. */
  work: WorkNote[]
  /** What they learn or learned, with all that was ever noted of it, the oldest first. */
  trainings: Training[]
}

/**
 * Everything we know of one person, for that person; who asked for it is in the audit log.
 * @param isHidden for a page on which others read along: the dialogs whose answers are left out
 */
export async function exportContact(
  deps: { documents: Documents; seal: Pick<Seal, 'unlock'>; clock: Clock; newId: NewId },
  contact: Contact,
  by: string,
  isHidden: (dialog: string) => boolean = () => false,
): Promise<PersonData> {
  const { documents } = deps
  const reading = await readContact(deps, contact, isHidden)
  const [organisation, found, tasks, readings, work, trainings] = await Promise.all([
    documents.collection('organisations').get(contact.organisation),
    documents
      .collection('namedReplies')
      .list({ $or: [{ contact: contact._id }, { about: contact._id }] }, { sort: [['at', 1]] }),
    documents.collection('tasks').list({ contact: contact._id }, { sort: [['dueAt', 1]] }),
    documents.collection('auditLog').list({ what: 'talk_read', about: contact._id }, { sort: [['at', 1]] }),
    documents.collection('workNotes').list({ contact: contact._id }),
    documents.collection('trainings').list({ contact: contact._id }),
  ])
  const readers = readings.map(entry => entry.by)
  const names = await readNames(documents, contact.organisation, readers)
  const replies = found.filter(({ dialog }) => !isHidden(dialog))
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
    hidden: found.length - replies.length,
    readings: readings.map(({ at, by: reader }) => ({
      at,
      by: names[reader ?? ''] ?? '',
    })),
    tasks,
    work: inOrder(work),
    trainings: trainings.toSorted((a, b) => stateOf(a).since.localeCompare(stateOf(b).since)),
  }
}
