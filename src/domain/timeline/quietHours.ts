import { isBelgianHoliday } from './belgianHolidays'
import { type SendingHours, USUAL_SLOTS } from './sendingHours'
import { dayOfWall, momentOf, type Wall, wallAt } from './wallClock'

/** When this person may be written to. */
export interface Hours extends SendingHours {
  /** IANA. */
  zone: string
  /** Works in office hours: the evening slot on weekdays. */
  evening: boolean
}

/** Longer than any row of days on which nobody is written to; a house that closes for longer hears of it when it says so. */
export const LOOK_AHEAD_DAYS = 62

/** Why a day is not allowed; null when it is. */
export function dayOff(day: Wall, hours: SendingHours): 'sunday' | 'public_holiday' | 'closed' | null {
  if (day.weekday === 7) return 'sunday'
  if (hours.holidays && isBelgianHoliday(day)) return 'public_holiday'
  return hours.closed?.includes(day.toISODate()!) ? 'closed' : null
}

/**
 * The sending slot of a day (G3), as moments: usually weekdays 10–18, Saturday 10–13, nothing on Sunday. Who works gets
 * 18–20 on weekdays; their Saturday is everybody's, because nobody has a later slot that day. Null: none.
 */
export function slotOn(day: Wall, hours: Hours): { from: number; to: number } | null {
  if (dayOff(day, hours)) return null
  const { weekday, evening, saturday } = hours.slots ?? USUAL_SLOTS
  const open = day.weekday === 6 ? saturday : hours.evening ? evening : weekday
  if (!open) return null
  const [from, to] = open
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
  throw new RangeError('two months without a day on which one may write')
}
