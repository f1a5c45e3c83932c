import type { Campaign, Enrolment } from '../domain/campaign'
import type { Contact } from '../domain/contact'
import { type HistoryLine, historyOf, type Said } from '../domain/contacts/history'
import type { Documents } from '../ports/documents'
import type { Seal } from '../ports/seal'

export interface ContactReading {
  contact: Contact
  /** Their name. */
  supervisor?: string
  /** Oldest first. */
  history: HistoryLine[]
  /** The next event first. */
  campaigns: { campaign: Campaign; enrolment: Enrolment }[]
}

/** Everything a page shows about one person. Of anonymous answers there is nothing to find; private ones are only named. */
export async function readContact(
  { documents, seal }: { documents: Documents; seal: Pick<Seal, 'unlock'> },
  contact: Contact,
  isPrivate: (dialog: string) => boolean,
): Promise<ContactReading> {
  const { _id } = contact
  const [rows, inbound, enrolments] = await Promise.all([
    documents.collection('outbox').list({ contact: _id }),
    documents.collection('inbound').list({ contact: _id }),
    documents.collection('enrolments').list({ contact: _id }),
  ])
  const campaigns = await documents
    .collection('campaigns')
    .list({ _id: { $in: enrolments.map(({ campaign }) => campaign) } }, { sort: [['event.start', -1]] })
  const unlocked = (locked: string) => JSON.parse(seal.unlock(locked)) as Said
  const supervisor =
    contact.supervisor === undefined ? null : await documents.collection('staff').get(contact.supervisor)
  return {
    contact,
    ...(supervisor ? { supervisor: supervisor.name } : {}),
    history: historyOf(rows, inbound, unlocked, isPrivate),
    campaigns: campaigns.map(campaign => ({
      campaign,
      enrolment: enrolments.find(one => one.campaign === campaign._id)!,
    })),
  }
}

/** The last message that left for each of these people. */
export async function lastSentTo(
  documents: Documents,
  contacts: readonly Contact[],
): Promise<Map<string, Extract<HistoryLine, { kind: 'sent' }>>> {
  const last = new Map<string, Extract<HistoryLine, { kind: 'sent' }>>()
  const rows = await documents
    .collection('outbox')
    .list({ contact: { $in: contacts.map(({ _id }) => _id) }, leftAt: { $exists: true } })
  for (const row of rows) {
    const [line] = historyOf(
      [row],
      [],
      () => ({ text: '' }),
      () => false,
    )
    if (line?.kind === 'sent' && line.at >= (last.get(row.contact)?.at ?? 0)) last.set(row.contact, line)
  }
  return last
}
