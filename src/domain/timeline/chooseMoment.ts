import type { Step } from './definition'
import { type Hours, slotOn } from './quietHours'
import { dayOfWall, momentOf, type Wall, wallAt } from './wallClock'

/** Where a step wants to be, and how far it may move. */
export interface Aim {
  /** The day that was meant. */
  target: Wall
  /** Not a day but a moment was meant; it lies on `target`. */
  exact?: number
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
    const wish = aim.exact !== undefined && day.equals(aim.target) ? aim.exact : slot.from
    const moment = Math.max(slot.from, wish, earliest)
    if (moment < slot.to && moment <= aim.to) return moment
  }
  return null
}

export const dayOfMoment = (moment: number, zone: string): Wall => dayOfWall(wallAt(moment, zone))

function daysInOrder({ target, first, last, shift }: Aim): Wall[] {
  const all: Wall[] = []
  for (let day = first; day <= last; day = day.plus({ days: 1 })) all.push(day)
  const before = all.filter(day => day < target).reverse()
  const after = all.filter(day => day > target)
  const itself = all.filter(day => day.equals(target))
  switch (shift) {
    case 'saturday_before':
      return [...itself, ...before, ...after]
    case 'monday_after':
      return [...itself, ...after, ...before]
    case 'nearest_weekday': {
      const away = (day: Wall) => Math.abs(day.diff(target, 'days').days)
      const nearest = [...all].sort((a, b) => away(a) - away(b) || a.toMillis() - b.toMillis())
      // A Saturday is better than nothing: the other weekdays of the window are holidays or over.
      return [...nearest.filter(day => day.weekday < 6), ...nearest.filter(day => day.weekday === 6)]
    }
    case 'none':
      return itself
  }
}
