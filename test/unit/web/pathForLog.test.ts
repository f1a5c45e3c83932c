import { pathForLog } from '../../../src/web/pathForLog'

test.each([
  ['/review/a-secret', '/review/…'],
  ['/review/a-secret/timelines%2Fx%3Ay', '/review/…/timelines%2Fx%3Ay'],
  ['/kiosk/a-secret/taps', '/kiosk/…/taps'],
  ['/invitation/a-secret', '/invitation/…'],
  ['/campaigns/jobcafe', '/campaigns/jobcafe'],
  ['/reviewers/x', '/reviewers/x'],
  ['/texts/review/x', '/texts/review/x'],
])('%s stands in a log as %s', (path, shown) => {
  expect(pathForLog(path)).toBe(shown)
})
