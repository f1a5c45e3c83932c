import { isZone, momentOf, wallAt, wallClock } from '../../../../src/domain/timeline/wallClock'

test.each([
  ['winter', '2026-01-10T10:00', 'Europe/Brussels', '2026-01-10T09:00:00.000Z'],
  ['summer', '2026-07-10T10:00', 'Europe/Brussels', '2026-07-10T08:00:00.000Z'],
  [
    'an hour that is skipped in spring is an hour later',
    '2026-03-29T02:30',
    'Europe/Brussels',
    '2026-03-29T01:30:00.000Z',
  ],
  ['the last minute before the gap', '2026-03-29T01:59', 'Europe/Brussels', '2026-03-29T00:59:00.000Z'],
  ['the first minute after the gap', '2026-03-29T03:00', 'Europe/Brussels', '2026-03-29T01:00:00.000Z'],
  [
    'an hour that comes twice in autumn is its first coming',
    '2026-10-25T02:30',
    'Europe/Brussels',
    '2026-10-25T00:30:00.000Z',
  ],
  [
    'the first minute after the doubled hour',
    '2026-10-25T03:00',
    'Europe/Brussels',
    '2026-10-25T02:00:00.000Z',
  ],
  ['the other half of the world', '2026-10-04T02:30', 'Australia/Sydney', '2026-10-03T16:30:00.000Z'],
  ['half an hour of daylight saving', '2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
  [
    'a quarter of an hour beside the others',
    '2026-05-01T10:00',
    'Asia/Kathmandu',
    '2026-05-01T04:15:00.000Z',
  ],
])('%s: %s %s', (_, wall, zone, utc) => {
  expect(new Date(momentOf(wallClock(wall), zone)).toISOString()).toBe(utc)
})

test('the wall clock shows the time it was asked for, everywhere, all year round', () => {
  for (const zone of [
    'Europe/Brussels',
    'America/New_York',
    'Asia/Tehran',
    'Pacific/Chatham',
    'Africa/Casablanca',
  ])
    for (let day = wallClock('2026-01-01T10:00'); day.year < 2027; day = day.plus({ days: 1 }))
      expect(wallAt(momentOf(day, zone), zone).toISO()).toBe(day.toISO())
})

test('what is no zone is said to be none', () => {
  expect([isZone('Europe/Brussels'), isZone('Europe/Bruges'), isZone('')]).toEqual([true, false, false])
})
