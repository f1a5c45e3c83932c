import fc from 'fast-check'
import { DateTime } from 'luxon'
import type { Step } from '../../../../src/domain/timeline/definition'
import { dueAt } from '../../../../src/domain/timeline/dueAt'
import { planSteps } from '../../../../src/domain/timeline/planSteps'
import { slotOn } from '../../../../src/domain/timeline/quietHours'
import { dayOfWall, wallAt, wallClock } from '../../../../src/domain/timeline/wallClock'
import { BRUSSELS, networkingEvent, shown } from '../../../support/timelineBuilders'

const day = (zone = BRUSSELS) => ({ zone, holidays: false, evening: false })
type Form = Pick<Step, 'at' | 'window' | 'shift' | 'ideal'>
const form = (at: Step['at'], window: Step['window'], shift: Step['shift'] = 'saturday_before'): Form => ({
  at,
  window,
  shift,
})

describe('a calendar month before (G2)', () => {
  const month = form({ from: 'start', months: -1 }, { earliest: { days: -42 }, latest: { days: -21 } })
  test.each([
    ['2022-03-31', 'Mon 28 Feb 2022'],
    ['2024-03-31', 'Thu 29 Feb 2024'],
    ['2024-03-29', 'Thu 29 Feb 2024'],
    ['2023-03-29', 'Tue 28 Feb 2023'],
    ['2024-02-29', 'Mon 29 Jan 2024'],
    ['2022-05-31', 'Sat 30 Apr 2022'],
    ['2022-07-31', 'Thu 30 Jun 2022'],
    ['2022-12-31', 'Wed 30 Nov 2022'],
    ['2022-01-31', 'Fri 31 Dec 2021'],
    ['2022-06-05', 'Thu 5 May 2022'],
    ['2022-06-01', 'Sat 30 Apr 2022'],
  ])('%s → %s', (start, due) => {
    const event = { start: `${start}T14:00`, end: `${start}T17:00`, zone: BRUSSELS }
    expect(shown(dueAt(month, event, day()).dueAt)).toBe(`${due} 10:00`)
  })
})

describe('what counts from the start accompanies the event', () => {
  const week = (from: 'start' | 'end'): Form =>
    form({ from, days: 6 }, { earliest: { days: 4 }, latest: { days: 7 } })
  const event = (end: string) => ({ start: '2026-09-07T09:00', end: `${end}T12:00`, zone: BRUSSELS })
  test.each([
    ['the week before the last day', week('start'), '2026-09-17', 'Sat 12 Sep 2026 10:00'],
    ['on the last day itself', week('start'), '2026-09-13', 'Sat 12 Sep 2026 10:00'],
    ['what counts from the end comes after it', week('end'), '2026-09-08', 'Mon 14 Sep 2026 10:00'],
  ])('%s', (_, step, end, due) => {
    const planned = dueAt(step, event(end), day())
    expect(planned).not.toHaveProperty('skipped')
    expect(shown(planned.dueAt)).toBe(due)
  })
  test('a shorter series has no such week', () => {
    const planned = dueAt(week('start'), event('2026-09-12'), day())
    expect(planned).toMatchObject({ skipped: 'past', reasons: [{ why: 'offset' }, { why: 'event_over' }] })
  })
})

describe('days keep the wall clock, hours are real hours', () => {
  const night = (hours: number): Form =>
    form({ from: 'start', days: -1, hours }, { earliest: { days: -3 }, latest: { days: 0 } }, 'none')
  test('a day and two hours before, across the change to summer time', () => {
    // One day before Monday 30 March 15:00 is Sunday 15:00: nothing leaves. Before Tuesday it is Monday.
    const event = { start: '2026-03-31T15:00', end: '2026-03-31T18:00', zone: BRUSSELS }
    expect(shown(dueAt(night(-2), event, day()).dueAt)).toBe('Mon 30 Mar 2026 13:00')
  })
  test.each([
    ['spring', '2026-03-30T12:00', 'Sat 28 Mar 2026 11:00'],
    ['autumn', '2026-10-26T11:00', 'Sat 24 Oct 2026 12:00'],
    ['no change', '2026-06-08T12:00', 'Sat 6 Jun 2026 12:00'],
  ])('48 real hours before, %s', (_, start, due) => {
    const step = form({ from: 'start', hours: -48 }, { earliest: { days: -3 }, latest: { days: -1 } })
    expect(shown(dueAt(step, { start, end: start, zone: BRUSSELS }, day()).dueAt)).toBe(due)
  })
  test('an event in the hour that does not exist, and in the one that comes twice', () => {
    const step = form({ from: 'start', days: -2 }, { earliest: { days: -3 }, latest: { days: -1 } })
    const due = (start: string) => shown(dueAt(step, { start, end: start, zone: BRUSSELS }, day()).dueAt)
    expect(due('2026-03-29T02:30')).toBe('Fri 27 Mar 2026 10:00')
    expect(due('2026-10-25T02:30')).toBe('Fri 23 Oct 2026 10:00')
  })
  test('a window in hours is a window in hours', () => {
    const event = { start: '2026-06-10T14:00', end: '2026-06-10T17:00', zone: BRUSSELS }
    const step = form(
      { from: 'end', hours: 1 },
      { earliest: { hours: 1 }, latest: { hours: 3 } },
      'monday_after',
    )
    expect(dueAt(step, event, day())).toMatchObject({ skipped: 'no_allowed_moment' })
    expect(shown(dueAt(step, { ...event, end: '2026-06-10T15:00' }, day()).dueAt)).toBe(
      'Wed 10 Jun 2026 16:00',
    )
  })
})

test('when Sundays fill the window the step is skipped and says so', () => {
  const event = { start: '2026-06-08T14:00', end: '2026-06-08T17:00', zone: BRUSSELS }
  const eve = form({ from: 'start', days: -1 }, { earliest: { days: -1 }, latest: { days: -1 } })
  expect(dueAt(eve, event, day())).toMatchObject({
    skipped: 'no_allowed_moment',
    rule: '1 day before start; no allowed moment (G3)',
  })
})

test('what is said before the event is useless from its first minute on', () => {
  const event = { start: '2026-06-10T14:00', end: '2026-06-10T17:00', zone: BRUSSELS }
  const today = form({ from: 'start', days: 0 }, { earliest: { days: -1 }, latest: { days: 0 } })
  const due = dueAt(today, event, day())
  expect(shown(due.notAfter)).toBe('Wed 10 Jun 2026 13:59')
  // At nine nobody may be written to yet: the day before, then.
  expect(shown(dueAt(today, { ...event, start: '2026-06-10T09:00' }, day()).dueAt)).toBe(
    'Tue 9 Jun 2026 10:00',
  )
})

test('nothing is ever planned outside its window or outside a slot, in any zone, at any season, for anybody', () => {
  const zones = [
    'Europe/Brussels',
    'America/St_Johns',
    'Asia/Tehran',
    'Pacific/Chatham',
    'Africa/Cairo',
    'Asia/Beirut',
  ]
  const start = fc
    .integer({ min: 0, max: 4 * 366 * 96 })
    .map(quarters => wallClock('2023-01-01T00:00').plus({ minutes: 15 * quarters }))
  const joined = fc.option(fc.integer({ min: -50 * 24, max: 24 }), { nil: undefined })
  fc.assert(
    fc.property(
      start,
      fc.constantFrom(...zones),
      fc.boolean(),
      fc.boolean(),
      joined,
      (wall, zone, holidays, evening, hoursBefore) => {
        const iso = (at: DateTime) => at.toFormat("yyyy-MM-dd'T'HH:mm")
        const event = { start: iso(wall), end: iso(wall.plus({ hours: 3 })), zone }
        const joinedAt =
          hoursBefore === undefined
            ? undefined
            : DateTime.fromISO(event.start, { zone }).plus({ hours: hoursBefore }).toMillis()
        const begin = DateTime.fromISO(event.start, { zone }).toMillis()
        for (const { id, dueAt: due, notAfter, skipped, rule } of planSteps(networkingEvent, event, {
          holidays,
          evening,
          joinedAt,
        })) {
          if (skipped) continue
          if (joinedAt !== undefined) expect(due).toBeGreaterThanOrEqual(joinedAt)
          const local = dayOfWall(wallAt(due, zone))
          const step = networkingEvent.steps.find(each => each.id === id)
          const isTask = step ? step.does === 'task' : id.endsWith('_call')
          if (!isTask) {
            const slot = slotOn(local, { zone, holidays, evening })
            expect(slot && due >= slot.from && due < slot.to).toBe(true)
          }
          expect(due).toBeLessThanOrEqual(notAfter)
          if (!step || rule.startsWith('late → at once')) {
            if (step) expect(due).toBeLessThan(begin)
            continue
          }
          const anchor = dayOfWall(wallClock(event[step.at.from]))
          const away = local.diff(anchor, 'days').days
          expect(away).toBeGreaterThanOrEqual(anchor.plus(step.window.earliest).diff(anchor, 'days').days)
          expect(away).toBeLessThanOrEqual(anchor.plus(step.window.latest).diff(anchor, 'days').days)
          if (step.at.from === 'start') expect(due).toBeLessThan(begin)
        }
      },
    ),
    { numRuns: 150 },
  )
})
