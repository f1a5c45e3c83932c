import type { Contact } from '../domain/contact'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import type { Seal } from '../ports/seal'

/** A word among colleagues, never sent. The same form sent twice is one note. */
export async function addNote(
  { documents, seal, clock }: { documents: Documents; seal: Pick<Seal, 'lock'>; clock: Pick<Clock, 'now'> },
  { _id: contact, organisation }: Pick<Contact, '_id' | 'organisation'>,
  note: { key: string; by: string; text: string },
): Promise<void> {
  const { key, by, text } = note
  await documents.collection('contactNotes').insert({
    _id: `note:${contact}:${key}`,
    organisation,
    contact,
    by,
    at: clock.now(),
    locked: seal.lock(text.trim()),
  })
}
