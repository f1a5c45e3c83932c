import { DateTime } from 'luxon'
import type { Event, EventText } from '../domain/campaign'
import type { FactName } from '../domain/factNames'
import type { LanguageTag } from '../domain/message'
import type { Organisation } from '../domain/organisation'

/** Months and weekdays in these languages are wrong without a country: US order, or the sun calendar. */
const INTL_TAGS: Record<LanguageTag, string> = { nl: 'nl-BE', en: 'en-BE', fr: 'fr-BE' }

/** Always Gregorian with Latin digits, whatever a language's own default is: Dari would say the year 1405. */
const inLanguage = (moment: DateTime, language: LanguageTag): DateTime =>
  moment.reconfigure({
    locale: INTL_TAGS[language] ?? language,
    outputCalendar: 'gregory',
    numberingSystem: 'latn',
  })

/** `05/12/2026`: day, month, year, understood in every language. */
export const formatNumericDate = (moment: DateTime): string =>
  moment.reconfigure({ locale: 'en', numberingSystem: 'latn' }).toFormat('dd/MM/yyyy')

/** `zaterdag` */
export const formatWeekday = (moment: DateTime, language: LanguageTag): string =>
  inLanguage(moment, language).toFormat('EEEE')

/** `5 december`: the day before the month everywhere; some languages would turn them round. */
export const formatDate = (moment: DateTime, language: LanguageTag): string =>
  inLanguage(moment, language).toFormat('d MMMM')

/** `zaterdag 5 december (05/12/2026)` */
export const formatDay = (moment: DateTime, language: LanguageTag): string =>
  `${formatWeekday(moment, language)} ${formatDate(moment, language)} (${formatNumericDate(moment)})`

/** `18:30`: twenty-four hours, never "half zeven". */
export const formatHour = (moment: DateTime): string =>
  moment.reconfigure({ locale: 'en', numberingSystem: 'latn' }).toFormat('HH:mm')

/** What texts may say about the person and the organisation. */
export const contactFacts = (
  contact: { name: string },
  organisation: Pick<Organisation, 'name' | 'project' | 'contactPerson'>,
): Partial<Record<FactName, string>> => ({
  name: contact.name,
  organisation: organisation.name,
  project: organisation.project,
  contact: organisation.contactPerson.name,
  phone: organisation.contactPerson.phone,
})

/** What texts may say about the event, in the words that somebody wrote for this language where there are any. */
export function eventFacts(event: Event, language: LanguageTag): Partial<Record<FactName, string>> {
  const start = DateTime.fromISO(event.start, { zone: event.zone })
  const end = DateTime.fromISO(event.end, { zone: event.zone })
  const own = event.inLanguage[language] ?? {}
  const text = (name: EventText) => own[name] || event[name]
  return {
    event: text('name'),
    day: formatDay(start, language),
    weekday: formatWeekday(start, language),
    date: formatDate(start, language),
    numeric_date: formatNumericDate(start),
    start: formatHour(start),
    end: formatHour(end),
    hour: formatHour(start),
    place: text('place'),
    address: event.address,
    transport: text('transport'),
    parking: text('parking'),
    goal: text('goal'),
    benefit: text('benefit'),
    who: text('who'),
    childcare: text('childcare'),
    bring: text('bring'),
    welcome: event.welcome,
    contact: event.contactName,
    phone: event.contactPhone,
  }
}

/** All of them for one message. What nobody filled in is absent, so that its line is left out. */
export function factsFor(
  about: {
    contact: { name: string }
    organisation: Pick<Organisation, 'name' | 'project' | 'contactPerson'>
    event?: Event
  },
  language: LanguageTag,
): Record<string, string> {
  const { contact, organisation, event } = about
  const known = [contactFacts(contact, organisation), event ? eventFacts(event, language) : {}].flatMap(
    facts => Object.entries(facts).filter(([, value]) => value !== ''),
  )
  return Object.fromEntries(known)
}
