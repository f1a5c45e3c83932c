import { DateTime } from 'luxon'
import type { StaffLanguage } from './words'

const LOCALES: Record<StaffLanguage, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' }

/** Numbers as people of a language write them: `1.246`, `4,2`, `63 %` (ux 8.3). */
export function numbersIn(language: StaffLanguage) {
  const write = (value: number, decimals: number) =>
    new Intl.NumberFormat(LOCALES[language], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      numberingSystem: 'latn',
    }).format(value)
  return {
    count: (value: number) => write(value, 0),
    decimal: (value: number) => write(value, 1),
    /** Names keep their capitals: `Perzisch en Pasjtoe`. */
    names: (parts: readonly string[]) => new Intl.ListFormat(LOCALES[language]).format(parts),
    /** Of an ISO day: `12 mrt 2026`. */
    day: (iso: string) =>
      DateTime.fromISO(iso.slice(0, 'YYYY-MM-DD'.length), { locale: LOCALES[language] })
        .reconfigure({ numberingSystem: 'latn', outputCalendar: 'gregory' })
        .toFormat('d LLL yyyy'),
    /** Of an ISO month: `mrt 2026`. */
    month: (iso: string) =>
      DateTime.fromISO(iso, { locale: LOCALES[language] })
        .reconfigure({ numberingSystem: 'latn', outputCalendar: 'gregory' })
        .toFormat('LLL yyyy'),
    percent: (value: number, decimals = 0) =>
      `${write(value, decimals)}${language === 'en' ? '' : '\u00a0'}%`,
  }
}
