import { type Ears, hearingOf } from '../buildLexicon'
import type { AnswerContext } from './answerContext'
import { asks, firstHeard, LONGEST_SHORT_ANSWER } from './hearing'
import { clean, fold } from './normalise'

/** What a text says about a day, before it is put together. `year` below 100 has two digits. */
export interface DateParts {
  day?: number
  month?: number
  year?: number
  weekday?: number
  /** Days from today. */
  offset?: number
  /** Beside a weekday: the one after, the coming one, the one before. */
  which?: 'next' | 'coming' | 'last'
}

/** Every word must have a meaning in a date, and no meaning may come twice. */
export function readDateParts(
  text: string,
  context: AnswerContext,
): DateParts | 'not_a_date' | 'date_unclear' {
  const cleaned = clean(text)
  if (cleaned.length > LONGEST_SHORT_ANSWER) return 'not_a_date'
  if (asks(cleaned)) return 'date_unclear'
  const plain = cleaned.replace(ORDINAL_ENDING, '$1').replace(CLOCK, ' ')
  const parts: DateParts = {}
  const rest = plain.replace(YEAR_FIRST, (_, year, month, day) => {
    Object.assign(parts, { year: Number(year), month: Number(month), day: Number(day) })
    return ' '
  })
  const words =
    parts.day === undefined ? plain.replace(NUMERIC, (_, ...groups) => take(parts, groups, context)) : rest
  if (
    parts.month !== undefined &&
    (parts.month < 1 || parts.month > 12 || parts.day! < 1 || parts.day! > 31)
  ) {
    return 'not_a_date'
  }
  return readWords(fold(words).split(' ').filter(Boolean), parts, context)
}

const YEAR_FIRST = /(?<!\d|\d[-/. ])(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d|[-/.]\d)/
/** With spaces between them two numbers may be two answers, so they then need a year. */
const NUMERIC =
  /(?<!\d|\d[-/. ])(?:(\d{1,2})\s?[-/.]\s?(\d{1,2})(?:\s?[-/. ]\s?(\d{4}|\d{2}))?|(\d{1,2}) (\d{1,2}) (\d{4}))(?!\d|[-/. ]\d)/
const ORDINAL_ENDING = /(?<!\d)(\d{1,2}) ?(?:er|ère|eme|ème|ste|de|e|st|nd|rd|th)(?!\p{L})/gu
const CLOCK = /(?<![\d/.-])\d{1,2}(?:[:uh]\d{2}| ?uur| ?h|u)(?![\d\p{L}])/gu

/** Groups 1–3 are the form with signs, 4–6 the one with spaces. */
function take(parts: DateParts, groups: (string | undefined)[], context: AnswerContext): string {
  const first = Number(groups[0] ?? groups[3])
  const second = Number(groups[1] ?? groups[4])
  const year = groups[2] ?? groups[5]
  const monthFirst = context.order === 'mdy'
  parts.day = monthFirst ? second : first
  parts.month = monthFirst ? first : second
  if (year !== undefined) parts.year = Number(year)
  return ' '
}

function readWords(
  words: readonly string[],
  parts: DateParts,
  context: AnswerContext,
): DateParts | 'not_a_date' | 'date_unclear' {
  const hearing = hearingOf(context.lexicon, context.language)
  for (let at = 0; at < words.length; ) {
    let size = Math.min(4, words.length - at)
    let found: DateParts | null = null
    for (; size > 0; size -= 1) {
      const key = words.slice(at, at + size).join('')
      found = size > 1 && /\d/.test(key) ? null : meaningOf(key, parts, hearing, context)
      if (found !== null) break
    }
    if (found === null) return 'not_a_date'
    for (const [name, value] of Object.entries(found) as [keyof DateParts, never][]) {
      if (parts[name] !== undefined) return 'date_unclear'
      parts[name] = value
    }
    at += size
  }
  return parts
}

/** @returns {} for a word that changes nothing, null for one that has no place in a date */
function meaningOf(
  key: string,
  parts: DateParts,
  hearing: readonly Ears[],
  context: AnswerContext,
): DateParts | null {
  const { lexicon } = context
  if (/^\d/.test(key)) return numberMeaning(key, parts)
  const offset = firstHeard(hearing, ears => ears.relativeDays, key) ?? lexicon.relativeDays.get(key)
  if (offset !== undefined) return { offset }
  const named = nameMeaning(key, parts, [...hearing, lexicon])
  if (named !== null) return named
  for (const which of ['next', 'coming', 'last'] as const) {
    if (hearing.some(ears => ears.dates[which].has(key))) return { which }
  }
  if (hearing.some(ears => ears.dates.beside.has(key)) || lexicon.polite.has(key)) return {}
  const day =
    firstHeard(hearing, ears => ears.ordinals, key) ?? firstHeard(hearing, ears => ears.numbers, key)
  if (day !== undefined && day >= 1 && day <= 31) return { day }
  return hearing.some(ears => ears.articles.has(key)) ? {} : null
}

/** Four digits are a year, two behind day and month as well; anything else is a day. */
function numberMeaning(key: string, parts: DateParts): DateParts | null {
  const value = Number(key)
  if (/^\d{4}$/.test(key)) return { year: value }
  if (!/^\d{1,2}$/.test(key)) return null
  if (parts.day !== undefined && parts.month !== undefined && key.length === 2) return { year: value }
  return value >= 1 && value <= 31 ? { day: value } : null
}

/** French *mar* is Tuesday and English *mar* is March: the first language that knows it decides. */
function nameMeaning(
  key: string,
  parts: DateParts,
  tables: readonly Pick<Ears, 'months' | 'weekdays'>[],
): DateParts | null {
  for (const { months, weekdays } of tables) {
    const month = parts.month === undefined ? months.get(key) : undefined
    const weekday = weekdays.get(key)
    if (month !== undefined && (weekday === undefined || parts.day !== undefined)) return { month }
    if (weekday !== undefined) return { weekday }
  }
  return null
}
