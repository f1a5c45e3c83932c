import type { Contact } from '../domain/contact'
import { letterKeysOf } from '../domain/contacts/byName'
import { refusesMessages } from '../domain/contacts/consentForm'
import { TRACES } from '../domain/contacts/traces'
import type { OutboxRow } from '../domain/outbox'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import type { NewId } from '../ports/ids'
import type { Lanes } from '../store/lanes'
import { auditEntry } from './audit'
import { cancelRows } from './cancelRows'
import type { Sending } from './sending'

export interface ForgetContact extends Pick<Sending, 'outbox'> {
  documents: Documents
  lanes: Lanes
  clock: Clock
  newId: NewId
}

export interface Forgotten {
  /** They had said that they want no messages: the number stays, with that and nothing else. */
  keepsStop: boolean
}

const LEASE_MS = 60_000

/**
 * Removes what we know of one person: first what has not left, then every trace, the contact itself last, so that a crash
 * halfway is finished by doing it again. What stays: that they want no messages, with the number it is about; and answers
 * without a name, which nobody can find back. Their messages are emptied at the provider too.
 * @param by staff, or `command_line`
 * @throws AppError CONTACT_BUSY while a message to them is being handed over, or their own is being answered
 */
export async function forgetContact(deps: ForgetContact, contact: Contact, by: string): Promise<Forgotten> {
  const { documents, lanes, clock } = deps
  const owner = deps.newId()
  if (!(await lanes.enter(contact._id, owner, clock.now(), LEASE_MS))) throw busy()
  const keepsStop = refusesMessages(contact)
  try {
    await cancelRows(deps, { contact: contact._id }, 'forgotten', 'person')
    const rows = await documents.collection('outbox').list({ contact: contact._id })
    if (rows.some(({ state }) => state === 'sending' || state === 'unknown')) throw busy()
    await emptyAtProvider(deps, contact, rows)
    await removeTraces(documents, contact, rows)
    await removeContact(documents, contact, keepsStop)
    // Who wrote in this very moment.
    await removeTraces(documents, contact, [])
  } finally {
    await lanes.leave(contact._id, owner)
  }
  await documents.collection('lanes').remove({ _id: contact._id })
  const entry = {
    what: 'contact_forgotten',
    organisation: contact.organisation,
    by,
    about: contact._id,
  } as const
  await documents.collection('auditLog').insert(auditEntry(deps, entry))
  return { keepsStop }
}

const busy = () =>
  new AppError('CONTACT_BUSY', 'A message to or from this person is under way; ask again in a minute')

async function emptyAtProvider(
  { documents, clock }: ForgetContact,
  { _id }: Contact,
  rows: readonly OutboxRow[],
): Promise<void> {
  const sent = rows.flatMap(row => Object.values(row.attempts).flatMap(({ sid }) => (sid ? [sid] : [])))
  const heard = await documents.collection('inbound').list({ contact: _id, 'event.kind': 'message' })
  for (const sid of [...sent, ...heard.map(one => one._id)])
    await documents.collection('redactions').insert({ _id: sid, nextAt: clock.now(), tries: 0 })
}

async function removeTraces(
  documents: Documents,
  { _id }: Contact,
  rows: readonly OutboxRow[],
): Promise<void> {
  for (const row of rows) {
    await documents.collection('statuses').remove({ row: row._id })
    for (const { sid } of Object.values(row.attempts))
      if (sid) await documents.collection('providerMessages').remove({ _id: sid })
  }
  for (const [name, becomes] of Object.entries(TRACES) as [keyof typeof TRACES, 'goes' | 'emptied'][])
    if (becomes === 'goes') await documents.collection(name).remove({ contact: _id })
  // What others wrote about them, with their own name under it.
  await documents.collection('namedReplies').remove({ about: _id })
  const inbound = documents.collection('inbound')
  await inbound.remove({ contact: _id, 'event.kind': { $in: ['start', 'timer', 'staff'] } })
  for (const { _id: id, event } of await inbound.list({ contact: _id, 'event.kind': 'message' }))
    if (event.kind === 'message')
      await inbound.update(
        { _id: id },
        { set: { event: { kind: 'anonymous', channel: event.channel }, handled: 'done' } },
      )
  await documents.collection('conversations').remove({ _id })
  await documents.collection('threads').remove({ _id })
  await documents.collection('cases').remove({ _id })
}

/** Who wants no messages keeps a number without a name, so that no list ever brings them back unnoticed. */
async function removeContact(documents: Documents, contact: Contact, keepsStop: boolean): Promise<void> {
  const contacts = documents.collection('contacts')
  const { _id, consents, stopped } = contact
  const byName = letterKeysOf(contact)
  if (!keepsStop) return void (await contacts.remove({ _id }))
  const no = consents.filter(({ purpose, state }) => purpose === 'C1' && state === 'withdrawn').slice(-1)
  await contacts.update(
    { _id },
    {
      set: {
        name: '',
        addressKeys: contact.addressKeys.filter(key => !byName.includes(key)),
        language: contact.language,
        languageChosen: false,
        reads: 'simple',
        audience: 'participant',
        tags: [],
        evening: false,
        consents: no.map(({ how: _how, notedBy: _noted, about: _about, ...line }) => line),
        stopped: stopped ?? { at: no[0]?.at ?? 0 },
        heardAt: {},
        forgotten: true,
      },
      unset: ['unreachable', 'supervisor', 'fit', 'fitWhy'],
      inc: { rev: 1 },
    },
  )
}
