import { mayJoin } from '../../../../src/domain/campaigns/mayJoin'
import { aCampaign, at } from '../../../support/timelineBuilders'

const { event } = aCampaign()
const start = at(event.start)

test.each<[string, Parameters<typeof mayJoin>[0], number, boolean]>([
  ['a draft, even without a day', { state: 'draft', event: { ...event, start: '', end: '' } }, start, true],
  ['a draft that was thrown away', { state: 'draft', event, removedAt: 1 }, start, false],
  ['one that runs', { state: 'running', event }, start - 1, true],
  ['one that pauses', { state: 'paused', event }, start - 1, true],
  ['one that has begun', { state: 'running', event }, start, false],
  ['one that was cancelled', { state: 'cancelled', event }, start - 1, false],
  ['one that is done', { state: 'done', event }, start - 1, false],
])('%s', (_, campaign, now, may) => {
  expect(mayJoin(campaign, now)).toBe(may)
})
