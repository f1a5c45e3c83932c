import { dearLetters } from '../../../../src/domain/text/dearLetters'
import { differences } from '../../../../src/domain/text/differences'

test.each([
  ['one letter that costs a part', `België ${'x'.repeat(100)}`, ['ë'], 1],
  ['a short text costs nothing more', 'België', [], 1],
  ['a script that needs its letters', 'مرحبا '.repeat(20), [], 2],
  ['plain letters', 'x'.repeat(200), [], 2],
])('%s', (_, text, letters, without) => {
  expect(dearLetters(text)).toEqual({ letters, without })
})

test.each([
  ['the same', 'Er is soep.', 'Er is soep.', [], []],
  ['one word', 'Er is soep.', 'Er is koffie.', ['soep.'], ['koffie.']],
  ['one has more', 'Er is soep.', 'Er is warme soep.', [], ['warme ']],
  ['nothing in common', 'a', 'b', ['a'], ['b']],
])('two texts, %s', (_, one, other, mine, theirs) => {
  const [a, b] = differences(one, other)
  expect([a, b].map(pieces => pieces.map(({ text }) => text).join(''))).toEqual([one, other])
  const own = [a, b].map(pieces => pieces.filter(({ isOwn }) => isOwn).map(({ text }) => text))
  expect(own).toEqual([mine, theirs])
})
