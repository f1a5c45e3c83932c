import type { ChannelName } from '../message'

/**
 * About what one costs, in cents of a euro: a part of an SMS to a Belgian mobile number; a WhatsApp message, with what the
 * provider adds. A guess to plan with: the provider's own price list counts.
 */
export const ABOUT_CENTS: Readonly<Record<ChannelName, number>> = { sms: 11, whatsapp: 5 }
