import { SIGN_IN, type Staff } from '../domain/staff'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import { secretHash } from './secretHash'

/** Who is signed in with this secret. Null: nobody, or too long ago, or before the password was chosen anew. */
export async function readSession(
  { documents, clock }: { documents: Documents; clock: Clock },
  secret: string,
): Promise<Staff | null> {
  const sessions = documents.collection('sessions')
  const now = clock.now()
  const session = await sessions.get(secretHash('session', secret))
  if (!session || session.seenAt < now - SIGN_IN.IDLE_MS) return null
  const staff = await documents.collection('staff').get(session.staff)
  if (!staff || staff.passwordVersion !== session.passwordVersion) return null
  if (session.seenAt < now - SIGN_IN.SEEN_EVERY_MS)
    await sessions.update({ _id: session._id, seenAt: session.seenAt }, { set: { seenAt: now } })
  return staff
}
