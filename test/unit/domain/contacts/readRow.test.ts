import type { Field } from '../../../../src/domain/contacts/headerWords'
import { FIELDS } from '../../../../src/domain/contacts/headerWords'
import { readPhoneCell } from '../../../../src/domain/contacts/readPhoneCell'
import { readRow } from '../../../../src/domain/contacts/readRow'
import { lexicon } from '../../../support/understood'

const NUMBER = '+32470123456'

describe('a number as spreadsheets hold it', () => {
  test.each([
    '0470123456',
    '470123456',
    '470123456.0',
    '32470123456',
    '+32470123456',
    '+32 (0)470 12 34 56',
    '0032470123456',
    '0470/12.34.56',
    '0470 12 34 56',
    '0470-12-34-56',
    "'0470123456",
    "'+32470123456",
    '="0470123456"',
    'gsm: 0470 12 34 56',
    '٠٤٧٠١٢٣٤٥٦',
  ])('%s', cell => {
    expect(readPhoneCell(cell, 'BE')).toEqual({ ok: true, number: NUMBER })
  })
  test.each([
    ['4.70123E+08', { problem: 'phone_scientific' }],
    ['4,70123456E+8', { problem: 'phone_scientific' }],
    ['+3.247E+10', { problem: 'phone_scientific' }],
    ['0470 12 34 56 / 0471 23 45 67', { problem: 'phone_two' }],
    ['047012345', { problem: 'phone_short', digits: 1 }],
    ['+32 470 12 34', { problem: 'phone_short', digits: 2 }],
    ['04701234567', { problem: 'phone_long', digits: 1 }],
    ['112', { problem: 'phone_invalid' }],
    ['4', { problem: 'phone_invalid' }],
    ['vraag Els', { problem: 'phone_invalid' }],
  ])('%s is refused with a clear word', (cell, problem) => {
    expect(readPhoneCell(cell, 'BE')).toEqual({ ok: false, ...problem })
  })
})

const NOW = Date.parse('2026-11-23T12:00:00Z')
const STAFF = [{ _id: 'els', name: 'Els', email: 'els@brug.be' }]
const columns = Object.fromEntries(FIELDS.map((field, index) => [field, index]))

function read(given: Partial<Record<Field, string>>) {
  const cells = FIELDS.map(field => given[field] ?? '')
  const reading = { columns, lexicon, region: 'BE', zone: 'Europe/Brussels', now: NOW, staff: STAFF }
  return readRow(cells, 7, reading)
}
const person = (given: Partial<Record<Field, string>>) =>
  read({ name: 'Amina', phone: '0470123456', ...given })?.person
const codes = (given: Partial<Record<Field, string>>) => read(given)?.notes.map(({ code }) => code)

describe('a row', () => {
  test('whole', () => {
    const row = read({
      name: '  Amina   Bekri ',
      phone: '470123456',
      whatsapp: 'ja',
      language: 'Arabisch',
      audience: 'vrijwilligster',
      tags: 'café; nieuw, café',
      consent: 'oui',
      consent_date: '12/3/26',
      consent_how: 'formulier',
      evening: 'x',
      supervisor: ' Els@Brug.be ',
    })
    expect(row).toEqual({
      person: {
        row: 7,
        name: 'Amina Bekri',
        addresses: [
          { channel: 'whatsapp', address: NUMBER },
          { channel: 'sms', address: NUMBER },
        ],
        saysWhatsapp: true,
        language: 'ar',
        audience: 'volunteer',
        tags: ['café', 'nieuw'],
        evening: true,
        supervisor: { _id: 'els', name: 'Els' },
        consent: {
          state: 'given',
          at: Date.parse('2026-03-12T00:00+01:00'),
          day: '2026-03-12',
          how: 'formulier',
        },
      },
      notes: [],
    })
  })
  test('with nothing in it is no row', () => {
    expect(read({})).toBeNull()
  })
  test('of two halves of a name', () => {
    const halves = { name: '', first_name: 'Amina', last_name: "'s Jongers" }
    expect(person(halves)?.name).toBe("Amina 's Jongers")
  })
  test.each([
    ['Dari', 'fa-AF'],
    ['العربية', 'ar'],
    ['FR', 'fr'],
    ['fr-BE', 'fr'],
    ['fa-AF', 'fa-AF'],
    ['néerlandais', 'nl'],
    ['so', 'so'],
    ['-', undefined],
  ])('language %s is %s', (language, tag) => {
    expect(person({ language })?.language).toBe(tag)
  })
  test.each([
    [
      'nothing said: WhatsApp is tried, SMS follows',
      '',
      [
        ['whatsapp', NUMBER],
        ['sms', NUMBER],
      ],
    ],
    ['no', 'nee', [['sms', NUMBER]]],
    [
      'a number of its own',
      '0471234567',
      [
        ['whatsapp', '+32471234567'],
        ['sms', NUMBER],
      ],
    ],
  ])('WhatsApp: %s', (_, whatsapp, addresses) => {
    expect(person({ whatsapp })?.addresses.map(({ channel, address }) => [channel, address])).toEqual(
      addresses,
    )
  })
  test.each([
    ['2026-03-12', '2026-03-12'],
    ['12.03.2026', '2026-03-12'],
    ['12-3-2026 14:05', '2026-03-12'],
  ])('a day of consent: %s', (consent_date, day) => {
    expect(person({ consent: 'x', consent_date })?.consent?.day).toBe(day)
  })
  test('a day in the column of consent is a yes of that day; a no is kept as a no', () => {
    expect(person({ consent: '12/03/2026' })?.consent).toMatchObject({ state: 'given', day: '2026-03-12' })
    expect(person({ consent: 'nee' })?.consent).toEqual({ state: 'withdrawn', day: 'undated' })
  })
})

describe('what is told of a row', () => {
  const whole = { name: 'Amina', phone: '0470123456', consent: 'ja', consent_date: '1/3/2026' }
  test.each([
    ['nothing', whole, []],
    ['a number without a name', { ...whole, name: '' }, ['name_missing']],
    ['a name without letters', { ...whole, name: '0471' }, ['name_missing']],
    ['a name without a number', { ...whole, phone: 'geen' }, ['by_letter']],
    ['no number and no WhatsApp', { ...whole, phone: '', whatsapp: 'nee' }, ['by_letter']],
    ['WhatsApp, and no number', { ...whole, phone: '', whatsapp: 'ja' }, ['phone_missing']],
    ['a number that is none', { ...whole, phone: '0470' }, ['phone_short']],
    ['a language nobody knows', { ...whole, language: 'Klingon' }, ['language_unknown']],
    ['two languages', { ...whole, language: 'Arabisch / Frans' }, ['language_unknown']],
    ['an audience nobody knows', { ...whole, audience: 'directeur' }, ['audience_unknown']],
    ['WhatsApp: soms', { ...whole, whatsapp: 'soms' }, ['whatsapp_unclear']],
    ['evening: soms', { ...whole, evening: 'soms' }, ['evening_unclear']],
    ['a supervisor nobody knows', { ...whole, supervisor: 'an@brug.be' }, ['supervisor_unknown']],
    ['a supervisor by name', { ...whole, supervisor: 'Els' }, ['supervisor_unknown']],
    ['no consent', { ...whole, consent: '', consent_date: '' }, ['consent_missing']],
    ['consent without a day', { ...whole, consent_date: '' }, ['consent_undated']],
    ['consent: soms', { ...whole, consent: 'soms' }, ['consent_unclear']],
    ['a day that does not exist', { ...whole, consent_date: '31/02/2026' }, ['consent_day_unclear']],
    ['a day to come', { ...whole, consent_date: '24/12/2026' }, ['consent_day_future']],
    ['two things at once', { ...whole, name: '', phone: '047012345' }, ['name_missing', 'phone_short']],
  ])('%s', (_, given, expected) => {
    expect(codes(given)).toEqual(expected)
  })
  test('a slip in a language gets a proposal, with its place', () => {
    expect(read({ ...whole, language: 'Tigrnya' })?.notes).toEqual([
      {
        row: 7,
        code: 'language_near',
        name: 'Amina',
        field: 'language',
        column: columns.language,
        cell: 'Tigrnya',
        values: { tag: 'ti' },
      },
    ])
  })
})
