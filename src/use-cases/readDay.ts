import type { Campaign } from '../domain/campaign'
import { byName, type Guest, guestOf } from '../domain/day/guests'
import { AppError } from '../errors'
import type { Documents } from '../ports/documents'
import { readNames } from './readNames'

export interface DayReading {
  campaign: Campaign
  /** In order of name. */
  guests: Guest[]
  /** Who noted what, by their id. */
  staff: Readonly<Record<string, string>>
}

/** Everybody on the list at the door, as it is now. */
export async function readDay({ documents }: { documents: Documents }, id: string): Promise<DayReading> {
  const campaign = await documents.collection('campaigns').get(id)
  if (!campaign) throw new AppError('CAMPAIGN_NOT_FOUND', 'There is no such campaign')
  const enrolments = await documents.collection('enrolments').list({ campaign: id })
  const [contacts, letters] = await Promise.all([
    documents.collection('contacts').list({ _id: { $in: enrolments.map(({ contact }) => contact) } }),
    documents.collection('paperLetters').list({ campaign: id }),
  ])
  const codes = new Map(letters.map(({ contact, code }) => [contact, code]))
  const byId = new Map(contacts.map(contact => [contact._id, contact]))
  const guests = enrolments.flatMap(enrolment => {
    const contact = byId.get(enrolment.contact)
    return contact ? [guestOf(contact, enrolment, codes.get(contact._id))] : []
  })
  return {
    campaign,
    guests: guests.toSorted(byName),
    staff: await readNames(
      documents,
      campaign.organisation,
      guests.map(({ marked }) => marked?.by),
    ),
  }
}
