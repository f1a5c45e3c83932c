import { SIGN_IN, type Staff } from '../domain/staff'
import { type Auditing, auditEntry } from './audit'
import { secretHash } from './secretHash'

/**
 * A new session with a new secret, whatever was there before; sessions that nobody used for long go.
 * @returns the secret, for the cookie alone
 */
export async function openSession(deps: Auditing, staff: Staff): Promise<string> {
  const { documents, clock, newId } = deps
  const now = clock.now()
  const secret = newId() + newId()
  await documents.collection('sessions').remove({ seenAt: { $lt: now - SIGN_IN.IDLE_MS } })
  const { _id, organisation, passwordVersion } = staff
  await documents.atomically([
    {
      into: 'sessions',
      insert: { _id: secretHash('session', secret), organisation, staff: _id, passwordVersion, seenAt: now },
    },
    {
      into: 'auditLog',
      insert: auditEntry(deps, { what: 'signed_in', organisation, staff: _id, by: _id, role: staff.role }),
    },
  ])
  return secret
}
