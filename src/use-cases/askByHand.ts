import type { Contact, Purpose } from '../domain/contact'
import { senderOf } from '../domain/organisation'
import { untriedRow } from '../domain/outbox'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import type { NewId } from '../ports/ids'

/** After a week it is for a person to try again by phone. */
const LASTS_MS = 7 * 24 * 3_600_000

export interface AskByHand {
  documents: Documents
  clock: Pick<Clock, 'now'>
  newId: NewId
}

/** A dialog that a coordinator begins with one person, outside any event. With the same key it is begun once. */
export async function askByHand(
  { documents, clock, newId }: AskByHand,
  { _id, organisation, addresses }: Contact,
  asked: { dialog: string; step: string; key: string; purpose: Purpose },
): Promise<void> {
  const channel = addresses[0]?.channel
  if (!channel) throw new AppError('CONTACT_NOT_FOUND', 'Nowhere to write to')
  const { dialog, step, key, purpose } = asked
  const now = clock.now()
  await documents.collection('outbox').insert(
    untriedRow({
      _id: newId(),
      key,
      kind: 'start',
      organisation,
      contact: _id,
      sender: senderOf(organisation, channel),
      step,
      purpose,
      rank: 5,
      dueAt: now,
      notAfter: now + LASTS_MS,
      channel,
      resendPolicy: 'leave',
      start: { dialog },
      createdAt: now,
    }),
  )
}
