import { checkSheet, readSheet, sheetHead } from '../../../../src/domain/text/textSheet'

const LANGUAGES = ['nl', 'ar', 'fa-AF']
const head = sheetHead({ text: 'Tekst', source: 'Nederlands', target: 'Arabisch' }, 'ar')

test.each<[string, string[][], unknown]>([
  ['nothing at all', [], null],
  ['a list of people', [['Naam', 'Gsm']], null],
  ['without keys', [['Arabisch (ar)']], null],
  ['a language that we do not write', [['key', 'Klingon (tlh)']], null],
  [
    'columns that moved, a row that is empty',
    [
      ['opmerking', 'Dari (fa-AF)', 'KEY'],
      ['goed', ' سلام ', 'a'],
      ['', '', ''],
    ],
    { language: 'fa-AF', lines: [{ row: 2, key: 'a', text: 'سلام' }] },
  ],
  [
    'as it went out',
    [head, ['a', 'Uitnodiging', 'Dag', 'مرحبا']],
    { language: 'ar', lines: [{ row: 2, key: 'a', text: 'مرحبا' }] },
  ],
])('a spreadsheet: %s', (_, rows, read) => {
  expect(readSheet(rows, LANGUAGES)).toEqual(read)
})

test('each row is one of: other words, as it was, or what is wrong with it', () => {
  const texts = new Map([
    ['a', { said: 'Dag', rev: 3 }],
    ['b', { said: null, rev: 0 }],
    ['c', { said: 'Tot straks', rev: 0 }],
    ['d', { said: 'Welkom', rev: 0 }],
  ])
  const lines = [
    ['a', 'Hallo'],
    ['a', 'Hey'],
    ['b', 'Nieuw'],
    ['c', 'Tot straks'],
    ['d', ''],
    ['x', 'Wat'],
    ['d', 'Slecht'],
  ].map(([key = '', text = ''], index) => ({ row: index + 2, key, text }))
  const problemsOf = (_: string, text: string) =>
    text === 'Slecht'
      ? [{ problem: 'too_long' as const }]
      : text === 'Nieuw'
        ? [{ problem: 'stiff' as const }]
        : []
  const check = checkSheet(lines, texts, problemsOf)
  expect(check.changes.map(({ key, text, rev, problems }) => [key, text, rev, problems.length])).toEqual([
    ['a', 'Hallo', 3, 0],
    ['b', 'Nieuw', 0, 1],
  ])
  expect(check.wrong.map(({ row, why }) => [row, why])).toEqual([
    [3, 'twice'],
    [7, 'unknown'],
    [8, 'twice'],
  ])
  expect(check.same).toBe(2)
  const spoilt = checkSheet([{ row: 2, key: 'd', text: 'Slecht' }], texts, problemsOf)
  expect(spoilt.wrong).toEqual([{ row: 2, key: 'd', why: [{ problem: 'too_long' }] }])
})
