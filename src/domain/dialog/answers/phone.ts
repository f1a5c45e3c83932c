import parsePhoneNumber, {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
} from 'libphonenumber-js/max'
import type { AnswerSpec, Reply, Understood } from '../definition'
import { LONGEST_SHORT_ANSWER } from './hearing'
import { clean } from './normalise'

/** Any Belgian or international way of writing a number, as E.164: `0470/12.34.56` → `+32470123456`. Never a short number such as 112. */
export function phone(reply: Reply, spec: Extract<AnswerSpec, { type: 'phone' }>): Understood {
  const value = readPhone(reply.text, spec.region)
  return value === null ? { ok: false, problem: 'not_a_phone' } : { ok: true, value }
}

export function readPhone(text: string, region: string): string | null {
  const cleaned = clean(text).replace(/\u066c/g, '')
  if (cleaned.length > LONGEST_SHORT_ANSWER || /[@?%*#=]/.test(cleaned)) return null
  const runs = cleaned.match(NUMBER_RUN) ?? []
  const [run] = runs
  if (run === undefined || runs.length > 1) return null
  const country: CountryCode = isSupportedCountry(region.toUpperCase())
    ? (region.toUpperCase() as CountryCode)
    : 'BE'
  const written = run.replace(/\(0\)/, '').replace(/[^\d+]/g, '')
  if (/\d\s*\+/.test(cleaned)) return null
  const ownCode = getCountryCallingCode(country)
  // The country's own code without plus or zeros: 32470123456. Other codes could be a slip in a national number.
  return valid(written, country) ?? (written.startsWith(ownCode) ? valid(`+${written}`, country) : null)
}

/** Digits with what people put between them, not stuck to a letter before. */
const NUMBER_RUN = /[+(]{0,2}\d[\d ()./\-–—\n]*/g

function valid(written: string, country: CountryCode): string | null {
  const digits = written.replace(/\D/g, '').length
  if (digits < 6 || digits > 16) return null
  const number = parsePhoneNumber(written, country)
  return number?.isValid() ? number.number : null
}
