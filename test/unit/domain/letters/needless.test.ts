import type { CampaignState } from '../../../../src/domain/campaign'
import { needless } from '../../../../src/domain/letters/needless'
import { aCampaign, anEvent, at } from '../../../support/timelineBuilders'

const END = '2026-12-10T17:00'
test.each<[CampaignState, string, string | undefined]>([
  ['running', '2026-12-10T16:59', undefined],
  ['paused', '2026-12-01T10:00', undefined],
  ['running', '2026-12-10T17:01', 'over'],
  ['cancelled', '2026-12-01T10:00', 'cancelled'],
  ['cancelled', '2026-12-20T10:00', 'cancelled'],
  ['done', '2026-12-20T10:00', 'over'],
])('%s at %s: %s', (state, now, why) => {
  const event = anEvent({ start: '2026-12-10T14:00', end: END })
  expect(needless(aCampaign({ state, event }), at(now))).toBe(why)
})
