import { remarkWords, withoutWords } from '../../../../src/domain/anonymity/remark'

const pointing = (text: string, private_: string[] = []) =>
  remarkWords(text, private_)
    .filter(word => word.pointing)
    .map(word => word.text)

test.each([
  [
    'a name and a place, not the beginning of a sentence',
    'Ik sprak met Fatima. Zij woont in Oostende.',
    ['Fatima.', 'Oostende.'],
  ],
  ['numbers, dates and addresses', 'Op 12/3 om 9u, bel 0470 of a@b.be', ['12/3', '9u,', '0470', 'a@b.be']],
  ['names after a quotation or a colon begin', 'Hij zei: "Goed." Dank je', []],
  ['a script without capitals', 'كان جيدا 5', ['5']],
])('%s', (_label, text, expected) => {
  expect(pointing(text)).toEqual(expected)
})

test('words about health and family, in the language they were given for', () => {
  expect(pointing('mijn zoontje was ziek', ['zoon', 'ziek'])).toEqual(['zoontje', 'ziek'])
  expect(pointing('mijn zoontje was ziek')).toEqual([])
})

test('words that are taken out leave one gap for each row of them', () => {
  expect(withoutWords('ik sprak met  Fatima Z. van het OCMW', [3, 4, 7])).toBe('ik sprak met […] van het […]')
  expect(withoutWords('alles  goed', [])).toBe('alles goed')
  expect(withoutWords('alles goed', [7])).toBe('alles goed')
})
