import type { Filter } from '../ports/documents'
import type { Sending } from './sending'

/** A STOP holds everything back from the moment it is stored, whatever clock wrote its moment (protocol V4). */
export const hasStopWaiting = async (
  { documents }: Pick<Sending, 'documents'>,
  contact: string,
): Promise<boolean> =>
  (await documents
    .collection('inbound')
    .first({ contact, handled: false, stopWord: true }, { fresh: true })) !== null

/** Something of this person waits for its turn: their message, or a timer or start that is due. */
export async function hasEventWaiting(
  { documents, clock }: Pick<Sending, 'documents' | 'clock'>,
  contact: string,
): Promise<boolean> {
  // A message counts even when its moment lies a little ahead: clocks of two processes differ.
  const counts: Filter[] = [
    { at: { $lte: clock.now() } },
    { 'event.kind': { $in: ['message', 'anonymous'] } },
  ]
  const waiting = await documents
    .collection('inbound')
    .first({ contact, handled: false, $or: counts }, { fresh: true })
  return waiting !== null
}
