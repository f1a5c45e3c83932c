import { isBelgianHoliday } from './belgianHolidays'
import { dayOfWall, momentOf, type Wall, wallAt } from './wallClock'

/** When this person may be written to. */
export interface Hours {
  /** IANA. */
  zone: string
  /** Belgian public holidays are like a Sunday. */
  holidays: boolean
  /** Works in office hours: the evening slot on weekdays. */
  evening: boolean
}

/** From, inclusive, to, exclusive: hours of the wall clock. */
const WEEKDAY = [10, 18] as const
const EVENING = [18, 20] as const
const SATURDAY = [10, 13] as const
/** Longer than any row of days on which nobody is written to. */
const LOOK_AHEAD_DAYS = 14

/** Why a day is not allowed; null when it is. */
export function dayOff(day: Wall, hours: Pick<Hours, 'holidays'>): 'Sunday' | 'public holiday' | null {
  if (day.weekday === 7) return 'Sunday'
  return hours.holidays && isBelgianHoliday(day) ? 'public holiday' : null
}

export const isRestDay = (day: Wall, holidays: boolean): boolean => dayOff(day, { holidays }) !== null

/**
 * The sending slot of a day (G3), as moments: weekdays 10–18, Saturday 10–13, nothing on Sunday. Who works gets
 * 18–20 on weekdays; their Saturday is everybody's, because nobody has a later slot that day. Null: none.
 */
export function slotOn(day: Wall, hours: Hours): { from: number; to: number } | null {
  if (dayOff(day, hours)) return null
  const [from, to] = day.weekday === 6 ? SATURDAY : hours.evening ? EVENING : WEEKDAY
  const slot = {
    from: momentOf(day.set({ hour: from }), hours.zone),
    to: momentOf(day.set({ hour: to }), hours.zone),
  }
  // A zone that changed sides of the date line has no such day at all.
  return dayOfWall(wallAt(slot.from, hours.zone)).equals(day) ? slot : null
}

/** The first moment, from this one on, at which one may write. */
export function quietHours(moment: number, hours: Hours): number {
  const today = dayOfWall(wallAt(moment, hours.zone))
  for (let days = 0; days <= LOOK_AHEAD_DAYS; days++) {
    const slot = slotOn(today.plus({ days }), hours)
    if (slot && moment < slot.to) return Math.max(moment, slot.from)
  }
  throw new RangeError('two weeks without a day on which one may write')
}
