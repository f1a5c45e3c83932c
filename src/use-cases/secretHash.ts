import { createHash } from 'node:crypto'

/** What stands in the store instead of a secret or an address; the kind keeps two sorts of them apart. */
export const secretHash = (
  kind: 'session' | 'invitation' | 'kiosk' | 'review' | 'email' | 'address' | 'token' | 'request',
  secret: string,
): string => createHash('sha256').update(`${kind}|${secret}`).digest('base64url')
