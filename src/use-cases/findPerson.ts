import { whoIsMeant } from '../domain/contacts/whoIsMeant'
import type { Documents } from '../ports/documents'

/** The participant of a campaign whom somebody named, or nobody. What was typed stays in the answer all the same. */
export async function findPerson(
  documents: Documents,
  campaign: string,
  name: string,
): Promise<string | undefined> {
  const enrolled = await documents.collection('enrolments').list({
    campaign,
    audience: { $in: ['participant', 'mentee'] },
  })
  const people = await documents
    .collection('contacts')
    .list({ _id: { $in: enrolled.map(({ contact }) => contact) } })
  return whoIsMeant(name, people)
}
