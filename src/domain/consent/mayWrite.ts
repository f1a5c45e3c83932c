import type { Contact, Purpose } from '../contact'
import type { RowRank } from '../outbox'

/** The dialog that says who we are and asks whether we may write. */
export const OPT_IN_DIALOG = 'welcome-and-consent'

/** Asked at the door of the dialog itself (domain reference 5.2): silence so far does not hold its opening back, a no does. */
const ASKED_ON_OPENING: readonly Purpose[] = ['C2', 'C3', 'C4', 'C8']

export interface Writing {
  purpose: Purpose
  rank: RowRank
  /** The confirmation of a STOP. */
  last?: boolean
  /** The dialog it opens or belongs to. */
  dialog?: string
  /** Said by the conversation; not planned and not by hand. */
  inConversation: boolean
}

export type MayWrite = 'yes' | 'stopped' | 'no_consent' | 'asked_before'

/**
 * Nothing leaves before the opt-in is stored, with two exceptions: the one request for it that a coordinator starts, and
 * answers to a person who wrote to us. After a STOP only its confirmation leaves. Consent for one purpose says nothing
 * about another.
 */
export function mayWrite(contact: Pick<Contact, 'consents' | 'stopped'>, writing: Writing): MayWrite {
  if (writing.last) return 'yes'
  if (contact.stopped && contact.stopped.channel === undefined) return 'stopped'
  if (writing.inConversation && writing.rank < 5) return 'yes'

  const optIn = consentFor(contact, 'C1')
  if (writing.dialog === OPT_IN_DIALOG && optIn !== 'given') {
    if (writing.inConversation) return 'yes'
    if (optIn === 'withdrawn') return 'no_consent'
    return optIn === 'asked' ? 'asked_before' : 'yes'
  }
  if (optIn !== 'given') return 'no_consent'
  if (writing.purpose === 'C1') return 'yes'
  const own = consentFor(contact, writing.purpose)
  if (own === 'given') return 'yes'
  return ASKED_ON_OPENING.includes(writing.purpose) && own !== 'withdrawn' ? 'yes' : 'no_consent'
}

/** The newest line of the register counts. */
function consentFor(
  contact: Pick<Contact, 'consents'>,
  purpose: Purpose,
): 'asked' | 'given' | 'withdrawn' | 'unknown' {
  const lines = contact.consents.filter(line => line.purpose === purpose)
  // A second question after a yes does not take the yes back.
  const decided = lines.filter(line => line.state !== 'asked')
  return (decided.at(-1) ?? lines.at(-1))?.state ?? 'unknown'
}
