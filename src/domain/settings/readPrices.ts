import type { Prices } from '../delivery/price'
import type { FieldProblem } from '../fieldProblem'
import type { ChannelName } from '../message'

export type PricesForm = Readonly<Record<ChannelName, string>>
export type ReadPrices = { ok: true; value: Prices } | { ok: false; problems: FieldProblem[] }

/** Euros with a comma or a dot, as price lists have them: `0,0432`. */
const EUROS = /^€?\s*(\d{1,2})(?:[.,](\d{1,4}))?\s*€?$/
/** Nobody's message costs that much: somebody forgot a comma. */
const MOST_CENTS = 500

/** Prices as they were typed, in euros. */
export function readPrices(form: PricesForm): ReadPrices {
  const problems: FieldProblem[] = []
  const cents = (field: ChannelName) => {
    const [, euros, part = ''] = EUROS.exec(form[field].trim()) ?? []
    const price = Number(`${euros}.${part.padEnd(4, '0')}`) * 100
    if (Number.isNaN(price) || price > MOST_CENTS) problems.push({ field, problem: 'price' })
    return Math.round(price * 100) / 100
  }
  const value = { sms: cents('sms'), whatsapp: cents('whatsapp') }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value }
}

/** `0,11`, as it stands in the form. */
export const inEuros = (cents: number): string => String(Math.round(cents * 100) / 10_000).replace('.', ',')
