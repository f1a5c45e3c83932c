import { DateTime } from 'luxon'
import type { Texts } from '../ports/texts'

/** The languages of staff. */
export const STAFF_LANGUAGES = ['nl', 'fr', 'en'] as const
export type StaffLanguage = (typeof STAFF_LANGUAGES)[number]

/** Everything a page needs to say things: words, days and hours in the reader's language. */
export interface Words {
  language: StaffLanguage
  say(key: string, values?: Record<string, string | number>): string
  /** `do 10 dec` */
  day(moment: number): string
  /** `do 10 dec, 10:00` */
  moment(moment: number): string
  hour(moment: number): string
}

const INTL: Record<StaffLanguage, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' }

export function wordsFor(texts: Texts, language: StaffLanguage, zone: string): Words {
  // Always Gregorian with Latin digits and 24 hours, whatever the language's own habit.
  const at = (moment: number) =>
    DateTime.fromMillis(moment, { zone }).reconfigure({
      locale: INTL[language],
      outputCalendar: 'gregory',
      numberingSystem: 'latn',
    })
  const day = (moment: number) => at(moment).toFormat('ccc d LLL').replaceAll('.', '')
  const hour = (moment: number) => at(moment).toFormat('HH:mm')
  return {
    language,
    say: (key, values) => texts.say(`web:${key}`, language, values),
    day,
    hour,
    moment: moment => `${day(moment)}, ${hour(moment)}`,
  }
}

/** The reader's choice in the address first, then what the browser asks for, then Dutch. */
export function chooseLanguage(asked: unknown, accepted: string | undefined): StaffLanguage {
  const wanted = [asked, ...(accepted ?? '').split(',').map(part => part.trim().slice(0, 2).toLowerCase())]
  return (
    STAFF_LANGUAGES.find(
      language => wanted.find(one => STAFF_LANGUAGES.includes(one as StaffLanguage)) === language,
    ) ?? 'nl'
  )
}
