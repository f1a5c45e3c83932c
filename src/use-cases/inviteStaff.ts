import { SIGN_IN, type Staff } from '../domain/staff'
import { type Auditing, auditEntry } from './audit'
import { secretHash } from './secretHash'

/**
 * A link by which this person chooses a password: once, within seven days. Earlier links of theirs end.
 * @returns the secret that goes into the link, and nowhere else
 */
export async function inviteStaff(
  deps: Auditing,
  { _id, organisation, role }: Staff,
  by: string,
): Promise<string> {
  const { documents, clock, newId } = deps
  const secret = newId() + newId()
  const until = clock.now() + SIGN_IN.INVITATION_MS
  await documents.atomically([
    { from: 'invitations', remove: { staff: _id } },
    {
      into: 'invitations',
      insert: { _id: secretHash('invitation', secret), organisation, staff: _id, until },
    },
    { into: 'auditLog', insert: auditEntry(deps, { what: 'invited', organisation, staff: _id, by, role }) },
  ])
  return secret
}
