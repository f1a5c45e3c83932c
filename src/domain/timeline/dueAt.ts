import type { Event } from '../campaign'
import { type Aim, chooseMoment, dayOfMoment, endOfDay, startOfDay } from './chooseMoment'
import type { Offset, Step } from './definition'
import { dayOff, type Hours } from './quietHours'
import { dayOfWall, momentOf, type Wall, wallClock } from './wallClock'

export type When = Pick<Event, 'start' | 'end' | 'zone'>

export type Due =
  | { dueAt: number; notAfter: number; rule: string }
  /** past: it came too late for its window; no_allowed_moment: Sundays and holidays fill the window. */
  | { skipped: 'past' | 'no_allowed_moment'; dueAt: number; notAfter: number; rule: string }

/**
 * When a step is due. Days keep the time on the wall clock across daylight saving, hours are real hours, a month is a
 * calendar month (G2); never outside its window and never outside a sending slot (G3).
 * @param since when the person came in; nothing is due before it (G4)
 */
export function dueAt(
  step: Pick<Step, 'at' | 'window' | 'shift' | 'ideal'>,
  event: When,
  hours: Hours,
  since?: number,
): Due {
  return within(aimOf(step, event), hours, words(step.ideal ?? step.at, step.at.from), since)
}

/** The same for any aim: `rule` says in words what was meant, the answer adds what moved it. */
export function within(aim: Aim, hours: Hours, rule: string, since?: number): Due {
  const notAfter = aim.to
  const ordinary = chooseMoment(aim, hours)
  if (ordinary === null)
    return {
      skipped: 'no_allowed_moment',
      dueAt: aim.from,
      notAfter,
      rule: `${rule}; no allowed moment (G3)`,
    }
  const dueAt = since === undefined || ordinary >= since ? ordinary : chooseMoment(aim, hours, since)
  if (dueAt === null)
    return { skipped: 'past', dueAt: ordinary, notAfter, rule: `${rule}; window is past (G4)` }
  const moved =
    dueAt === ordinary ? movedWords(aim.target, dueAt, hours) : '; late → first allowed moment (G4)'
  return { dueAt, notAfter, rule: `${rule}${moved}${eveningWords(dueAt, hours)}` }
}

/** The anchor as a moment: where the event begins or ends. */
export const anchorMoment = (event: When, from: Step['at']['from']): number =>
  momentOf(wallClock(event[from]), event.zone)

function aimOf(
  { at, window, shift, ideal }: Pick<Step, 'at' | 'window' | 'shift' | 'ideal'>,
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

const UNITS = ['months', 'weeks', 'days', 'hours'] as const

function words(offset: Offset, from: 'start' | 'end'): string {
  const parts = UNITS.flatMap(unit => {
    const count = Math.abs(offset[unit] ?? 0)
    return count === 0 ? [] : [`${count} ${count === 1 ? unit.slice(0, -1) : unit}`]
  })
  if (parts.length === 0) return `on the day of the ${from}`
  const before = UNITS.some(unit => (offset[unit] ?? 0) < 0)
  const rule = offset.months || offset.weeks ? ' (G2)' : ''
  return `${parts.join(' and ')} ${before ? 'before' : 'after'} ${from}${rule}`
}

function movedWords(target: Wall, chosen: number, hours: Hours): string {
  const day = dayOfMoment(chosen, hours.zone)
  if (day.equals(target)) return ''
  const why = dayOff(target, hours) ?? weekdayName(target)
  return `; ${why} → ${weekdayName(day)} ${day < target ? 'before' : 'after'} (G3a)`
}

const eveningWords = (chosen: number, hours: Hours): string =>
  hours.evening && dayOfMoment(chosen, hours.zone).weekday < 6 ? '; evening slot (G3)' : ''

const weekdayName = (day: Wall): string => day.setLocale('en').weekdayLong ?? ''
