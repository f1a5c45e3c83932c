import fc from 'fast-check'
import type { AnswerValue } from '../../../../../src/domain/dialog/definition'
import { anAnswerContext, TODAY, typed } from '../../../../support/understood'

type Row = [language: string, direction: 'past' | 'future' | undefined, said: Record<string, AnswerValue>]

const fifth = '2026-12-05'
const rows: Row[] = [
  [
    'nl',
    'future',
    {
      '5/12/2026': fifth,
      '05-12-2026': fifth,
      '5.12.26': fifth,
      '5 12 2026': fifth,
      '2026-12-05': fifth,
      '2026/12/5': fifth,
      '٥/١٢/٢٠٢٦': fifth,
      '5/12': fifth,
      '1/2': '2027-02-01',
      '5 december': fifth,
      '5 dec.': fifth,
      'vijf december': fifth,
      '5de december': fifth,
      'December 5, 2026': fifth,
      '5 décembre': fifth,
      'op zaterdag 5/12': fifth,
      'zaterdag 5 december om 18u30': fifth,
      'zondag 5 december': '(date_unclear)',
      vandaag: TODAY,
      morgen: '2026-11-22',
      overmorgen: '2026-11-23',
      tomorrow: '2026-11-22',
      zondag: '2026-11-22',
      'komende vrijdag': '2026-11-27',
      'volgende vrijdag': '2026-11-27',
      'volgende zaterdag': '2026-11-28',
      // Today's own name; tomorrow for some and a week later for others.
      zaterdag: '(date_unclear)',
      'volgende zondag': '(date_unclear)',
      gisteren: '(date_in_past)',
      '31/02': '(not_a_date)',
      '31/02/2027': '(not_a_date)',
      '29/02/2027': '(not_a_date)',
      '29/02/2028': '2028-02-29',
      '12/13/2026': '(not_a_date)',
      '32/12/2026': '(not_a_date)',
      '5/0/2026': '(not_a_date)',
      '5 of 6 december': '(date_unclear)',
      '5 en 6 december': '(not_a_date)',
      '1 2 december': '(date_unclear)',
      '5 12': '(date_unclear)',
      'vrijdag of zondag': '(date_unclear)',
      'morgen overmorgen': '(date_unclear)',
      'niet morgen': '(not_a_date)',
      'morgen?': '(date_unclear)',
      '1405/09/14': '(date_unclear)',
      '14/09/1405': '(date_unclear)',
      december: '(not_a_date)',
      '5': '(not_a_date)',
      '2026': '(not_a_date)',
      'volgende week': '(not_a_date)',
    },
  ],
  [
    'fr',
    'future',
    {
      '5 déc.': fifth,
      'le 5 décembre 2026': fifth,
      demain: '2026-11-22',
      'après-demain': '2026-11-23',
      '1er janvier': '2027-01-01',
      'vendredi prochain': '2026-11-27',
      'mar 24/11': '2026-11-24',
    },
  ],
  [
    'ar',
    'future',
    {
      '٥ ديسمبر': fifth,
      '5 كانون الأول': fifth,
      '5 دجنبر': fifth,
      غدا: '2026-11-22',
      غداً: '2026-11-22',
      'بعد غد': '2026-11-23',
      'الجمعة القادمة': '2026-11-27',
    },
  ],
  [
    'en',
    'past',
    {
      '1 January 1990': '1990-01-01',
      '01/02/1990': '1990-02-01',
      '5/12/85': '1985-12-05',
      '5 december': '2025-12-05',
      yesterday: '2026-11-20',
      'last friday': '(date_unclear)',
      'last sunday': '2026-11-15',
      tomorrow: '(date_in_future)',
    },
  ],
  [
    'nl',
    undefined,
    {
      '5 december': fifth,
      '5 januari': '2027-01-05',
      '5 oktober': '2026-10-05',
      '20 mei': '(date_unclear)',
      vrijdag: '(date_unclear)',
    },
  ],
  ['fa', 'future', { '۵ دسامبر': fifth, '۱۴ آذر ۱۴۰۵': '(not_a_date)', '5/12/26': '(date_unclear)' }],
  ['am', undefined, { '5/12/2019': '(date_unclear)', '5/12/2026': fifth }],
  ['ur', 'future', { کل: '(not_a_date)', آج: TODAY }],
  ['es', 'future', { mañana: '(not_a_date)', '5 de diciembre de 2026': fifth }],
]

describe('days as people type them', () => {
  for (const [language, direction, said] of rows) {
    test.each(Object.entries(said))(`${language}, ${direction ?? 'any'}: “%s” is %s`, (text, expected) => {
      expect(typed(text, { type: 'date', ...(direction && { direction }) }, { language })).toBe(expected)
    })
  }
})

test('the order of day and month can be said', () => {
  expect(typed('12/5/2026', { type: 'date' }, { order: 'mdy' })).toBe(fifth)
})

test('a day outside the limits is told them', () => {
  const spec = { type: 'date', min: '2026-12-01', max: '2026-12-31' } as const
  expect([typed('30/11/2026', spec), typed(fifth, spec), typed('1/1/2027', spec)]).toEqual([
    '(out_of_range)',
    fifth,
    '(out_of_range)',
  ])
})

const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

test.each(['nl', 'en', 'fr', 'ar'])('every day that %s writes is read back', language => {
  const tag = { nl: 'nl-BE', en: 'en-BE', fr: 'fr-BE', ar: 'ar' }[language]!
  const written = new Intl.DateTimeFormat(tag, { dateStyle: 'full', calendar: 'gregory', timeZone: 'UTC' })
  fc.assert(
    fc.property(day, iso => {
      const text = written.format(new Date(iso))
      expect([text, typed(text, { type: 'date' }, anAnswerContext({ language }))]).toEqual([text, iso])
    }),
    { numRuns: 150 },
  )
})
