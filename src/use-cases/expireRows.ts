import type { Sending } from './sending'

/** A message whose time is over is not sent any more. */
export async function expireRows({ outbox, clock }: Pick<Sending, 'outbox' | 'clock'>): Promise<void> {
  const now = clock.now()
  for await (const row of outbox.overdue(now)) await outbox.expire(row._id, now)
}
