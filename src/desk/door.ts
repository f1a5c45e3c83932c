import type { Role } from '../domain/staff'
import { AppError } from '../errors'
import { createPasswords } from '../passwords/createPasswords'
import { demoStaffId } from '../practice/people'
import { acceptInvitation, readInvitation } from '../use-cases/acceptInvitation'
import type { Auditing } from '../use-cases/audit'
import { openSession } from '../use-cases/openSession'
import { readSession } from '../use-cases/readSession'
import { signIn } from '../use-cases/signIn'
import { signOut } from '../use-cases/signOut'
import type { Desk } from '../web/desk'

/** Signing in and out. In practice also as one of the demo's staff, without a password. */
export function createDoor(
  deps: Auditing,
  { secure, practice }: { secure: boolean; practice: boolean },
): Desk['door'] {
  const withPasswords = { ...deps, passwords: createPasswords() }
  const staff = deps.documents.collection('staff')
  const signInAs = async (role: Role) => {
    const demo = await staff.get(demoStaffId(role))
    if (!demo) throw new AppError('NOT_FOUND', 'There is no demo here')
    return { secret: await openSession(deps, demo), staff: demo }
  }
  return {
    secure,
    signIn: asked => signIn(withPasswords, asked),
    signOut: secret => signOut(deps, secret),
    readSession: secret => readSession(deps, secret),
    rememberLanguage: async ({ _id }, language) => void (await staff.update({ _id }, { set: { language } })),
    readInvitation: secret => readInvitation(deps, secret),
    acceptInvitation: asked => acceptInvitation(withPasswords, asked),
    ...(practice ? { signInAs } : {}),
  }
}
