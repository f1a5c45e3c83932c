import { checkTiming, TIMING } from '../../../../src/domain/delivery/timing'

test('the times we use hold all inequalities', () => {
  expect(checkTiming(TIMING)).toEqual([])
})

test.each([
  ['sendingMaxAge at its bound', { sendingMaxAge: 40_000 }, 'sendingMaxAge'],
  ['V11 grace at its bound', { grace: 140_000 }, 'grace must be larger than callBudget'],
  ['a slower list than grace allows for', { listLag: 100_000 }, 'grace must be larger than callBudget'],
  ['a second list before the first may be read', { secondLook: 180_000 }, 'secondLook'],
  ['a look that may be older than the budget', { lookToCall: 10_001 }, 'lookToCall'],
])('%s is refused', (_label, change, mistake) => {
  const mistakes = checkTiming({ ...TIMING, ...change })
  expect(mistakes).toHaveLength(1)
  expect(mistakes[0]).toContain(mistake)
})

test('one millisecond more than the bound is enough', () => {
  expect(checkTiming({ ...TIMING, sendingMaxAge: 40_001, grace: 140_001, secondLook: 140_002 })).toEqual([])
})
