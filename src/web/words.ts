import { DateTime, Info } from 'luxon'
import type { Staff } from '../domain/staff'
import type { Texts } from '../ports/texts'

/** The languages of staff. */
export const STAFF_LANGUAGES = ['nl', 'fr', 'en'] as const
export type StaffLanguage = (typeof STAFF_LANGUAGES)[number]

/** Everything a page needs to say things: words, days and hours in the reader's language. */
export interface Words {
  language: StaffLanguage
  direction: 'ltr' | 'rtl'
  /** Who is signed in. */
  reader?: Pick<Staff, 'name' | 'role'> | undefined
  /** Address of the phones, when nothing leaves this machine. */
  phones?: string | undefined
  /** By entry of the menu: how many wait for a person there. */
  waiting?: Readonly<Record<string, number>> | undefined
  /** Of the pages' own words, or of another file's: `sign-in:title`. */
  say(key: string, values?: Record<string, string | number>): string
  /** The words of the first key for which somebody has written some. */
  sayOr(...keys: [string, ...string[]]): string
  /** `do 10 dec` */
  day(moment: number): string
  /** `donderdag 10 december 2026` */
  longDay(moment: number): string
  /** `do 10 dec, 10:00` */
  moment(moment: number): string
  hour(moment: number): string
  /** 1 Monday to 7 Sunday. */
  weekday(day: number): string
  /** `Arabisch` */
  languageName(tag: string): string
  /** Of an ISO 3166 code: `Syrië` */
  countryName(code: string): string
  /** `Bedankt en evaluatie` */
  list(parts: readonly string[]): string
}

const INTL: Record<StaffLanguage, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' }

export function wordsFor(texts: Texts, language: StaffLanguage, zone: string): Words {
  const locale = INTL[language]
  // Always Gregorian with Latin digits and 24 hours, whatever the language's own habit.
  const at = (moment: number) =>
    DateTime.fromMillis(moment, { zone }).reconfigure({
      locale,
      outputCalendar: 'gregory',
      numberingSystem: 'latn',
    })
  // A dot belongs to a French abbreviation and to no other (ux 8.3).
  const dots = (text: string) => (language === 'fr' ? text : text.replaceAll('.', ''))
  const day = (moment: number) => dots(at(moment).toFormat('ccc d LLL'))
  const hour = (moment: number) => at(moment).toFormat('HH:mm')
  const names = new Intl.DisplayNames([locale], { type: 'language' })
  const countries = new Intl.DisplayNames([locale], { type: 'region' })
  const and = new Intl.ListFormat(locale, { type: 'conjunction' })
  const full = (key: string) => (key.includes(':') ? key : `web:${key}`)
  const say = (key: string, values?: Record<string, string | number>) =>
    oneDot(texts.say(full(key), language, values))
  return {
    language,
    direction: texts.direction(language),
    say,
    sayOr: (...keys) => say(keys.find(key => say(key) !== full(key)) ?? keys[0]),
    day,
    longDay: moment => at(moment).toFormat('cccc d LLLL yyyy'),
    hour,
    moment: moment => `${day(moment)}, ${hour(moment)}`,
    weekday: number => Info.weekdays('long', { locale })[number - 1] ?? '',
    languageName: tag => names.of(tag) ?? tag,
    countryName: code => countries.of(code) ?? code,
    list: parts => and.format(parts.map((part, index) => (index === 0 ? part : lowerFirst(part)))),
  }
}

/** The dot of an abbreviation at the end of a sentence is the sentence's own, too: `le 7 déc.` */
const oneDot = (text: string) => text.replace(/(\p{L}\.)\.(?!\.)/gu, '$1')

export const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** The reader's choice in the address first, then the one from before, then what the browser asks for, then Dutch. */
export function chooseLanguage(
  asked: unknown,
  before: string | undefined,
  accepted: string | undefined,
): StaffLanguage {
  const wanted = [
    asked,
    before,
    ...(accepted ?? '').split(',').map(part => part.trim().slice(0, 2).toLowerCase()),
  ]
  return wanted.find(isStaffLanguage) ?? 'nl'
}

export const isStaffLanguage = (tag: unknown): tag is StaffLanguage =>
  STAFF_LANGUAGES.includes(tag as StaffLanguage)
