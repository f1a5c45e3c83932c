import { hash, verify } from '@node-rs/argon2'
import type { Passwords } from '../ports/passwords'

/** argon2id with 19 MiB and two passes, as OWASP's password storage sheet asks: some 20 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export function createPasswords(): Passwords {
  // The same sign can be typed in two ways; one keyboard's must open what another's closed.
  const typed = (password: string) => password.normalize('NFC')
  let nobodys: Promise<string> | undefined
  return {
    hash: password => hash(typed(password), COST),
    async fits(password, kept) {
      nobodys ??= hash('the password of nobody', COST)
      const fits = await verify(kept ?? (await nobodys), typed(password))
      return kept !== undefined && fits
    },
  }
}
