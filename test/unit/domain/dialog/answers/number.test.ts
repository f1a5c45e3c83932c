import fc from 'fast-check'
import type { AnswerSpec, AnswerValue } from '../../../../../src/domain/dialog/definition'
import { lexicon, typed } from '../../../../support/understood'

type Row = [language: string, spec: AnswerSpec, said: Record<string, AnswerValue>]

const upTo = (max: number, integer = true): AnswerSpec => ({ type: 'number', min: 0, max, integer })
const any: AnswerSpec = { type: 'number', min: -100, max: 1e15, integer: false }

const rows: Row[] = [
  [
    'nl',
    upTo(20),
    {
      '3': 3,
      '٣': 3,
      '༣': 3,
      '3️⃣': 3,
      '🔟': 10,
      '➌': 3,
      '፲፪': 12,
      '3.': 3,
      '0': 0,
      '2x': 2,
      drie: 3,
      twintig: 20,
      twelve: 12,
      één: 1,
      'vijf graag': 5,
      '3 kinderen': 3,
      'ik kom met drie personen': 3,
      'een 4': 4,
      '2 (twee)': 2,
      '3-4': '(more_than_one)',
      '5 6': '(more_than_one)',
      '1 of 2': '(more_than_one)',
      '3/4': '(more_than_one)',
      '18:30': '(more_than_one)',
      '1️⃣2️⃣': '(more_than_one)',
      'een man en 2 kinderen': '(more_than_one)',
      'twee of drie': '(not_a_number)',
      'een kind': '(not_a_number)',
      'ongeveer 5': '(not_a_number)',
      'niet 5': '(not_a_number)',
      '± 5': '(not_a_number)',
      'hooguit 5': '(not_a_number)',
      'minus 5': '(not_a_number)',
      '5+': '(not_a_number)',
      '>5': '(not_a_number)',
      '5?': '(not_a_number)',
      '50%': '(not_a_number)',
      '1,5': '(not_a_number)',
      '1.5': '(not_a_number)',
      '1.2.3': '(not_a_number)',
      '1e5': '(not_a_number)',
      '2de': '(not_a_number)',
      '½': '(more_than_one)',
      deux: '(not_a_number)',
      '-3': '(out_of_range)',
      '21': '(out_of_range)',
      eenentwintig: '(out_of_range)',
      '12345678901234567890': '(not_a_number)',
      '': '(empty)',
    },
  ],
  [
    'nl',
    upTo(5000),
    {
      '1.250': 1250,
      '1\u202f250': 1250,
      '١٬٢٥٠': 1250,
      tweeëntwintig: 22,
      '1.25': '(not_a_number)',
      '1,250': '(not_a_number)',
      '1 250': '(more_than_one)',
      tweehonderd: '(not_a_number)',
    },
  ],
  [
    'nl',
    upTo(5000, false),
    { '1.250': 1.25, '1,5': 1.5, '1.5': 1.5, '١٫٥': 1.5, '1.250,50': '(not_a_number)' },
  ],
  ['nl', any, { '-5': -5, '−5,5': -5.5, '- 5': '(not_a_number)' }],
  [
    'en',
    upTo(5000),
    { '1,250': 1250, 'ninety nine': 99, 'I have 2 children': 2, 'no one': '(not_a_number)' },
  ],
  [
    'fr',
    upTo(100),
    {
      'vingt et un': 21,
      'septante-cinq': 75,
      'soixante et onze': 71,
      nonante: 90,
      'quatre-vingt-dix-neuf': 99,
      cent: 100,
      'trois enfants': 3,
      'deux ou trois': '(not_a_number)',
    },
  ],
  ['ar', upTo(100), { ثلاثة: 3, 'خمسة وعشرون': 25, عشرين: 20, '٢٥': 25, '٣ أو ٤': '(more_than_one)' }],
  // Nine and no; ten and "on"; a hundred and nearly stop.
  ['fa', upTo(100), { نه: '(not_a_number)', پنج: 5 }],
  ['tr', upTo(100), { on: 10, 'on time': '(not_a_number)' }],
  ['nl', upTo(100), { on: '(not_a_number)', خمسة: 5 }],
  ['pl', upTo(100), { sto: '(not_a_number)', piec: 5 }],
]

describe('numbers as people type them', () => {
  for (const [language, spec, said] of rows) {
    test.each(Object.entries(said))(`${language}: “%s” is %s`, (text, expected) => {
      expect(typed(text, spec, { language })).toBe(expected)
    })
  }
})

const systems = Intl.supportedValuesOf('numberingSystem').filter(system => {
  const digits = [...new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }).format(1234567890)]
  return digits.length === 10 && digits.every(digit => /\p{Nd}/u.test(digit))
})

test('there are many ways to write digits', () => expect(systems.length).toBeGreaterThan(50))

test.each(systems)('what %s digits write is read back', system => {
  const format = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false })
  fc.assert(
    fc.property(fc.nat(999_999), value => {
      expect(typed(format.format(value), upTo(1_000_000))).toBe(value)
    }),
    { numRuns: 20 },
  )
})

test.each(['nl', 'en', 'fr'])('every number word of %s from 0 to 100 is read back', language => {
  const words = [...lexicon.ears.get(language)!.numbers]
  expect(new Set(words.map(([, value]) => value)).size).toBe(101)
  for (const [word, value] of words)
    expect([word, typed(word, upTo(100), { language })]).toEqual([word, value])
})
