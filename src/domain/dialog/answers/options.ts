import { hearingOf } from '../buildLexicon'
import type { AnswerContext } from './answerContext'
import { firstHeard } from './hearing'
import { clean, fold, squash } from './normalise'

/** One option as it is compared. */
export interface Option {
  id: string
  key: string
  tokens: string[]
  /** Times in the label as HH:MM: `14u`, `14.00` and `14:00` are one time. */
  times: string[]
  weekday?: number
}

export function optionsOf(ids: readonly string[], context: AnswerContext): Option[] {
  return ids.map(id => {
    const label = context.labels?.[id] ?? id.replace(/_/g, ' ')
    const tokens = fold(label).split(' ').filter(Boolean)
    return {
      id,
      key: squash(fold(label)),
      tokens,
      times: timesIn(label),
      weekday: weekdayIn(tokens, context),
    }
  })
}

export function timesIn(text: string): string[] {
  const cleaned = clean(text)
  if (!/\d/.test(cleaned)) return []
  return [...cleaned.matchAll(TIME)].flatMap(([, hour = '', minute = '00']) =>
    Number(hour) < 24 && Number(minute) < 60 ? [`${hour.padStart(2, '0')}:${minute}`] : [],
  )
}

const TIME =
  /(?<![\d.,/])(\d{1,2}) ?(?:(?:[:.]|uur|heures?|[uh]) ?(\d{2})(?![\d.,/])|(?:uur|heures?|[uh])(?!\p{L}))/gu

/** The one weekday among the words, `zat` as well as `zaterdag`. */
export function weekdayIn(tokens: readonly string[], context: AnswerContext): number | undefined {
  const hearing = hearingOf(context.lexicon, context.language)
  const days = tokens
    .map(token => firstHeard(hearing, ears => ears.weekdays, token) ?? context.lexicon.weekdays.get(token))
    .filter(day => day !== undefined)
  return new Set(days).size === 1 ? days[0] : undefined
}

/** True for a word that already means something by itself: a day, a month, a number, yes, stop. */
export function isKnownWord(key: string, context: AnswerContext): boolean {
  const { lexicon } = context
  const tables = [lexicon, ...hearingOf(lexicon, context.language)]
  return tables.some(
    table =>
      table.weekdays.has(key) ||
      table.months.has(key) ||
      table.relativeDays.has(key) ||
      table.numbers.has(key) ||
      table.answers.has(key) ||
      table.commands.has(key),
  )
}
