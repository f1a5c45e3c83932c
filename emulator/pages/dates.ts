import type { PageLanguage } from './words'

/** Belgian usage where there is one; Latin digits and 24 hours everywhere. */
const LOCALE: Record<PageLanguage, string> = {
  nl: 'nl-BE',
  fr: 'fr-BE',
  en: 'en-GB',
  ar: 'ar-u-nu-latn-ca-gregory',
}

export function createDates(language: PageLanguage, timeZone: string) {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(LOCALE[language], { timeZone, ...options })
    return (at: number) => formatter.format(at)
  }
  const day = format({ weekday: 'short', day: 'numeric', month: 'short' })
  const long = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const hour = hourIn(timeZone)
  return {
    hour,
    /** `do 26 nov` */
    day: (at: number) => (language === 'ar' ? day(at) : day(at).replace(',', '')),
    /** `maandag 30 november 2026, 10:00` */
    full: (at: number) =>
      `${language === 'en' ? long(at).replace(',', '') : long(at)}${language === 'ar' ? '،' : ','} ${hour(at)}`,
    /** `2026-11-30T10:00`, for a date field. */
    field: (at: number) => fieldIn(timeZone)(at),
  }
}

export type Dates = ReturnType<typeof createDates>

function hourIn(timeZone: string) {
  const formatter = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  return (at: number) => formatter.format(at)
}

function fieldIn(timeZone: string) {
  const formatter = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return (at: number) => formatter.format(at).replace(' ', 'T')
}

/** The moment of `2026-11-30T10:00` on a clock in this zone; null when it is no date. */
export function momentOf(field: string, timeZone: string): number | null {
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(field) ? Date.parse(`${field.slice(0, 16)}:00Z`) : Number.NaN
  if (Number.isNaN(wall)) return null
  const wallAt = (at: number) => Date.parse(`${fieldIn(timeZone)(at)}:00Z`)
  const guess = wall - (wallAt(wall) - wall)
  return guess - (wallAt(guess) - wall)
}
