import type { Contact } from '../domain/contact'
import { FOLLOW_DIALOG, type MayAskToFollow, mayAskToFollow } from '../domain/contacts/askToFollow'
import { mayFollow } from '../domain/contacts/workNote'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import { type AskByHand, askByHand } from './askByHand'

const STEP = 'outcome_consent'

/** Whether somebody may be asked now; `rounds`: how often they were. */
export async function readAskToFollow(
  { documents, clock }: { documents: Documents; clock: Pick<Clock, 'now'> },
  contact: Contact,
): Promise<{ may: MayAskToFollow; askedAt?: number; rounds: number }> {
  const rows = await documents
    .collection('outbox')
    .list({ contact: contact._id, step: STEP, kind: 'start' }, { sort: [['createdAt', 1]] })
  const askedAt = rows.at(-1)?.createdAt
  return {
    may: mayAskToFollow(contact, askedAt, clock.now()),
    ...(askedAt === undefined ? {} : { askedAt }),
    rounds: rows.length,
  }
}

/** Asks whether the team may follow somebody for a year. Where it may not be asked now, and twice, nothing changes. */
export async function askToFollow(deps: AskByHand, contact: Contact): Promise<void> {
  const { may, rounds } = await readAskToFollow(deps, contact)
  if (may !== 'yes' || mayFollow(contact)) return
  const key = `manual:${STEP}:${contact._id}:${rounds}`
  await askByHand(deps, contact, { dialog: FOLLOW_DIALOG, step: STEP, key, purpose: 'C8' })
}
