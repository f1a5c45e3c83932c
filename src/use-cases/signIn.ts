import { emailOf, SIGN_IN, type Staff } from '../domain/staff'
import type { Passwords } from '../ports/passwords'
import { type Auditing, auditFailedSignIn } from './audit'
import { openSession } from './openSession'
import { secretHash } from './secretHash'
import { takeTry } from './takeTry'

export type SignedIn =
  | { outcome: 'signed_in'; secret: string; staff: Staff }
  /** E-mail or password, nobody learns which. */
  | { outcome: 'wrong' }
  /** The right password waits as long as a wrong one. */
  | { outcome: 'wait'; until: number }

/**
 * Signs somebody in by e-mail and password. An address that nobody has is answered in the same words and the same time.
 * @param from the address the request came from
 */
export async function signIn(
  deps: Auditing & { passwords: Passwords },
  asked: { email: string; password: string; from: string },
): Promise<SignedIn> {
  const { documents, passwords, clock } = deps
  const tries = documents.collection('signInTries')
  await tries.remove({ since: { $lte: clock.now() - SIGN_IN.WINDOW_MS } })
  const email = emailOf(asked.email)
  const ofAddress = secretHash('address', asked.from)
  const ofEmail = secretHash('email', email ?? '')
  const until = (await takeTry(deps, ofAddress)) ?? (await takeTry(deps, ofEmail))
  if (until !== null) {
    await auditFailedSignIn(deps)
    return { outcome: 'wait', until }
  }
  const staff = email ? await documents.collection('staff').first({ email }) : null
  // Hashing a book would be an attack of its own.
  const password = asked.password.slice(0, SIGN_IN.LONGEST_PASSWORD + 1)
  if (!(await passwords.fits(password, staff?.password)) || !staff) {
    await auditFailedSignIn(deps)
    return { outcome: 'wrong' }
  }
  await tries.remove({ _id: ofEmail })
  // Given back, not forgotten: one known password must not open the door to guessing others.
  await tries.update({ _id: ofAddress, count: { $gt: 0 } }, { inc: { count: -1 } })
  return { outcome: 'signed_in', secret: await openSession(deps, staff), staff }
}
