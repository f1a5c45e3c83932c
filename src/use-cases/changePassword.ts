import { passwordProblem, type Staff } from '../domain/staff'
import type { Passwords } from '../ports/passwords'
import { type Auditing, auditEntry } from './audit'
import { openSession } from './openSession'
import { secretHash } from './secretHash'
import { takeTry } from './takeTry'

export type PasswordChanged =
  | { outcome: 'changed'; secret: string }
  | { outcome: 'wrong' | 'too_short' | 'too_long' }
  | { outcome: 'wait'; until: number }

/** A new password for who knows the old one; every session of before ends, and this one goes on as a new one. */
export async function changePassword(
  deps: Auditing & { passwords: Passwords },
  by: Staff,
  asked: { old: string; chosen: string },
): Promise<PasswordChanged> {
  const { documents, passwords } = deps
  const problem = passwordProblem(asked.chosen)
  if (problem) return { outcome: problem }
  const until = await takeTry(deps, secretHash('email', by.email))
  if (until !== null) return { outcome: 'wait', until }
  if (!(await passwords.fits(asked.old, by.password))) return { outcome: 'wrong' }
  await documents.collection('signInTries').remove({ _id: secretHash('email', by.email) })
  const { _id, organisation, passwordVersion } = by
  const password = await passwords.hash(asked.chosen)
  const done = await documents.atomically([
    {
      in: 'staff',
      update: { _id, passwordVersion },
      patch: { set: { password }, inc: { passwordVersion: 1 } },
    },
    { from: 'sessions', remove: { staff: _id } },
    {
      into: 'auditLog',
      insert: auditEntry(deps, { what: 'password_chosen', organisation, staff: _id, by: _id }),
    },
  ])
  if (!done) return { outcome: 'wrong' }
  return {
    outcome: 'changed',
    secret: await openSession(deps, { ...by, password, passwordVersion: passwordVersion + 1 }),
  }
}
