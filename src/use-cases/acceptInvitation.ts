import { passwordProblem, type Staff } from '../domain/staff'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import type { Passwords } from '../ports/passwords'
import { type Auditing, auditEntry } from './audit'
import { openSession } from './openSession'
import { secretHash } from './secretHash'

export type Accepted =
  | { outcome: 'signed_in'; secret: string; staff: Staff }
  | { outcome: 'too_short' | 'too_long' }
  /** Used, too old, replaced or never made: the same to whoever holds it. */
  | { outcome: 'over' }

/** Whom this link invites. Null: it is over. */
export async function readInvitation(
  { documents, clock }: { documents: Documents; clock: Clock },
  secret: string,
): Promise<Staff | null> {
  const invitation = await documents.collection('invitations').get(secretHash('invitation', secret))
  const holds = invitation && invitation.usedAt === undefined && invitation.until > clock.now()
  return holds ? documents.collection('staff').get(invitation.staff) : null
}

/** Chooses a password by a link, signs in, and ends all sessions of before. Of two at once one gets in. */
export async function acceptInvitation(
  deps: Auditing & { passwords: Passwords },
  { secret, password }: { secret: string; password: string },
): Promise<Accepted> {
  const { documents, clock, passwords } = deps
  const invited = await readInvitation(deps, secret)
  if (!invited) return { outcome: 'over' }
  const problem = passwordProblem(password)
  if (problem) return { outcome: problem }
  const hash = await passwords.hash(password)
  const now = clock.now()
  const { _id, organisation } = invited
  const link = secretHash('invitation', secret)
  const done = await documents.atomically([
    {
      in: 'invitations',
      update: { _id: link, usedAt: { $exists: false }, until: { $gt: now } },
      patch: { set: { usedAt: now } },
    },
    { in: 'staff', update: { _id }, patch: { set: { password: hash }, inc: { passwordVersion: 1 } } },
    { from: 'sessions', remove: { staff: _id } },
    {
      into: 'auditLog',
      insert: auditEntry(deps, { what: 'password_chosen', organisation, staff: _id, by: _id }),
    },
  ])
  const staff = done ? await documents.collection('staff').get(_id) : null
  if (!staff) return { outcome: 'over' }
  return { outcome: 'signed_in', secret: await openSession(deps, staff), staff }
}
