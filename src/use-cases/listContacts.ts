import type { Audience, Contact } from '../domain/contact'
import { byName, type ContactFilter, isMeant } from '../domain/contacts/contactFilter'
import { nearNames } from '../domain/contacts/nearNames'
import type { LanguageTag } from '../domain/message'
import { type Standing, standingOf } from '../domain/report/personOf'
import type { Documents } from '../ports/documents'

export interface ListedContacts {
  /** One page, in the order of names. */
  contacts: Contact[]
  /** Everybody who is meant, on all pages. */
  count: number
  /** Continue after this contact; absent on the last page. */
  next?: string
  /** Nobody is meant by the search, but these are called nearly so. */
  near: Contact[]
  /** What one may choose from, over everybody of the organisation. */
  choices: ContactChoices
}

/** For each value that occurs, how many people have it. */
export interface ContactChoices {
  all: number
  audiences: Map<Audience, number>
  languages: Map<LanguageTag, number>
  tags: Map<string, number>
  standings: Map<Standing, number>
  /** The list that came in last, with how many it brought. */
  lists: Map<string, number>
}

/** Everybody of an organisation who is meant, in the order of names. */
export async function chooseContacts(
  documents: Documents,
  organisation: string,
  filter: ContactFilter,
): Promise<Contact[]> {
  const contacts = await documents.collection('contacts').list({ organisation, forgotten: { $ne: true } })
  return byName(contacts.filter(isMeant(filter)))
}

/**
 * One page of the people of an organisation.
 * @param asked.after the contact after whom the page begins; somebody who is gone or not meant begins it again
 */
export async function listContacts(
  documents: Documents,
  organisation: string,
  asked: { filter: ContactFilter; after?: string; limit: number },
): Promise<ListedContacts> {
  const everybody = await chooseContacts(documents, organisation, {})
  const meant = everybody.filter(isMeant(asked.filter))
  const from = meant.findIndex(({ _id }) => _id === asked.after) + 1
  const contacts = meant.slice(from, from + asked.limit)
  const isLast = from + asked.limit >= meant.length
  const { search = '' } = asked.filter
  return {
    contacts,
    count: meant.length,
    ...(isLast ? {} : { next: contacts.at(-1)!._id }),
    near: meant.length === 0 ? nearNames(search, everybody) : [],
    choices: choicesOf(everybody, await lastList(documents, organisation)),
  }
}

/** The list that came in last and was not taken back. */
export async function lastList(documents: Documents, organisation: string): Promise<string | null> {
  const last = await documents
    .collection('imports')
    .first({ organisation, state: 'done' }, { sort: [['at', -1]] })
  return last?._id ?? null
}

export function choicesOf(contacts: readonly Contact[], last: string | null = null): ContactChoices {
  return {
    all: contacts.length,
    audiences: counted(contacts, ({ audience }) => [audience]),
    languages: counted(contacts, ({ language }) => [language]),
    tags: counted(contacts, ({ tags }) => tags),
    standings: counted(contacts, contact => [standingOf(contact)]),
    lists: counted(contacts, ({ addedBy }) => (addedBy !== undefined && addedBy === last ? [addedBy] : [])),
  }
}

function counted<T>(contacts: readonly Contact[], of: (contact: Contact) => readonly T[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const contact of contacts)
    for (const value of of(contact)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
