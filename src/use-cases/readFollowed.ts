import { mayFollow } from '../domain/contacts/workNote'
import type { Documents } from '../ports/documents'

/** Who of them agreed to be followed, and still does. */
export async function readFollowed(documents: Documents, contacts: Iterable<string>): Promise<Set<string>> {
  const people = await documents.collection('contacts').list({ _id: { $in: [...new Set(contacts)] } })
  return new Set(people.filter(mayFollow).map(({ _id }) => _id))
}
