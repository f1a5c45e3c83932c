import type { Step } from './definition'
import { type Hours, slotOn } from './quietHours'
import { dayOfWall, momentOf, type Wall, wallAt } from './wallClock'

/** Where a step wants to be, and how far it may move. */
export interface Aim {
  /** The day that was meant. */
  target: Wall
  /** Not a day but a moment was meant; it lies on `target`. */
  exact?: number
  /** Hour of the wall clock that is wished for on whichever day it becomes. */
  hour?: number
  /** The days between which it may move, both included. */
  first: Wall
  last: Wall
  /** The window as moments; differs from the days only where hours were given. */
  from: number
  to: number
  shift: Step['shift']
}

/** How long a row of this aim is of use. */
export const startOfDay = (day: Wall, zone: string): number => momentOf(day, zone)
export const endOfDay = (day: Wall, zone: string): number => momentOf(day.plus({ days: 1 }), zone) - 1

/**
 * The best allowed moment inside the window (G3, G3a), not before `notBefore`. Null: there is none.
 * Days are tried in the order of the shift rule; what a rule cannot reach inside the window is sought on its other side.
 */
export function chooseMoment(aim: Aim, hours: Hours, notBefore = Number.NEGATIVE_INFINITY): number | null {
  const earliest = Math.max(aim.from, notBefore)
  for (const day of daysInOrder(aim)) {
    const slot = slotOn(day, hours)
    if (!slot) continue
    const moment = Math.max(slot.from, wishOn(day, aim, slot, hours.zone), earliest)
    if (moment < slot.to && moment <= aim.to) return moment
  }
  return null
}

function wishOn(day: Wall, aim: Aim, slot: { from: number; to: number }, zone: string): number {
  if (aim.exact !== undefined && day.equals(aim.target)) return aim.exact
  const wish = aim.hour === undefined ? slot.from : momentOf(day.set({ hour: aim.hour }), zone)
  return wish < slot.to ? wish : slot.from
}

export const dayOfMoment = (moment: number, zone: string): Wall => dayOfWall(wallAt(moment, zone))

/** Lazily: nearly always the first day will do. */
function* daysInOrder({ target, first, last, shift }: Aim): Generator<Wall> {
  switch (shift) {
    case 'saturday_before':
      yield* days(target, first, -1, last)
      yield* days(target.plus({ days: 1 }), last, 1, first)
      return
    case 'monday_after':
      yield* days(target, last, 1, first)
      yield* days(target.minus({ days: 1 }), first, -1, last)
      return
    case 'nearest_weekday': {
      const away = (day: Wall) => Math.abs(day.toMillis() - target.toMillis())
      const nearest = [...days(first, last, 1, first)].sort(
        (a, b) => away(a) - away(b) || a.toMillis() - b.toMillis(),
      )
      yield* nearest.filter(day => day.weekday < 6)
      // A Saturday is better than nothing: the other weekdays of the window are holidays or over.
      yield* nearest.filter(day => day.weekday === 6)
      return
    }
    case 'none':
      yield* days(target, target, 1, target)
  }
}

/** From `start` to `end`, a day at a time, as far as they lie inside; `other` is the opposite edge of the window. */
function* days(start: Wall, end: Wall, step: 1 | -1, other: Wall): Generator<Wall> {
  for (let day = start; step * (end.toMillis() - day.toMillis()) >= 0; day = day.plus({ days: step }))
    if (step * (day.toMillis() - other.toMillis()) >= 0) yield day
}
