import { createHash } from 'node:crypto'

/** Recognises our text in the provider's list. Line ends and outer blanks may change on the way. */
export const bodyHash = (text: string): string =>
  createHash('sha256').update(text.normalize('NFC').replace(/\r\n?/g, '\n').trim()).digest('base64url')
