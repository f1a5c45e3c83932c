import { dayOff } from '../timeline/quietHours'
import type { SendingHours } from '../timeline/sendingHours'
import { dayOfWall, type Wall, wallAt, wallClock } from '../timeline/wallClock'

export interface DayWords {
  /** How far away, in days; 0 is today. */
  inDays: number
  /** ISO, 1 Monday to 7 Sunday. */
  weekday: number
  /** Worth a thought, and allowed all the same. */
  warnings: ('soon' | 'sunday' | 'public_holiday' | 'closed')[]
}

/** People need this long to arrange childcare and travel (TL-01: the save-the-date's window closes). */
export const ENOUGH_DAYS = 21

/**
 * What there is to say about the day that was chosen. Null: it is no day, or it is past.
 * @param about.gathers people go somewhere that day, and need time to arrange it
 */
export function aboutDay(
  date: string,
  now: number,
  { zone, gathers, ...sending }: SendingHours & { zone: string; gathers: boolean },
): DayWords | null {
  const day: Wall = wallClock(date)
  if (date === '' || !day.isValid) return null
  const inDays = Math.round(day.diff(dayOfWall(wallAt(now, zone)), 'days').days)
  if (inDays < 0) return null
  const off = dayOff(day, sending)
  return {
    inDays,
    weekday: day.weekday,
    warnings: [
      ...(gathers && inDays < ENOUGH_DAYS ? (['soon'] as const) : []),
      ...(off === null ? [] : [off]),
    ],
  }
}
