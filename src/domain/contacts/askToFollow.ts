import { mayWrite } from '../consent/mayWrite'
import type { Contact } from '../contact'

/** Asks whether the team may call for a year (C8); a coordinator begins it with one person. */
export const FOLLOW_DIALOG = 'outcome-consent'

/** After so long without an answer it may be asked again. */
const RESTS_MS = 7 * 24 * 3_600_000

export type MayAskToFollow = 'yes' | 'asked' | 'said_no' | 'not_by_message'

/** Of somebody who has not agreed. After a no only a talk can change it. */
export function mayAskToFollow(
  contact: Pick<Contact, 'consents' | 'stopped' | 'addresses'>,
  askedAt: number | undefined,
  now: number,
): MayAskToFollow {
  const said = contact.consents.findLast(({ purpose, state }) => purpose === 'C8' && state !== 'asked')
  if (said?.state === 'withdrawn') return 'said_no'
  const writing = { purpose: 'C8', rank: 5, dialog: FOLLOW_DIALOG, inConversation: false } as const
  if (contact.addresses.length === 0 || mayWrite(contact, writing) !== 'yes') return 'not_by_message'
  return askedAt !== undefined && now - askedAt < RESTS_MS ? 'asked' : 'yes'
}
