import { type Contact, keysOf } from '../domain/contact'
import type { Documents } from '../ports/documents'
import type { Kept } from './addContact'

/** Somebody else has one of these addresses already. */
export async function takenBy(
  documents: Documents,
  { _id, organisation, addresses }: Pick<Contact, '_id' | 'organisation' | 'addresses'>,
): Promise<Extract<Kept, { ok: false }> | null> {
  if (addresses.length === 0) return null
  const known = await documents
    .collection('contacts')
    .first({ addressKeys: { $in: keysOf(organisation, addresses) }, _id: { $ne: _id } })
  if (!known) return null
  if (known.forgotten) return { ok: false, problems: [{ field: 'phone', problem: 'phone_refused' }] }
  return {
    ok: false,
    problems: [{ field: 'phone', problem: 'phone_taken' }],
    taken: { _id: known._id, name: known.name },
  }
}
