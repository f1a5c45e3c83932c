import { DateTime, IANAZone } from 'luxon'

const MINUTE = 60_000
const DAY = 86_400_000

/**
 * A wall clock or a calendar day, kept as a DateTime in UTC: arithmetic on it knows no daylight saving.
 * `2026-12-05T18:30` → 5 December, 18:30, wherever that is.
 */
export type Wall = DateTime

export const wallClock = (iso: string): Wall => DateTime.fromISO(iso, { zone: 'utc', setZone: false })

export const dayOfWall = (wall: Wall): Wall => wall.startOf('day')

/** What the clock on the wall shows there at that moment. */
export function wallAt(moment: number, zone: string): Wall {
  return DateTime.fromMillis(moment + offsetAt(moment, zone), { zone: 'utc' })
}

/**
 * The moment at which the wall clock shows this time. An hour that comes twice in autumn means its first coming;
 * an hour that is skipped in spring means as much later: 02:30 → 03:30. luxon's own choice depends on today's date.
 */
export function momentOf(wall: Wall, zone: string): number {
  const shown = wall.toMillis()
  const before = offsetAt(shown - DAY, zone)
  const after = offsetAt(shown + DAY, zone)
  const fitting = [shown - before, shown - after].filter(moment => moment + offsetAt(moment, zone) === shown)
  return fitting.length > 0 ? Math.min(...fitting) : shown - before
}

export const isZone = (zone: string): boolean => IANAZone.isValidZone(zone)

function offsetAt(moment: number, zone: string): number {
  return IANAZone.create(zone).offset(moment) * MINUTE
}
