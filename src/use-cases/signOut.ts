import { type Auditing, auditEntry } from './audit'
import { secretHash } from './secretHash'

/** Ends this one session; safe to do twice. */
export async function signOut(deps: Auditing, secret: string): Promise<void> {
  const { documents } = deps
  const sessions = documents.collection('sessions')
  const session = await sessions.get(secretHash('session', secret))
  if (!session || (await sessions.remove({ _id: session._id })) === 0) return
  const { organisation, staff } = session
  await documents
    .collection('auditLog')
    .insert(auditEntry(deps, { what: 'signed_out', organisation, staff, by: staff }))
}
