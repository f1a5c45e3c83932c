import { untriedRow } from '../domain/outbox'
import { isRepeatable, repeatKey } from '../domain/report/repeatable'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import type { NewId } from '../ports/ids'

/**
 * Sends a step once more to those whom it did not reach and may reach now; never to all. Asked twice, or by two at
 * once, each gets it once: the key names the message that failed.
 * @param only one person
 * @returns how many get it
 */
export async function repeatStep(
  { documents, clock, newId }: { documents: Documents; clock: Pick<Clock, 'now'>; newId: NewId },
  { campaign, step, by, only }: { campaign: string; step: string; by: string; only?: string },
): Promise<number> {
  const outbox = documents.collection('outbox')
  const now = clock.now()
  const rows = await outbox.list({ campaign, step, ...(only ? { contact: only } : {}) })
  let count = 0
  for (const row of rows.filter(one => isRepeatable(one, now))) {
    const { organisation, contact, sender, purpose, channel, notAfter, say, resendPolicy } = row
    const isNew = await outbox.insert(
      untriedRow({
        _id: newId(),
        key: repeatKey(row._id),
        kind: 'message',
        organisation,
        contact,
        sender,
        campaign,
        step,
        purpose,
        rank: 5,
        dueAt: now,
        notAfter,
        channel,
        resendPolicy,
        by,
        ...(say ? { say } : {}),
        createdAt: now,
      }),
    )
    if (isNew) count++
  }
  return count
}
