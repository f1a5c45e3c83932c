import type { ChannelName } from '../message'

/** What one costs, in cents of a euro: a part of an SMS; a WhatsApp message, with what the provider adds. */
export type Prices = Readonly<Record<ChannelName, number>>

/** A guess to plan with for a Belgian mobile number, until an admin writes what the account's own price list says. */
export const USUAL_PRICES: Prices = { sms: 11, whatsapp: 5 }

export const pricesOf = ({ prices }: { prices?: Prices | undefined }): Prices => prices ?? USUAL_PRICES
