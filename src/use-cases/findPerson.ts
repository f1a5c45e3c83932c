import type { Contact } from '../domain/contact'
import { whoIsMeant } from '../domain/contacts/whoIsMeant'
import type { Documents } from '../ports/documents'

/** Whom a form about one person can be about: those for whom an event is. */
export async function peopleMeant(documents: Documents, campaign: string): Promise<Contact[]> {
  const enrolled = await documents.collection('enrolments').list({
    campaign,
    audience: { $in: ['participant', 'mentee'] },
  })
  return documents.collection('contacts').list({ _id: { $in: enrolled.map(({ contact }) => contact) } })
}

/** The participant of a campaign whom somebody named, or nobody. What was typed stays in the answer all the same. */
export async function findPerson(
  documents: Documents,
  campaign: string,
  name: string,
): Promise<string | undefined> {
  return whoIsMeant(name, await peopleMeant(documents, campaign))
}
