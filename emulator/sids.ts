import { randomBytes } from 'node:crypto'

/** Two letters and 32 hexadecimal digits, as all of Twilio's ids. */
export function newSid(prefix: 'SM' | 'MM' | 'ME' | 'HX' | 'DU' | 'SE'): string {
  return prefix + randomBytes(16).toString('hex')
}
