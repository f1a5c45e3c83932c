import type { TaskResult } from '../../../../src/domain/conversation'
import { WORK } from '../../../../src/domain/report/outcome'
import { againAt, resultsFor, TRIES } from '../../../../src/domain/tasks/afterCall'
import { FOLLOW_UP } from '../../../../src/domain/tasks/followUp'

const ZONE = 'Europe/Brussels'
const at = (iso: string) => Date.parse(`${iso}+01:00`)

test.each<[string, TaskResult, number | undefined, string, string | null]>([
  ['not reached in the morning', 'not_reached', undefined, '2026-12-03T09:40', '2026-12-03T15:00'],
  ['not reached in the afternoon', 'not_reached', 1, '2026-12-03T14:00', '2026-12-04T10:00'],
  ['not reached on a Friday afternoon', 'not_reached', 1, '2026-12-04T16:00', '2026-12-07T10:00'],
  ['asked to be called later on a Saturday', 'call_back', undefined, '2026-12-05T12:30', '2026-12-07T10:00'],
  ['not reached for the last time', 'not_reached', TRIES - 1, '2026-12-03T09:40', null],
  ['asked to be called later, however often', 'call_back', 9, '2026-12-03T09:40', '2026-12-03T15:00'],
  ['comes', 'comes', undefined, '2026-12-03T09:40', null],
  ['a wrong number', 'wrong_number', undefined, '2026-12-03T09:40', null],
])('%s', (_, result, tries, now, expected) => {
  const task = tries === undefined ? {} : { tries }
  expect(againAt(task, result, at(now), ZONE)).toBe(expected === null ? null : at(expected))
})

test('what can be noted follows from the task', () => {
  const reason = 'by_plan'
  expect(resultsFor({ kind: 'handover', reason })).toEqual(['done'])
  expect(resultsFor({ kind: 'letter', campaign: 'c', reason })).toEqual(['done'])
  expect(resultsFor({ kind: 'call', campaign: 'c', reason })).toContain('comes')
  const tried = ['not_reached', 'call_back', 'wrong_number']
  expect(resultsFor({ kind: 'call', reason })).toEqual(['done', ...tried])
  expect(resultsFor({ kind: 'call', reason: FOLLOW_UP })).toEqual([...WORK, ...tried])
})
