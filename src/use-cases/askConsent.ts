import { OPT_IN_DIALOG } from '../domain/consent/mayWrite'
import { senderOf } from '../domain/organisation'
import { untriedRow } from '../domain/outbox'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import type { NewId } from '../ports/ids'

const DAY = 24 * 3_600_000
/** Asked once; after a week it is for a person to try again by phone. */
const LASTS_MS = 7 * DAY

/**
 * The one message that may leave before there is consent: the question for it, started by a coordinator. A second time
 * for the same person changes nothing.
 */
export async function askConsent(
  deps: { documents: Documents; clock: Clock; newId: NewId },
  contactId: string,
): Promise<void> {
  const contact = await deps.documents.collection('contacts').get(contactId)
  const channel = contact?.addresses[0]?.channel
  if (!contact || !channel) throw new AppError('CONTACT_NOT_FOUND', 'There is no such contact')
  const now = deps.clock.now()
  await deps.documents.collection('outbox').insert(
    untriedRow({
      _id: deps.newId(),
      key: `manual:opt_in:${contactId}`,
      kind: 'start',
      organisation: contact.organisation,
      contact: contactId,
      sender: senderOf(contact.organisation, channel),
      step: 'opt_in',
      purpose: 'C1',
      rank: 5,
      dueAt: now,
      notAfter: now + LASTS_MS,
      channel,
      resendPolicy: 'leave',
      start: { dialog: OPT_IN_DIALOG },
      createdAt: now,
    }),
  )
}
