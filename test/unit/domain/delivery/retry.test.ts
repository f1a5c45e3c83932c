import fc from 'fast-check'
import { FAILURE_KINDS, FAILURE_POLICY, type FailureKind } from '../../../../src/domain/delivery/failure'
import { afterFailure, BACK_OFF, pauseUntil } from '../../../../src/domain/delivery/retry'

const HOUR = 3_600_000
const NOW = 1_000_000_000
const fresh = { tries: 0, notAfter: NOW + 100 * HOUR }

test.each<[FailureKind, 'again' | 'other_channel' | 'fail', 'again' | 'other_channel' | 'fail']>([
  ['retry', 'again', 'again'],
  ['retry_once', 'again', 'again'],
  ['throttled', 'again', 'again'],
  ['daily_limit', 'again', 'again'],
  ['refused', 'other_channel', 'fail'],
  ['not_on_channel', 'other_channel', 'fail'],
  ['unreachable', 'other_channel', 'fail'],
  ['opted_out', 'fail', 'fail'],
  ['needs_template', 'other_channel', 'fail'],
  ['bad_content', 'fail', 'fail'],
  ['misconfigured', 'fail', 'fail'],
])('%s, the first time: with another channel %s, without one %s', (kind, withOther, without) => {
  expect(afterFailure({ kind }, fresh, ['sms'], NOW, 0.5).next).toBe(withOther)
  expect(afterFailure({ kind }, fresh, [], NOW, 0.5).next).toBe(without)
})

test('the waits grow, a fifth shorter or longer, and end after five', () => {
  const waits = [0, 1, 2, 3, 4].map(tries => {
    const [early, late] = [0, 1].map(chance =>
      afterFailure({ kind: 'retry' }, { ...fresh, tries }, [], NOW, chance),
    )
    return [early, late].map(then => (then?.next === 'again' ? then.nextAt - NOW : 0))
  })
  expect(waits).toEqual(BACK_OFF.map(wait => [wait * 0.8, wait * 1.2]))
  expect(afterFailure({ kind: 'retry' }, { ...fresh, tries: 5 }, ['sms'], NOW, 0.5)).toEqual({ next: 'fail' })
})

test('a failure that is worth one late try takes the other channel after it', () => {
  const again = afterFailure({ kind: 'retry_once' }, fresh, ['sms'], NOW, 0.5)
  expect(again).toEqual({ next: 'again', nextAt: NOW + 2 * HOUR, counts: true })
  expect(afterFailure({ kind: 'retry_once' }, { ...fresh, tries: 1 }, ['sms'], NOW, 0.5).next).toBe(
    'other_channel',
  )
})

test('what the provider asks us to wait is waited, and costs a throttled message no try', () => {
  const failure = { kind: 'throttled', retryAfterMs: 7 * HOUR } as const
  expect(afterFailure(failure, fresh, [], NOW, 0)).toEqual({
    next: 'again',
    nextAt: NOW + 7 * HOUR,
    counts: false,
  })
  expect(pauseUntil(failure, NOW)).toBe(NOW + 7 * HOUR)
})

test('a message is never tried again after the moment at which it is useless', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...FAILURE_KINDS),
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 3 * HOUR }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (kind, tries, left, chance) => {
        const then = afterFailure({ kind }, { tries, notAfter: NOW + left }, ['sms'], NOW, chance)
        if (then.next === 'again') expect(then.nextAt).toBeLessThan(NOW + left)
        if (then.next === 'other_channel') expect(FAILURE_POLICY[kind].otherChannel).toBe(true)
      },
    ),
  )
})
