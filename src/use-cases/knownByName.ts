import type { Contact } from '../domain/contact'
import { letterKey, namesOf } from '../domain/contacts/byName'
import type { KnownPerson, ListedPerson } from '../domain/contacts/list'
import type { Documents } from '../ports/documents'
import { knownAt } from './knownAt'

/** Everybody who has one of these people's numbers, or is called as they are: one walk, however long the list is. */
export async function knownPeople(
  documents: Documents,
  organisation: string,
  people: readonly ListedPerson[],
): Promise<Contact[]> {
  const known = await knownAt(
    documents,
    organisation,
    people.flatMap(({ addresses }) => addresses),
  )
  if (people.length === 0) return known
  const names = new Set(people.map(({ name }) => letterKey(organisation, name)))
  const called: Contact[] = []
  for await (const contact of documents.collection('contacts').each({ organisation }))
    if (namesOf(contact).some(name => names.has(name))) called.push(contact)
  return once([...known, ...called])
}

/**
 * The same a moment before some of them are written, by index: who has a number of theirs, whom a list brought in under
 * their name, and whom the dry run found.
 */
export async function knownNow(
  documents: Documents,
  organisation: string,
  people: readonly ListedPerson[],
  seen: readonly KnownPerson[],
): Promise<Contact[]> {
  const contacts = documents.collection('contacts')
  const keys = [...new Set(people.map(({ name }) => letterKey(organisation, name)))]
  const ids = seen.map(({ contact }) => contact._id)
  const [at, brought, found] = await Promise.all([
    knownAt(
      documents,
      organisation,
      people.flatMap(({ addresses }) => addresses),
    ),
    contacts.list({ addressKeys: { $in: keys } }),
    contacts.list({ _id: { $in: ids } }),
  ])
  return once([...at, ...brought, ...found])
}

const once = (contacts: readonly Contact[]): Contact[] => [
  ...new Map(contacts.map(contact => [contact._id, contact])).values(),
]
