import { DateTime } from 'luxon'
import { factsFor, formatDay, formatHour } from '../../../src/content/facts'
import type { Event } from '../../../src/domain/campaign'

const EVENING = DateTime.fromISO('2026-12-05T18:30', { zone: 'Europe/Brussels' })

const DAYS: [language: string, day: string][] = [
  ['nl', 'zaterdag 5 december (05/12/2026)'],
  ['en', 'Saturday 5 December (05/12/2026)'],
  ['fr', 'samedi 5 décembre (05/12/2026)'],
  ['ar', 'السبت 5 ديسمبر (05/12/2026)'],
  ['fa-AF', 'شنبه 5 دسمبر (05/12/2026)'],
  ['ti', 'ቀዳም 5 ታሕሳስ (05/12/2026)'],
  ['so', 'Sabti 5 Diseembar (05/12/2026)'],
  ['uk', 'субота 5 грудня (05/12/2026)'],
]

test.each(DAYS)('a day in %s has its weekday, the day before the month, and its number', (language, day) => {
  expect(formatDay(EVENING, language)).toBe(day)
})

test('an hour has twenty-four hours and Latin digits', () => {
  expect(formatHour(EVENING)).toBe('18:30')
  expect(formatHour(EVENING.set({ hour: 9, minute: 5 }))).toBe('09:05')
})

const EVENT = {
  name: 'De Brug',
  start: '2026-12-05T18:30',
  end: '2026-12-05T21:00',
  zone: 'Europe/Brussels',
  place: 'Zaal',
  address: '',
  transport: 'tram 0',
  parking: '',
  goal: '',
  benefit: '',
  who: '',
  childcare: '',
  bring: '',
  welcome: 'Els',
  contactName: '',
  contactPhone: '+32 59 11 11 11',
  inLanguage: { fr: { place: 'Salle' } },
} satisfies Event

const about = {
  contact: { name: 'Amina' },
  organisation: {
    name: 'Huis',
    project: 'de netwerkdagen',
    contactPerson: { name: 'Joris', phone: '+32 59 00 00 00' },
  },
  event: EVENT,
}

test('the words that somebody wrote for a language go before the common ones', () => {
  expect(factsFor(about, 'fr').place).toBe('Salle')
  expect(factsFor(about, 'nl').place).toBe('Zaal')
})

test('what the event does not say comes from the organisation, and what nobody filled in is absent', () => {
  const facts = factsFor(about, 'nl')
  expect(facts).toMatchObject({ contact: 'Joris', phone: '+32 59 11 11 11', start: '18:30', end: '21:00' })
  expect(facts).not.toHaveProperty('parking')
})
