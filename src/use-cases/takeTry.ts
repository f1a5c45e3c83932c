import { SIGN_IN } from '../domain/staff'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'

/**
 * Takes one of the tries that are left, before it is known whether it fits: a thousand at once get no more than ten.
 * @returns null, or until when to wait
 */
export async function takeTry(
  { documents, clock }: { documents: Documents; clock: Clock },
  _id: string,
): Promise<number | null> {
  const tries = documents.collection('signInTries')
  const now = clock.now()
  const old = now - SIGN_IN.WINDOW_MS
  const more = () =>
    tries.update({ _id, since: { $gt: old }, count: { $lt: SIGN_IN.TRIES } }, { inc: { count: 1 } })
  if (await more()) return null
  if (await tries.update({ _id, since: { $lte: old } }, { set: { since: now, count: 1 } })) return null
  if (await tries.insert({ _id, since: now, count: 1 })) return null
  // Somebody else began or renewed the count at this moment.
  if (await more()) return null
  const full = await tries.get(_id)
  return (full?.since ?? now) + SIGN_IN.WINDOW_MS
}
