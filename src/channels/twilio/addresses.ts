import type { Address } from '../../domain/message'

const PREFIX = 'whatsapp:'

/** `{ whatsapp, 'BE.1A2B' }` → `whatsapp:BE.1A2B`; SMS addresses stay as they are. */
export const toTwilio = ({ channel, address }: Address): string =>
  channel === 'whatsapp' ? PREFIX + address : address

/**
 * A number, an account id (`BE.1A2B`, when a person hides the number), a short code or a sender's name. Null when it is
 * none of these, for example an address of another channel.
 */
export function fromTwilio(text: string): Address | null {
  if (text.startsWith(PREFIX)) {
    const address = text.slice(PREFIX.length).trim()
    return /^(\+\d{6,15}|[A-Z]{2}(\.[A-Z]+)?\.[A-Za-z0-9]{1,128})$/.test(address)
      ? { channel: 'whatsapp', address }
      : null
  }
  return /^(\+?\d{3,15}|[A-Za-z0-9 +\-_&]{1,11})$/.test(text) ? { channel: 'sms', address: text } : null
}
