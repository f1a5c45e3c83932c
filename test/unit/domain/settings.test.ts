import { chooseLanguages } from '../../../src/domain/settings/chooseLanguages'
import { readHours } from '../../../src/domain/settings/readHours'
import { readOrganisation } from '../../../src/domain/settings/readOrganisation'
import { inEuros, readPrices } from '../../../src/domain/settings/readPrices'
import { readRetention } from '../../../src/domain/settings/readRetention'

describe('hours', () => {
  const form = {
    weekdayFrom: '9',
    weekdayTo: '17',
    eveningFrom: '18',
    eveningTo: '20',
    saturday: true,
    saturdayFrom: '10',
    saturdayTo: '13',
    holidays: true,
    closed: '',
  }
  const closed = (from: number, days: number) =>
    Array.from({ length: days }, (_, day) =>
      new Date(Date.UTC(2026, 6, from + day)).toISOString().slice(0, 10),
    )

  test('as they stand in the form', () => {
    expect(readHours({ ...form, closed: '24/12/2026\n 2026-12-31\n\n24-12-2026' })).toEqual({
      ok: true,
      value: {
        slots: { weekday: [9, 17], evening: [18, 20], saturday: [10, 13] },
        holidays: true,
        closed: ['2026-12-24', '2026-12-31'],
      },
    })
  })
  test('no Saturday asks nothing of its hours', () => {
    expect(readHours({ ...form, saturday: false, saturdayFrom: '13', saturdayTo: '10' })).toMatchObject({
      ok: true,
      value: { slots: { saturday: null } },
    })
  })
  test.each([
    ['the end before the beginning', { weekdayFrom: '17', weekdayTo: '9' }, 'weekday', 'no_hours'],
    ['no hour at all', { eveningFrom: '18', eveningTo: '18' }, 'evening', 'no_hours'],
    ['what is no hour', { saturdayTo: 'noon' }, 'saturday', 'no_hours'],
    ['a day that does not exist', { closed: '31/02/2026' }, 'closed', 'no_day'],
    ['words', { closed: 'Kerstmis' }, 'closed', 'no_day'],
    ['closed for longer than a month', { closed: closed(1, 32).join('\n') }, 'closed', 'closed_too_long'],
  ])('refuses %s', (_, over, field, problem) => {
    expect(readHours({ ...form, ...over })).toMatchObject({ ok: false, problems: [{ field, problem }] })
  })
  test('a month closed, and another one later, are fine', () => {
    const days = [...closed(1, 31), ...closed(60, 31)]
    expect(readHours({ ...form, closed: days.join('\n') })).toMatchObject({ ok: true })
  })
})

describe('the organisation', () => {
  const form = {
    name: ' Huis van de Buurt ',
    project: 'onze jobcafés',
    contactName: 'Els',
    contactPhone: '0470 12 34 56',
    zone: 'Europe/Brussels',
  }
  test('as people will read it', () => {
    expect(readOrganisation(form)).toEqual({
      ok: true,
      value: {
        name: 'Huis van de Buurt',
        project: 'onze jobcafés',
        contactPerson: { name: 'Els', phone: '+32470123456' },
        zone: 'Europe/Brussels',
      },
    })
  })
  test.each([
    ['no name', { name: ' ' }, 'name', 'name_missing'],
    ['a name of a page', { name: 'x'.repeat(81) }, 'name', 'too_long'],
    ['a number one digit short', { contactPhone: '0470 12 34 5' }, 'contactPhone', 'phone'],
    ['a zone that is none', { zone: 'Brussel' }, 'zone', 'zone'],
  ])('refuses %s', (_, over, field, problem) => {
    expect(readOrganisation({ ...form, ...over })).toMatchObject({
      ok: false,
      problems: [{ field, problem }],
    })
  })
})

test.each(['2', '121', '', 'twelve', '12.5'])('%s months are refused', months => {
  const read = readRetention({ messages: months, replies: '24', activity: '24' })
  expect(read).toMatchObject({ ok: false, problems: [{ field: 'messages', problem: 'months' }] })
})
test('months in between are kept', () => {
  const read = readRetention({ messages: '3', replies: '120', activity: '24' })
  expect(read).toEqual({ ok: true, value: { messages: 3, replies: 120, activity: 24 } })
})

test.each([
  ['0,11', 11],
  ['0.0432', 4.32],
  ['€ 1', 100],
  ['0,5 €', 50],
  ['0', 0],
])('a price of %s', (typed, cents) => {
  expect(readPrices({ sms: typed, whatsapp: '0,05' })).toEqual({
    ok: true,
    value: { sms: cents, whatsapp: 5 },
  })
  expect(readPrices({ sms: inEuros(cents), whatsapp: '0' })).toMatchObject({ value: { sms: cents } })
})
test.each(['', 'gratis', '-1', '11', '0,00001', '1.000,00', '😀'])('%j is no price', typed => {
  const problems = [{ field: 'sms', problem: 'price' }]
  expect(readPrices({ sms: typed, whatsapp: '0,05' })).toEqual({ ok: false, problems })
})

const ALL = ['ar', 'en', 'fr', 'nl']
test.each([
  ['all of them stay in their order', ['en', 'fr', 'ar'], ['nl', 'en', 'fr', 'ar']],
  ['one goes', ['fr', 'ar'], ['nl', 'fr', 'ar']],
  ['their own cannot go', [], ['nl']],
  ['one that we cannot write', ['tlh', 'fr'], ['nl', 'fr']],
])('languages: %s', (_, chosen, after) => {
  expect(chooseLanguages(['nl', 'en', 'fr', 'ar'], chosen, ALL)).toEqual(after)
})
test('languages: a new one comes last', () => {
  expect(chooseLanguages(['nl', 'fr'], ['fr', 'ar'], ALL)).toEqual(['nl', 'fr', 'ar'])
})
