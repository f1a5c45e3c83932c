import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'

/** The bot goes on where it was. An event like every other, so it has its turn after what came before. */
export async function handBack(
  { documents, clock }: { documents: Documents; clock: Pick<Clock, 'now'> },
  contact: string,
  organisation: string,
  deed: string,
): Promise<void> {
  await documents.collection('inbound').insert({
    _id: `staff:hand_back:${deed}`,
    organisation,
    contact,
    at: clock.now(),
    late: false,
    stopWord: false,
    handled: false,
    tries: 0,
    event: { kind: 'staff', what: 'hand_back' },
  })
}
