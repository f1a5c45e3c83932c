import { quietHours, slotOn } from '../../../../src/domain/timeline/quietHours'
import { dayOfWall, wallClock } from '../../../../src/domain/timeline/wallClock'
import { at, BRUSSELS, shown } from '../../../support/timelineBuilders'

const day = { zone: BRUSSELS, holidays: true, evening: false }
const evening = { ...day, evening: true }

test.each([
  ['a weekday before ten', '2026-03-04T07:12', day, 'Wed 4 Mar 2026 10:00'],
  ['a weekday at ten', '2026-03-04T10:00', day, 'Wed 4 Mar 2026 10:00'],
  ['a weekday in the slot', '2026-03-04T13:31', day, 'Wed 4 Mar 2026 13:31'],
  ['a weekday one minute before six', '2026-03-04T17:59', day, 'Wed 4 Mar 2026 17:59'],
  ['a weekday at six is too late', '2026-03-04T18:00', day, 'Thu 5 Mar 2026 10:00'],
  ['Friday night', '2026-03-06T23:00', day, 'Sat 7 Mar 2026 10:00'],
  ['Saturday until one', '2026-03-07T12:59', day, 'Sat 7 Mar 2026 12:59'],
  ['Saturday at one', '2026-03-07T13:00', day, 'Mon 9 Mar 2026 10:00'],
  ['Sunday', '2026-03-08T12:00', day, 'Mon 9 Mar 2026 10:00'],
  ['Easter Monday', '2026-04-06T12:00', day, 'Tue 7 Apr 2026 10:00'],
  [
    'Easter Monday without the setting',
    '2026-04-06T12:00',
    { ...day, holidays: false },
    'Mon 6 Apr 2026 12:00',
  ],
  ['the Sunday on which summer time begins', '2026-03-29T01:30', day, 'Mon 30 Mar 2026 10:00'],
  ['the Sunday on which it ends', '2026-10-25T02:30', day, 'Mon 26 Oct 2026 10:00'],
  ['who works: a weekday morning', '2026-03-04T10:00', evening, 'Wed 4 Mar 2026 18:00'],
  ['who works: a weekday evening', '2026-03-04T19:59', evening, 'Wed 4 Mar 2026 19:59'],
  ['who works: eight is too late', '2026-03-04T20:00', evening, 'Thu 5 Mar 2026 18:00'],
  ['who works: Friday night, then Saturday morning', '2026-03-06T20:00', evening, 'Sat 7 Mar 2026 10:00'],
  ['who works: Saturday afternoon', '2026-03-07T13:00', evening, 'Mon 9 Mar 2026 18:00'],
])('%s', (_, moment, hours, next) => expect(shown(quietHours(at(moment), hours))).toBe(next))

test('the next permitted moment is permitted: asking again changes nothing', () => {
  for (let moment = at('2026-03-20T00:00'); moment < at('2026-04-10T00:00'); moment += 47 * 60_000)
    for (const hours of [day, evening]) {
      const next = quietHours(moment, hours)
      expect(next).toBeGreaterThanOrEqual(moment)
      expect(quietHours(next, hours)).toBe(next)
    }
})

test('a day that a zone left out has no slot', () => {
  const apia = { zone: 'Pacific/Apia', holidays: false, evening: false }
  expect(slotOn(dayOfWall(wallClock('2011-12-30T00:00')), apia)).toBeNull()
  expect(slotOn(dayOfWall(wallClock('2011-12-29T00:00')), apia)).not.toBeNull()
})

describe('a house with hours of its own', () => {
  const SLOTS = { weekday: [9, 17], evening: [17, 21], saturday: null } as const
  const hours = (over: object = {}) => ({
    zone: 'Europe/Brussels',
    holidays: false,
    evening: false,
    slots: SLOTS,
    ...over,
  })
  const at = (local: string) => Date.parse(`${local}+02:00`)

  test.each([
    ['a weekday begins at nine', '2026-09-02T07:00', '2026-09-02T09:00', {}],
    ['and ends at five', '2026-09-02T17:00', '2026-09-03T09:00', {}],
    ['who works is written to until nine', '2026-09-02T20:59', '2026-09-02T20:59', { evening: true }],
    ['no Saturday: the Friday evening waits for Monday', '2026-09-04T18:00', '2026-09-07T09:00', {}],
    ['a closing day is a Sunday', '2026-09-07T09:00', '2026-09-08T09:00', { closed: ['2026-09-07'] }],
  ])('%s', (_, from, to, over) => {
    expect(quietHours(at(from), hours(over))).toBe(at(to))
  })
})
