import type { FieldProblem } from '../fieldProblem'
import { LOOK_AHEAD_DAYS } from '../timeline/quietHours'
import type { Slot, Slots } from '../timeline/sendingHours'
import { wallClock } from '../timeline/wallClock'

/** The form as it was sent: hours as numbers in text, days one on each line. */
export interface HoursForm {
  weekdayFrom: string
  weekdayTo: string
  eveningFrom: string
  eveningTo: string
  saturday: boolean
  saturdayFrom: string
  saturdayTo: string
  holidays: boolean
  /** `24/12/2026` or `2026-12-24`, one on each line. */
  closed: string
}

export type ReadHours =
  | { ok: true; value: { slots: Slots; holidays: boolean; closed: string[] } }
  | { ok: false; problems: FieldProblem[] }

const LAST_HOUR = 24

/** Hours in which one writes; a form by which nothing could ever leave is refused. */
export function readHours(form: HoursForm): ReadHours {
  const problems: FieldProblem[] = []
  const slot = (field: 'weekday' | 'evening' | 'saturday'): Slot => {
    const from = Number(form[`${field}From`])
    const to = Number(form[`${field}To`])
    const fits = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to <= LAST_HOUR
    if (!fits || from >= to) problems.push({ field, problem: 'no_hours' })
    return [from, to]
  }
  const slots: Slots = {
    weekday: slot('weekday'),
    evening: slot('evening'),
    saturday: form.saturday ? slot('saturday') : null,
  }
  const closed: string[] = []
  for (const line of form.closed.split('\n').map(text => text.trim())) {
    if (line === '') continue
    const day = readDay(line)
    if (day) closed.push(day)
    else problems.push({ field: 'closed', problem: 'no_day', values: { line } })
  }
  const days = [...new Set(closed)].sort()
  if (longestRow(days) > LOOK_AHEAD_DAYS / 2) problems.push({ field: 'closed', problem: 'closed_too_long' })
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: { slots, holidays: form.holidays, closed: days } }
}

/** ISO day of `24/12/2026`, `24-12-2026` or `2026-12-24`. */
function readDay(text: string): string | null {
  const belgian = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  const iso = belgian ? `${belgian[3]}-${belgian[2]!.padStart(2, '0')}-${belgian[1]!.padStart(2, '0')}` : text
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && wallClock(iso).isValid ? iso : null
}

/** How many of these days follow on one another, at most. */
function longestRow(days: readonly string[]): number {
  let row = 0
  let longest = 0
  days.forEach((day, index) => {
    const before = days[index - 1]
    row = before && wallClock(before).plus({ days: 1 }).toISODate() === day ? row + 1 : 1
    longest = Math.max(longest, row)
  })
  return longest
}
