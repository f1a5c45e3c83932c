import { type Ears, hearingOf } from '../buildLexicon'
import type { AnswerSpec, Reply, Understood } from '../definition'
import type { AnswerContext } from './answerContext'
import { asks, castsDoubt, firstHeard, LONGEST_SHORT_ANSWER, withoutPoliteness } from './hearing'
import { clean, fold, spellings } from './normalise'

type NumberSpec = Extract<AnswerSpec, { type: 'number' }>

/** `٣` → 3, `twintig` → 20, `3 kinderen` → 3; `3-4`, `5 of 6` and `ongeveer 5` are no one number. */
export function number(reply: Reply, spec: NumberSpec, context: AnswerContext): Understood {
  const value = readNumber(pressed(reply) ?? reply.text, spec.integer, context)
  if (typeof value === 'string') return { ok: false, problem: value }
  if (value < spec.min || value > spec.max) {
    return { ok: false, problem: 'out_of_range', values: { min: spec.min, max: spec.max } }
  }
  return { ok: true, value }
}

function pressed({ payload }: Reply): string | undefined {
  return payload !== undefined && /^-?\d{1,9}$/.test(payload) ? payload : undefined
}

/** The one number in a text. A whole number may be grouped (`1.250`); a broken one may not, its dot or comma is decimal. */
export function readNumber(
  text: string,
  integer: boolean,
  context: AnswerContext,
): number | 'not_a_number' | 'more_than_one' {
  const cleaned = clean(text).replace(/^\+(?=\d)/, '')
  if (cleaned.length > LONGEST_SHORT_ANSWER || asks(cleaned)) return 'not_a_number'
  const word = numberWord(cleaned, context)
  if (word !== null) return word
  const written: string[] = []
  const rest = cleaned.replace(WRITTEN, found => {
    written.push(found)
    return ' 0 '
  })
  const words = fold(rest).split(' ').filter(Boolean)
  if (
    UNCERTAIN.test(rest) ||
    /\d/.test(rest.replace(/ 0 /g, ' ')) ||
    castsDoubt(words, context.language, context.lexicon)
  ) {
    return written.length > 1 ? 'more_than_one' : 'not_a_number'
  }
  const spoken = spokenIn(words, written.length > 0, context)
  if (written.length > 1) return 'more_than_one'
  const values = new Set(spoken)
  if (written[0] !== undefined) {
    const value = writtenValue(written[0], integer, context.language)
    if (value === null) return 'not_a_number'
    values.add(value)
  }
  if (values.size > 1) return 'more_than_one'
  return [...values][0] ?? 'not_a_number'
}

/** Digits with dots and commas between them, not stuck behind a letter; up to fifteen digits are exact. */
const WRITTEN =
  /(?<![\p{L}\d.,\u066b\u066c])(?:(?<![-–])[-–])?\d{1,15}(?:[.,\u066b\u066c]\d{1,15})*(?!\d|\p{L}{1,3}(?!\p{L})(?<!x))/gu
/** More, less, about, parts, ranges and lists. */
const UNCERTAIN = /[<>~±≈=%^*@&|\\/+_⁄]|(?:^|\s)[-–](?:\s|$)/u

/** A message that is nothing but a number in words: own language, Dutch, English; other scripts whatever the language. */
function numberWord(cleaned: string, context: AnswerContext): number | null {
  const hearing = hearingOf(context.lexicon, context.language)
  const whole = withoutPoliteness(fold(cleaned).split(' '), context.lexicon).join('')
  for (const key of spellings(whole)) {
    // Persian نه is nine and no.
    if (hearing[0]?.answers.has(key)) continue
    const value = firstHeard(hearing, ears => ears.numbers, key) ?? context.lexicon.numbers.get(key)
    if (value !== undefined) return value
  }
  return null
}

/**
 * Numbers in words inside a sentence, only in languages whose numbers we know completely. `een` is 1 beside another
 * number ("een man en 2 kinderen" holds two), nothing before one ("een 4"), and an article otherwise ("een kind").
 */
function spokenIn(words: readonly string[], besideDigits: boolean, context: AnswerContext): number[] {
  const complete = hearingOf(context.lexicon, context.language).filter(ears => ears.numbers.size > 50)
  const numbers: number[] = []
  const articles: number[] = []
  for (let at = 0; at < words.length; ) {
    const [value, size] = numberAt(words, at, complete)
    const isArticle = size === 1 && complete.some(ears => ears.articles.has(words[at]!))
    if (value !== undefined && !isArticle) numbers.push(value)
    if (value !== undefined && isArticle) {
      const next = words[at + 1]
      if (next !== '0' && numberAt(words, at + 1, complete)[0] === undefined) articles.push(value)
    }
    at += size
  }
  return besideDigits || numbers.length > 0 ? [...numbers, ...articles] : []
}

/** The longest number that begins here, and how many words it takes. */
function numberAt(
  words: readonly string[],
  at: number,
  hearing: readonly Ears[],
): [value: number | undefined, size: number] {
  for (let size = Math.min(5, words.length - at); size > 0; size -= 1) {
    const key = words.slice(at, at + size).join('')
    const value = /\d/.test(key) ? undefined : firstHeard(hearing, ears => ears.numbers, key)
    if (value !== undefined) return [value, size]
  }
  return [undefined, 1]
}

function writtenValue(written: string, integer: boolean, language: string): number | null {
  const negative = /^[-–]/.test(written)
  let digits = written.replace(/^[-–]/, '')
  if (/^\d{1,3}(?:\u066c\d{3})+(?!\d)/.test(digits)) digits = digits.replace(/\u066c/g, '')
  digits = digits.replace('\u066b', '.')
  if (integer && /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(digits)) digits = digits.replace(/\./g, '')
  if (integer && language === 'en' && /^[1-9]\d{0,2}(?:,\d{3})+$/.test(digits))
    digits = digits.replace(/,/g, '')
  if (!/^\d+(?:[.,]\d+)?$/.test(digits)) return null
  const value = Number(digits.replace(',', '.'))
  if (integer && !Number.isInteger(value)) return null
  return negative && value !== 0 ? -value : value
}

/** Payloads of buttons under a number are the number itself. */
export function wholeNumber(payload: string | undefined, min: number, max: number): number | null {
  if (payload === undefined || !/^\d{1,9}$/.test(payload)) return null
  const value = Number(payload)
  return value >= min && value <= max ? value : null
}
