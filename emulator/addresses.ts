import type { ChannelName } from './records'

export interface Place {
  channel: ChannelName
  /** `+32470000001`, or `BE.1A2B` when WhatsApp hides the number. */
  address: string
}

const NUMBER = /^\+[1-9]\d{6,14}$/
/** A business-scoped account id: country, dot, up to 128 letters and digits. */
const ACCOUNT = /^[A-Z]{2}\.[A-Za-z0-9]{1,128}$/

/** `whatsapp:+32…` and `+32…` as Twilio writes them; null when it is neither. */
export function readAddress(text: string): Place | null {
  if (text.startsWith('whatsapp:')) {
    const address = text.slice('whatsapp:'.length)
    return NUMBER.test(address) || ACCOUNT.test(address) ? { channel: 'whatsapp', address } : null
  }
  return NUMBER.test(text) ? { channel: 'sms', address: text } : null
}

export function writeAddress({ channel, address }: Place): string {
  return channel === 'whatsapp' ? `whatsapp:${address}` : address
}
