import { emailOf, type Role, type Staff } from '../domain/staff'
import { AppError } from '../errors'
import { type Auditing, auditEntry } from './audit'

/**
 * Adds somebody who will sign in; without a password until the invitation is accepted.
 * @throws AppError ARGUMENT_INVALID for what is no e-mail address, STAFF_EXISTS
 */
export async function addStaff(
  deps: Auditing,
  added: { organisation: string; email: string; role: Role; name: string; by: string },
): Promise<Staff> {
  const { organisation, role, name, by } = added
  const email = emailOf(added.email)
  if (!email) throw new AppError('ARGUMENT_INVALID', 'This is no e-mail address', { field: 'email' })
  const staff: Staff = { _id: deps.newId(), organisation, name, email, role, passwordVersion: 0 }
  const done = await deps.documents.atomically([
    { into: 'staff', insert: staff },
    {
      into: 'auditLog',
      insert: auditEntry(deps, { what: 'staff_added', organisation, staff: staff._id, by, role }),
    },
  ])
  if (!done) throw new AppError('STAFF_EXISTS', 'Somebody has this e-mail address already')
  return staff
}
