import fc from 'fast-check'
import { readCommand } from '../../../../src/domain/dialog/commands'
import type { AnswerSpec } from '../../../../src/domain/dialog/definition'
import { understand } from '../../../../src/domain/dialog/understand'
import { anAnswerContext, lexicon } from '../../../support/understood'

const labels = { a: 'Koffie', b: 'Thee', c: '14:00 (zaal 2)' }
const options = Object.keys(labels)
const specs: AnswerSpec[] = [
  { type: 'yes_no' },
  { type: 'scale', min: 1, max: 5 },
  { type: 'smiley' },
  { type: 'choice', options },
  { type: 'multi_choice', options },
  { type: 'number', min: 0, max: 20, integer: true },
  { type: 'number', min: 0, max: 20, integer: false },
  { type: 'date', direction: 'future' },
  { type: 'time' },
  { type: 'phone', region: 'BE' },
  { type: 'language' },
  { type: 'text', maxLength: 1000 },
  { type: 'location' },
  { type: 'file', accept: ['image/*'] },
]
const languages = [...lexicon.ears.keys(), 'xx']

const morsels = fc.constantFrom(
  ...[
    'ja',
    'nee',
    'stop',
    'de',
    '1',
    '2.',
    '٣',
    '⭐',
    '😀',
    '👍🏽',
    'koffie',
    'december',
    'zaterdag',
    'لا',
    'نعم',
  ],
  ...[
    'of',
    '/',
    '-',
    '+32',
    '0470',
    ' ',
    ' ',
    ' ',
    '?',
    '\ud83d',
    '\u200f',
    'op 5',
    '14u',
    'vingt',
    'й',
    '፲',
    '️⃣',
  ],
)
const typedText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(morsels, { maxLength: 12 }).map(parts => parts.join('')),
)

test('nothing that can be typed makes understanding fail, and every value fits its question', () => {
  fc.assert(
    fc.property(
      typedText,
      fc.constantFrom(...specs),
      fc.constantFrom(...languages),
      (text, spec, language) => {
        const understood = understand({ text }, spec, anAnswerContext({ language, labels }))
        if (!understood.ok) return
        const { value } = understood
        if (spec.type === 'number' || spec.type === 'scale') {
          expect(value).toBeGreaterThanOrEqual(spec.min)
          expect(value).toBeLessThanOrEqual(spec.max)
        }
        if (spec.type === 'choice') expect(options).toContain(value)
        if (spec.type === 'date') expect(value).toMatch(/^20\d\d-\d\d-\d\d$/)
        if (spec.type === 'phone') expect(value).toMatch(/^\+\d{8,15}$/)
      },
    ),
    { numRuns: 5000 },
  )
})

test('the same reply is understood the same way twice', () => {
  fc.assert(
    fc.property(typedText, fc.constantFrom(...specs), (text, spec) => {
      const once = understand({ text }, spec, anAnswerContext({ labels }))
      expect(understand({ text }, spec, anAnswerContext({ labels }))).toEqual(once)
    }),
    { numRuns: 500 },
  )
})

test('no reply is both a yes or no and a command', () => {
  fc.assert(
    fc.property(typedText, fc.constantFrom(...languages), (text, language) => {
      const answered = understand({ text }, { type: 'yes_no' }, anAnswerContext({ language }))
      const command = readCommand(text, { language, lexicon, channel: 'whatsapp' })
      expect(answered.ok && command !== null).toBe(false)
    }),
    { numRuns: 3000 },
  )
})

const endless = {
  'one letter': 'a',
  'one drawn-out word': 'ja ',
  numbers: '1 ',
  dots: '1.',
  dashes: '-',
  faces: '😀',
  stars: '⭐',
  'lone halves': '\ud800',
  spaces: ' ',
  'one sign that unfolds into eighteen letters': '\ufdfa',
  'telephone beginnings': '+32',
  'Ethiopic tens': '፲',
  apostrophes: "'",
  'nothing visible': '\u200b',
  'a mixed alphabet': 'дa',
}

test.each(Object.entries(endless))(
  'ten thousand characters of %s are no short answer of any kind',
  (_label, morsel) => {
    const text = morsel.repeat(Math.ceil(10_000 / morsel.length))
    const long = specs.filter(spec => spec.type !== 'text')
    for (const spec of long) {
      expect(understand({ text }, spec, anAnswerContext({ labels }))).toMatchObject({ ok: false })
    }
    expect(readCommand(text, { language: 'nl', lexicon, channel: 'sms' })).toBeNull()
  },
)
