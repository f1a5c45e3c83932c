import { DateTime } from 'luxon'
import type { Wall } from './wallClock'

const FIXED: readonly (readonly [month: number, day: number])[] = [
  [1, 1],
  [5, 1],
  [7, 21],
  [8, 15],
  [11, 1],
  [11, 11],
  [12, 25],
]
/** Easter Monday, Ascension, Whit Monday. The two Sundays are Sundays already. */
const AFTER_EASTER = [1, 39, 50] as const

/** The ten public holidays of Belgium in a year, in order. */
export function belgianHolidays(year: number): Wall[] {
  const easter = easterSunday(year)
  return [
    ...FIXED.map(([month, day]) => DateTime.utc(year, month, day)),
    ...AFTER_EASTER.map(days => easter.plus({ days })),
  ].sort((a, b) => a.toMillis() - b.toMillis())
}

export function isBelgianHoliday(day: Wall): boolean {
  if (FIXED.some(([month, date]) => day.month === month && day.day === date)) return true
  const easter = easterSunday(day.year)
  return AFTER_EASTER.some(days => easter.plus({ days }).hasSame(day, 'day'))
}

/** Gregorian Easter, by the method published in Nature in 1876. */
export function easterSunday(year: number): Wall {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const skipped = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - skipped + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const sum = epact + weekday - 7 * late + 114
  return DateTime.utc(year, Math.floor(sum / 31), (sum % 31) + 1)
}
