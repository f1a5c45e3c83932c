import type { AnswerSpec, Problem, Reply, Understood } from '../definition'
import type { AnswerContext } from './answerContext'
import { daysFrom, isoDay, isReal, weekdayOf, yearOf } from './calendar'
import { type DateParts, readDateParts } from './dateParts'

type DateSpec = Extract<AnswerSpec, { type: 'date' }>
type Missed = Extract<Problem, 'not_a_date' | 'date_unclear'>

/** `5/12/2026`, `5 déc.`, `volgende vrijdag`, `غدا` → an ISO day. Day first; what could be two days is asked again. */
export function date(reply: Reply, spec: DateSpec, context: AnswerContext): Understood {
  const parts = readDateParts(ISO_DAY.test(reply.payload ?? '') ? reply.payload! : reply.text, context)
  const day = typeof parts === 'string' ? parts : resolve(parts, spec.direction, context)
  if (day === 'not_a_date' || day === 'date_unclear') return { ok: false, problem: day }
  if (spec.direction === 'future' && day < context.today) return { ok: false, problem: 'date_in_past' }
  if (spec.direction === 'past' && day > context.today) return { ok: false, problem: 'date_in_future' }
  if ((spec.min !== undefined && day < spec.min) || (spec.max !== undefined && day > spec.max)) {
    const values: Record<string, string> = {}
    if (spec.min !== undefined) values.min = spec.min
    if (spec.max !== undefined) values.max = spec.max
    return { ok: false, problem: 'out_of_range', values }
  }
  return { ok: true, value: day }
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

function resolve(
  parts: DateParts,
  direction: DateSpec['direction'],
  context: AnswerContext,
): string | Missed {
  const { today } = context
  if (parts.offset !== undefined) {
    if (parts.day !== undefined || parts.month !== undefined || parts.which !== undefined)
      return 'date_unclear'
    return agreeing(daysFrom(today, parts.offset), parts.weekday)
  }
  if (parts.day === undefined || parts.month === undefined) return comingWeekday(parts, direction, today)
  if (parts.year === undefined) return yearless(parts.day, parts.month, parts.weekday, direction, today)
  const year = parts.year >= 100 ? parts.year : century(parts, direction, context)
  if (year === null || isForeign(year, context)) return 'date_unclear'
  if (!isReal(year, parts.month, parts.day)) return 'not_a_date'
  return agreeing(isoDay(year, parts.month, parts.day), parts.weekday)
}

/** A weekday beside the date must be its own. */
function agreeing(day: string, weekday: number | undefined): string | Missed {
  return weekday === undefined || weekdayOf(day) === weekday ? day : 'date_unclear'
}

/** Solar years (13xx, 14xx), Ethiopian years (7 or 8 behind) and slips of the finger: never converted silently. */
function isForeign(year: number, context: AnswerContext): boolean {
  if (year < 1900 || year > 2100) return true
  const behind = yearOf(context.today) - year
  return ['am', 'ti'].includes(context.language) && (behind === 7 || behind === 8)
}

/** Two digits are of this century, or of the last one where that alone lies in the past. Elsewhere they may be another calendar's. */
function century(parts: DateParts, direction: DateSpec['direction'], context: AnswerContext): number | null {
  if (['fa', 'fa-AF', 'ps', 'am', 'ti'].includes(context.language)) return null
  const recent = 2000 + parts.year!
  const limit = direction === 'past' ? context.today : daysFrom(context.today, 20 * 365)
  return direction === 'future' || isoDay(recent, parts.month!, parts.day!) <= limit ? recent : recent - 100
}

/** The first such day from today on, or the last one up to today; without a direction the nearest, if one is clearly nearer. */
function yearless(
  day: number,
  month: number,
  weekday: number | undefined,
  direction: DateSpec['direction'],
  today: string,
): string | Missed {
  const year = yearOf(today)
  const candidates = [year - 1, year, year + 1].map(candidate => isoDay(candidate, month, day))
  const next = candidates.find(candidate => candidate >= today)!
  const last = candidates.findLast(candidate => candidate <= today)!
  const chosen = direction === 'future' ? next : direction === 'past' ? last : nearest(last, next, today)
  if (chosen === null) return 'date_unclear'
  if (!isReal(yearOf(chosen), month, day)) return 'not_a_date'
  return agreeing(chosen, weekday)
}

function nearest(last: string, next: string, today: string): string | null {
  const ago = Date.parse(today) - Date.parse(last)
  const ahead = Date.parse(next) - Date.parse(today)
  if (Math.abs(ago - ahead) < 60 * 86_400_000) return last === next ? next : null
  return ahead < ago ? next : last
}

/**
 * A weekday alone. "Next Friday" said on a Monday is this week's for some and next week's for others, so it counts
 * only where both mean the same day; today's own name is as unclear.
 */
function comingWeekday(parts: DateParts, direction: DateSpec['direction'], today: string): string | Missed {
  if (parts.weekday === undefined || parts.day !== undefined || parts.month !== undefined) return 'not_a_date'
  const now = weekdayOf(today)
  const ahead = (parts.weekday - now + 7) % 7
  const which = parts.which ?? (direction === 'future' ? 'coming' : direction === 'past' ? 'last' : undefined)
  if (which === undefined || (ahead === 0 && parts.which !== 'next')) return 'date_unclear'
  if (which === 'next') return parts.weekday <= now ? daysFrom(today, ahead || 7) : 'date_unclear'
  if (which === 'coming') return daysFrom(today, ahead)
  if (parts.which === 'last' && parts.weekday < now) return 'date_unclear'
  return daysFrom(today, ahead - 7)
}
