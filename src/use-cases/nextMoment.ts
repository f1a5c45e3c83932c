import type { OutboxRow } from '../domain/outbox'
import type { Documents } from '../ports/documents'
import type { InboundStore } from '../store/inbound'

const SECOND = 1_000
/** While it is not known whether something left, the provider's list is looked at this often. */
const DOUBT_MS = 60 * SECOND
const IN_DOUBT: OutboxRow['state'][] = ['sending', 'unknown']

/** When the next thing falls due, after `moment`: what a clock that is turned forward must not jump over. */
export async function nextMoment(
  { documents, inbound }: { documents: Documents; inbound: Pick<InboundStore, 'nextAt'> },
  moment: number,
): Promise<number | null> {
  const outbox = documents.collection('outbox')
  const after = { $gt: moment }
  const [waiting, planned, second, news, doubtful, event] = await Promise.all([
    outbox.countBy('sender', { state: 'planned', nextAt: { $lte: moment } }),
    outbox.first({ state: 'planned', nextAt: after }, { sort: [['nextAt', 1]] }),
    outbox.first({ state: 'accepted', fallbackAt: after }, { sort: [['fallbackAt', 1]] }),
    outbox.first({ state: 'accepted', newsAt: after }, { sort: [['newsAt', 1]] }),
    outbox.first({ state: { $in: IN_DOUBT } }),
    inbound.nextAt(moment),
  ])
  // What is due already waits for its sender's rate, or for a pause to end.
  const senders = await Promise.all(
    [...waiting.keys()].map(sender => documents.collection('senders').get(String(sender))),
  )
  const moments = [
    ...senders.map(sender => Math.max(moment + SECOND, sender?.pausedUntil ?? 0)),
    planned?.nextAt,
    second?.fallbackAt,
    news?.newsAt,
    doubtful ? moment + DOUBT_MS : undefined,
    event ?? undefined,
  ].filter(each => each !== undefined)
  return moments.length > 0 ? Math.min(...moments) : null
}
