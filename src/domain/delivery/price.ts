import type { ChannelName } from '../message'

/**
 * About what one message costs, in cents of a euro: a part of an SMS to a Belgian mobile number, a WhatsApp message outside
 * the window with what the provider adds. Never more than a guess: the provider's own price list counts.
 */
export const ABOUT_CENTS: Readonly<Record<ChannelName, number>> = { sms: 11, whatsapp: 5 }

/** @param parts of the SMS; a WhatsApp message is one */
export const aboutCents = (channel: ChannelName, parts: number): number =>
  ABOUT_CENTS[channel] * (channel === 'sms' ? parts : 1)
