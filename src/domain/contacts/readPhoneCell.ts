import { clean } from '../dialog/answers/normalise'
import { readPhone } from '../dialog/answers/phone'

export type PhoneCell =
  | { ok: true; number: string }
  | { ok: false; problem: 'phone_scientific' | 'phone_two' | 'phone_invalid' }
  /** A Belgian mobile number with digits missing or too many. */
  | { ok: false; problem: 'phone_short' | 'phone_long'; digits: number }

/** +32, then nine digits of a mobile number that begins with 4. */
const MOBILE_DIGITS = 9
const LONGEST_NUMBER = 16

/**
 * A number as spreadsheets hold it: the first zero lost, +32 or 0032 as text, an apostrophe or ="…" that kept it a text.
 * 4.70E+08 is refused: the digits are gone and nobody can put them back.
 */
export function readPhoneCell(cell: string, region: string): PhoneCell {
  const text = withoutWrapping(cell)
  if (/^\+?\d+(?:[.,]\d+)?e\+?\d+$/i.test(text)) return { ok: false, problem: 'phone_scientific' }
  const number = readPhone(text.replace(/[.,]0+$/, ''), region) ?? readPhone(text, region)
  if (number !== null) return { ok: true, number }
  const digits = text.replace(/\D/g, '')
  if (digits.length > LONGEST_NUMBER) return { ok: false, problem: 'phone_two' }
  const national = digits.replace(/^(?:00)?32/, '').replace(/^0/, '')
  if (region !== 'BE' || !/^4/.test(national) || /\p{L}/u.test(text))
    return { ok: false, problem: 'phone_invalid' }
  const missing = MOBILE_DIGITS - national.length
  if (missing > 0 && missing < MOBILE_DIGITS - 1)
    return { ok: false, problem: 'phone_short', digits: missing }
  return missing < 0
    ? { ok: false, problem: 'phone_long', digits: -missing }
    : { ok: false, problem: 'phone_invalid' }
}

function withoutWrapping(cell: string): string {
  const text = clean(cell)
  return (/^="?([^"]*)"?$/.exec(text)?.[1] ?? text).replace(/^'+/, '').trim()
}
