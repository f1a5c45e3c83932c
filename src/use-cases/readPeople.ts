import type { Campaign } from '../domain/campaign'
import type { Contact } from '../domain/contact'
import { byName, type ContactFilter, isMeant } from '../domain/contacts/contactFilter'
import type { Standing } from '../domain/report/personOf'
import { standingOf } from '../domain/report/personOf'
import type { Documents } from '../ports/documents'
import { type ContactChoices, choicesOf, chooseContacts, lastList } from './listContacts'

/** Who is in a campaign, and who could come into it. */
export interface PeopleReading {
  chosen: Contact[]
  /** Of the chosen: per language, and per standing. */
  languages: Map<string, number>
  standings: Map<Standing, number>
  /** Who is meant and not in it yet, in the order of names. */
  free: Contact[]
  choices: ContactChoices
}

export async function readPeople(
  documents: Documents,
  campaign: Campaign,
  filter: ContactFilter,
): Promise<PeopleReading> {
  const [everybody, enrolments, last] = await Promise.all([
    chooseContacts(documents, campaign.organisation, {}),
    documents.collection('enrolments').list({ campaign: campaign._id }),
    lastList(documents, campaign.organisation),
  ])
  const inside = new Set(enrolments.map(({ contact }) => contact))
  const chosen = byName(everybody.filter(({ _id }) => inside.has(_id)))
  const counts = choicesOf(chosen)
  return {
    chosen,
    languages: counts.languages,
    standings: counts.standings,
    free: everybody.filter(({ _id }) => !inside.has(_id)).filter(isMeant(filter)),
    choices: choicesOf(everybody, last),
  }
}

/** Who hears nothing as things stand: who has not agreed, and who wants no messages. */
export const silentOf = (contacts: readonly Contact[]): Contact[] =>
  contacts.filter(contact => standingOf(contact) !== 'agreed')
