import { cameTooLate } from '../../../../src/domain/inbox/cameTooLate'
import { aCampaign, at } from '../../../support/timelineBuilders'

const { event } = aCampaign()
const start = at(event.start)
const before = start - 86_400_000
const planned = { planVersion: 1, state: 'open', dueAt: before } as const

test.each<[string, Parameters<typeof cameTooLate>[0], number, boolean]>([
  ['a call about the invitation, while it still helps', planned, start - 1, false],
  ['the same call when the event has begun', planned, start, true],
  ['one that was done is history', { ...planned, state: 'done' }, start, false],
  ['a call that is meant for afterwards', { ...planned, dueAt: start }, start + 1, false],
  ['somebody who asked for a person', { state: 'open', dueAt: before }, start, false],
])('%s', (_, task, now, late) => {
  expect(cameTooLate(task, event, now)).toBe(late)
})
