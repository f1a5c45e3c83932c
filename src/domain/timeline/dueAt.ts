import type { Event } from '../campaign'
import { type Aim, chooseMoment, dayOfMoment, endOfDay, startOfDay } from './chooseMoment'
import type { Offset, Step } from './definition'
import { dayOff, type Hours } from './quietHours'
import { type Reason, ruleOf } from './reasons'
import { dayOfWall, momentOf, type Wall, wallClock } from './wallClock'

export type When = Pick<Event, 'start' | 'end' | 'zone'>

export type Due =
  | { dueAt: number; notAfter: number; reasons: Reason[]; rule: string }
  /** off: the coordinator left it out; past: it came too late for its window, or the event is over by then; no_allowed_moment: Sundays and holidays fill the window. */
  | {
      skipped: 'past' | 'no_allowed_moment' | 'off'
      dueAt: number
      notAfter: number
      reasons: Reason[]
      rule: string
    }

/**
 * When a step is due. Days keep the time on the wall clock across daylight saving, hours are real hours, a month is a
 * calendar month (G2); never outside its window and never outside a sending slot (G3).
 * @param since when the person came in; nothing is due before it (G4)
 */
export function dueAt(
  step: Pick<Step, 'at' | 'window' | 'shift' | 'ideal' | 'hour' | 'off'>,
  event: When,
  hours: Hours,
  since?: number,
): Due {
  const aim = aimOf(step, event)
  if (step.off) return { skipped: 'off', dueAt: aim.from, notAfter: aim.to, ...because({ why: 'off' }) }
  const meant: Reason = { why: 'offset', offset: step.ideal ?? step.at, from: step.at.from }
  if (isAfterEnd(step.at, aim, event))
    return { skipped: 'past', dueAt: aim.from, notAfter: aim.to, ...because(meant, { why: 'event_over' }) }
  return within(aim, hours, [meant], since)
}

/** What counts from the start accompanies the event: a series of four weeks has no fifth. */
const isAfterEnd = ({ from }: Step['at'], { exact, target }: Aim, event: When): boolean =>
  from === 'start' && (exact ?? startOfDay(target, event.zone)) > anchorMoment(event, 'end')

/** The same for any aim: `meant` says why then, the answer adds what moved it. */
export function within(aim: Aim, hours: Hours, meant: readonly Reason[], since?: number): Due {
  const notAfter = aim.to
  const ordinary = chooseMoment(aim, hours)
  if (ordinary === null)
    return {
      skipped: 'no_allowed_moment',
      dueAt: aim.from,
      notAfter,
      ...because(...meant, { why: 'no_allowed_moment' }),
    }
  const dueAt = since === undefined || ordinary >= since ? ordinary : chooseMoment(aim, hours, since)
  if (dueAt === null)
    return { skipped: 'past', dueAt: ordinary, notAfter, ...because(...meant, { why: 'window_past' }) }
  const moved = dueAt === ordinary ? movedBy(aim.target, dueAt, hours) : [{ why: 'first_allowed' } as const]
  return { dueAt, notAfter, ...because(...meant, ...moved, ...eveningOf(dueAt, hours)) }
}

/** The anchor as a moment: where the event begins or ends. */
export const anchorMoment = (event: When, from: Step['at']['from']): number =>
  momentOf(wallClock(event[from]), event.zone)

function aimOf(
  { at, window, shift, ideal, hour }: Pick<Step, 'at' | 'window' | 'shift' | 'ideal' | 'hour'>,
  event: When,
): Aim {
  const { zone } = event
  const anchor = wallClock(event[at.from])
  const exact = at.hours === undefined ? undefined : shifted(anchor, at, zone)
  const first = dayAt(anchor, window.earliest, zone)
  const last = dayAt(anchor, window.latest, zone)
  const from =
    window.earliest.hours === undefined ? startOfDay(first, zone) : shifted(anchor, window.earliest, zone)
  const to = window.latest.hours === undefined ? endOfDay(last, zone) : shifted(anchor, window.latest, zone)
  const start = anchorMoment(event, 'start')
  // What is said before the event is of no use once it has begun.
  const before = at.from === 'start' && (exact ?? from) < start
  return {
    target: dayAt(anchor, ideal ?? at, zone),
    exact,
    ...(hour === undefined ? {} : { hour }),
    first,
    last,
    from,
    to: before ? Math.min(to, start - 1) : to,
    shift,
  }
}

function shifted(anchor: Wall, { months, weeks, days, hours }: Offset, zone: string): number {
  return momentOf(anchor.plus({ months, weeks, days }), zone) + (hours ?? 0) * 3_600_000
}

function dayAt(anchor: Wall, offset: Offset, zone: string): Wall {
  if (offset.hours !== undefined) return dayOfMoment(shifted(anchor, offset, zone), zone)
  const { months, weeks, days } = offset
  return dayOfWall(anchor.plus({ months, weeks, days }))
}

function movedBy(target: Wall, chosen: number, hours: Hours): Reason[] {
  const day = dayOfMoment(chosen, hours.zone)
  if (day.equals(target)) return []
  const why = dayOff(target, hours)
  const off = why === null || why === 'sunday' ? target.weekday : why
  return [{ why: 'day_off', off, to: day.weekday, before: day < target }]
}

const eveningOf = (chosen: number, hours: Hours): Reason[] =>
  hours.evening && dayOfMoment(chosen, hours.zone).weekday < 6 ? [{ why: 'evening' }] : []

/** The reasons, and the same in words. */
export const because = (...reasons: Reason[]) => ({ reasons, rule: ruleOf(reasons) })
