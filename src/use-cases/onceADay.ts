import { DateTime } from 'luxon'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'

/** True for the first who asks on a day, of any number of processes. What is broken off then goes on the next day. */
export async function onceADay(
  { documents, clock }: { documents: Documents; clock: Pick<Clock, 'now'> },
  fact: string,
): Promise<boolean> {
  const facts = documents.collection('facts')
  const today = DateTime.fromMillis(clock.now(), { zone: 'utc' }).toISODate()!
  const isMine =
    (await facts.update({ _id: fact, value: { $lt: today } }, { set: { value: today } })) ??
    (await facts.insert({ _id: fact, value: today }))
  return Boolean(isMine)
}
