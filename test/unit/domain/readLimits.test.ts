import { limitsOf } from '../../../src/domain/settings/limits'
import { readLimits } from '../../../src/domain/settings/readLimits'

test.each([
  ['20', '65', { outside: 20, oneSex: 65 }],
  [' 5 % ', '50', { outside: 5, oneSex: 50 }],
  ['100', '100', { outside: 100, oneSex: 100 }],
])('%s and %s are limits', (outside, oneSex, value) => {
  expect(readLimits({ outside, oneSex })).toEqual({ ok: true, value })
})

test.each([
  ['0', '65', ['outside']],
  ['', 'most', ['outside', 'oneSex']],
  ['20.5', '49', ['outside', 'oneSex']],
  ['-5', '101', ['outside', 'oneSex']],
])('%s and %s are not', (outside, oneSex, fields) => {
  const read = readLimits({ outside, oneSex })
  expect(read.ok ? [] : read.problems.map(({ field }) => field)).toEqual(fields)
})

test('until something was agreed it is one in five, and 65 of 100', () => {
  expect(limitsOf({})).toEqual({ outside: 20, oneSex: 65 })
})
