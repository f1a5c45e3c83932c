import type { Campaign } from '../domain/campaign'
import { type Guest, guestOf } from '../domain/day/guests'
import type { Documents } from '../ports/documents'
import { readNames } from './readNames'

/** Whom a letter's code stands for at the door of one event. */
export type Scan = { campaign: Campaign } & (
  | { standing: 'expected' | 'here'; guest: Guest; by: string | undefined }
  /** `known` is who holds the letter, where it is one of ours. */
  | { standing: 'not_on_list'; known?: { contact: string; name: string } }
)

/**
 * What the code of a letter says to one organisation. A letter from another event of theirs leads to the same person.
 * @param at the event at whose door one stands; absent: the letter's own
 * @returns null when it is no letter of theirs and no door is named
 */
export async function readScan(
  { documents }: { documents: Documents },
  organisation: string,
  code: string,
  at?: Campaign,
): Promise<Scan | null> {
  const letter = await documents.collection('paperLetters').first({ code, organisation })
  const campaign = at ?? (letter && (await documents.collection('campaigns').get(letter.campaign)))
  if (!campaign) return null
  const contact = letter && (await documents.collection('contacts').get(letter.contact))
  if (!contact) return { campaign, standing: 'not_on_list' }
  const enrolment = await documents.collection('enrolments').get(`${campaign._id}:${contact._id}`)
  if (!enrolment)
    return { campaign, standing: 'not_on_list', known: { contact: contact._id, name: contact.name } }
  const guest = guestOf(contact, enrolment, code)
  const marker = guest.marked?.by
  const names = await readNames(documents, organisation, [marker])
  return { campaign, standing: guest.attended ? 'here' : 'expected', guest, by: names[marker ?? ''] }
}
