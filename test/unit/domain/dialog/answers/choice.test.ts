import type { AnswerSpec, AnswerValue } from '../../../../../src/domain/dialog/definition'
import { understand } from '../../../../../src/domain/dialog/understand'
import { anAnswerContext, typed } from '../../../../support/understood'

type Row = [language: string, labels: string[], said: Record<string, number | 'none' | 'double'>]

const rows: Row[] = [
  [
    'nl',
    ['Koffie', 'Thee', 'Warme melk', 'Geen van deze'],
    {
      'KOFFIE!': 1,
      '1': 1,
      '1️⃣': 1,
      '❷': 2,
      '٢': 2,
      '2)': 2,
      'nr. 3': 3,
      'optie 2': 2,
      'nummer twee': 2,
      '2de': 2,
      'de tweede': 2,
      second: 2,
      'derde optie': 3,
      'ik wil graag thee': 2,
      'thee graag': 2,
      '2. thee': 2,
      warmemelk: 3,
      warme: 3,
      kofie: 1,
      koffei: 1,
      'geen van deze': 4,
      '1. thee': 'none',
      'thee niet koffie': 'double',
      'koffie of thee': 'double',
      'geen thee': 'none',
      'geen van de 2': 'none',
      'I have 2 children': 'none',
      '1 2': 'none',
      '2/3': 'none',
      '-2': 'none',
      '2?': 'none',
      '5': 'none',
      '0': 'none',
      b: 'none',
      th: 'none',
      ja: 'none',
      '👍': 'none',
    },
  ],
  ['tr', ['Cuma', 'Cumartesi', 'Pazartesi'], { cuma: 1, cumartesi: 2, cumarte: 2, pazar: 'none' }],
  ['fa', ['دوشنبه', 'سه‌شنبه'], { شنبه: 'none', دوشنبه: 1, 'سه شنبه': 2, '۲': 2 }],
  ['ar', ['الاثنين', 'الثلاثاء', 'لا أريد'], { اثنين: 'none', الاثنين: 1, '٢': 2, لا: 'none', 'لا اريد': 3 }],
  [
    'nl',
    ['14:00', '16:00', '18:30'],
    { '14u': 1, '14h': 1, '14.00': 1, 'om 16 uur': 2, '18u30': 3, '3': 3, '15u': 'none', '14': 'none' },
  ],
  ['nl', ['Maandag', 'Zaterdag', 'Zondag'], { zat: 2, zo: 3, Saturday: 2, vrijdag: 'none' }],
  ['nl', ['Groep 1', 'Groep 2'], { 'groep 2': 2, groep: 'none', 'groep 3': 'none' }],
  ['nl', ['Nederlands', 'العربية'], { ned: 1, العربيه: 2 }],
]

describe('a choice as people make it', () => {
  for (const [language, labels, said] of rows) {
    const spec: AnswerSpec = { type: 'choice', options: labels.map((_, index) => `o${index + 1}`) }
    const labelled = Object.fromEntries(labels.map((label, index) => [`o${index + 1}`, label]))
    test.each(Object.entries(said))(`${labels.join(' / ')}: “%s” is %s`, (text, expected) => {
      const wanted =
        expected === 'none' ? '(not_an_option)' : expected === 'double' ? '(more_than_one)' : `o${expected}`
      expect(typed(text, spec, { language, labels: labelled })).toBe(wanted)
    })
  }
})

test('the button decides, whatever its title', () => {
  const understood = understand(
    { text: 'Taxi', payload: 'train' },
    { type: 'choice', options: ['taxi', 'train'] },
    anAnswerContext(),
  )
  expect(understood).toEqual({ ok: true, value: 'train' })
})

test('options called yes and no hear every way to say so', () => {
  const spec: AnswerSpec = { type: 'choice', options: ['yes', 'no', 'maybe'] }
  const labels = { yes: 'Ik kom', no: 'Ik kom niet', maybe: 'Misschien' }
  expect(
    ['نعم', 'neen', '👍', 'misschien', 'ik kom niet'].map(text => typed(text, spec, { labels })),
  ).toEqual(['yes', 'no', 'yes', 'maybe', 'no'])
})

describe('several choices', () => {
  const spec: AnswerSpec = {
    type: 'multi_choice',
    options: ['taxi', 'childcare', 'food', 'nothing'],
    none: 'nothing',
  }
  const labels = {
    taxi: 'Vervoer',
    childcare: 'Opvang voor kinderen',
    food: 'Eten en drinken',
    nothing: 'Niets',
  }
  const said: [string, AnswerValue][] = [
    ['1,2', ['taxi', 'childcare']],
    ['3 1', ['taxi', 'food']],
    ['1 en 3', ['taxi', 'food']],
    ['١، ٢', ['taxi', 'childcare']],
    ['3\n1', ['taxi', 'food']],
    ['2', ['childcare']],
    ['vervoer en eten en drinken graag', ['taxi', 'food']],
    ['vervoer, 2', ['taxi', 'childcare']],
    ['1, 1', ['taxi']],
    ['niets', ['nothing']],
    ['nee, dank je', ['nothing']],
    ['لا', ['nothing']],
    ['👎', ['nothing']],
    ['ja', '(not_an_option)'],
    ['nee?', '(not_an_option)'],
    ['4 en 1', '(more_than_one)'],
    ['1-3', '(not_an_option)'],
    ['1, 9', '(not_an_option)'],
    ['13', '(not_an_option)'],
    ['vervoer niet eten en drinken', '(not_an_option)'],
  ]
  test.each(said)('“%s” is %s', (text, expected) => {
    expect(typed(text, spec, { labels })).toEqual(expected)
  })
})

test.each([
  [
    'nl',
    ['Start', 'Later', 'Nee'],
    { ja: 'start', 'ja graag': 'start', starten: 'start', 'ja, later': 'later', nee: 'no' },
  ],
  ['fr', ['Commencer', 'Plus tard', 'Non'], { oui: 'start', 'oui, plus tard': 'later', non: 'no' }],
  ['ar', ['نبدأ', 'لاحقًا', 'لا'], { نعم: 'start', ابدأ: 'start', لا: 'no' }],
] as const)('yes is a start in %s, unless it is a yes to later', (language, labels, said) => {
  const options = ['start', 'later', 'no']
  const shown = { language, labels: Object.fromEntries(options.map((id, place) => [id, labels[place]!])) }
  for (const [text, value] of Object.entries(said))
    expect([text, typed(text, { type: 'choice', options }, shown)]).toEqual([text, value])
})
