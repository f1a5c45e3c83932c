import { hearingOf } from '../buildLexicon'
import { readCommand } from '../commands'
import type { AnswerSpec, Problem, Reply, Understood } from '../definition'
import type { AnswerContext } from './answerContext'
import { asks, castsDoubt, firstHeard, LONGEST_SHORT_ANSWER, withoutPoliteness } from './hearing'
import { clean, fold } from './normalise'
import { isKnownWord, type Option, optionsOf, timesIn } from './options'
import { readYesNo } from './yesNo'

/** One of the options: by button, label, number (`2`, `optie 2`, `de tweede`), or a label typed nearly right. */
export function choice(
  reply: Reply,
  spec: Extract<AnswerSpec, { type: 'choice' }>,
  context: AnswerContext,
): Understood {
  if (reply.payload !== undefined && spec.options.includes(reply.payload))
    return { ok: true, value: reply.payload }
  const chosen = readChoice(reply.text, optionsOf(spec.options, context), context)
  return typeof chosen === 'string' ? { ok: false, problem: chosen } : { ok: true, value: chosen.id }
}

type Missed = Extract<Problem, 'not_an_option' | 'more_than_one'>

/** The first way of naming an option that fits decides; none of them guesses between two. */
export function readChoice(
  text: string,
  options: readonly Option[],
  context: AnswerContext,
): Option | Missed {
  const cleaned = clean(text)
  if (cleaned.length > LONGEST_SHORT_ANSWER) return 'not_an_option'
  const folded = fold(cleaned)
  const said = withoutPoliteness(folded.split(' ').filter(Boolean), context.lexicon)
  const key = said.join('')
  if (key === '') return 'not_an_option'
  const exact = only(options, option => option.key === folded.replace(/ /g, '') || option.key === key)
  if (exact !== undefined) return exact
  if (asks(cleaned)) return 'not_an_option'
  const place = placeOf(said, cleaned, options, context)
  if (place !== undefined) return options[place - 1] ?? 'not_an_option'
  const answered = yesOrNo(text, options, context)
  if (answered !== undefined) return answered
  const named = namedIn(said, options)
  if (named.length > 1) return 'more_than_one'
  if (named[0] !== undefined) return certain(named[0], said, options, context) ? named[0] : 'not_an_option'
  return (
    byTime(cleaned, options) ??
    byDay(said, options, context) ??
    nearly(key, options, context) ??
    'not_an_option'
  )
}

function only(options: readonly Option[], fits: (option: Option) => boolean): Option | undefined {
  const found = options.filter(fits)
  return found.length === 1 ? found[0] : undefined
}

/** 1…n from a number, keycap, ordinal or number word, after words such as `optie`. Never a number inside a sentence. */
function placeOf(
  said: readonly string[],
  cleaned: string,
  options: readonly Option[],
  context: AnswerContext,
): number | undefined {
  const hearing = hearingOf(context.lexicon, context.language)
  if (/^[-–] ?\d/.test(cleaned)) return undefined
  let rest = [...said]
  while (
    rest.length > 1 &&
    hearing.some(ears => ears.optionWords.has(rest[0]!) || ears.articles.has(rest[0]!))
  )
    rest = rest.slice(1)
  if (rest.length === 2 && hearing.some(ears => ears.optionWords.has(rest[1]!))) rest = rest.slice(0, 1)
  const key = rest.join('')
  const digits = /^(\d{1,3})(?:e|de|ste|st|nd|rd|th|er|re|ere|eme|ieme)?$/.exec(key)
  if (rest.length === 1 && digits !== null) return Number(digits[1])
  const ordinal = firstHeard(hearing, ears => ears.ordinals, key)
  if (ordinal !== undefined) return ordinal
  // Arabic اثنين is two, and Monday without its article.
  if (hearing[0]?.answers.has(key) || options.some(option => option.key.includes(key))) return undefined
  return firstHeard(hearing, ears => ears.numbers, key)
}

/** What each hears: `start` is the yes to "Shall we start?". */
const HEARS = { yes: ['yes', 'start'], no: ['no'] } as const

/** Options called `yes` and `no` also hear every other way to say so. */
function yesOrNo(text: string, options: readonly Option[], context: AnswerContext): Option | undefined {
  const named = (ids: readonly string[]) => options.find(({ id }) => ids.includes(id))
  if (!named([...HEARS.yes, ...HEARS.no])) return undefined
  const answer = readYesNo(text, context.language, context.lexicon) ?? begins(text, options, context)
  return answer === null ? undefined : named(HEARS[answer])
}

/** The word that brings messages back is a yes as well, where we ask whether to start: "Begin", also where the button says "We start". */
function begins(text: string, options: readonly Option[], context: AnswerContext): 'yes' | null {
  if (!options.some(({ id }) => id === 'start')) return null
  const heard = readCommand(text, context)
  return heard && 'command' in heard && heard.command === 'start' ? 'yes' : null
}

/** Options whose whole label stands in the text; a label that is only part of a longer one found there does not count. */
export function namedIn(said: readonly string[], options: readonly Option[]): Option[] {
  const found = options.flatMap(option => {
    const at = option.key.length < 3 ? -1 : indexOf(said, option.tokens)
    return at < 0 ? [] : [{ option, from: at, to: at + option.tokens.length }]
  })
  return found.filter(one => !found.some(other => other !== one && within(one, other))).map(one => one.option)
}

function within(one: { from: number; to: number }, other: { from: number; to: number }): boolean {
  return one.from >= other.from && one.to <= other.to && one.to - one.from < other.to - other.from
}

function indexOf(said: readonly string[], tokens: readonly string[]): number {
  for (let at = 0; at + tokens.length <= said.length; at += 1) {
    if (tokens.every((token, index) => said[at + index] === token)) return at
  }
  return -1
}

/** `2. Taxi` must mean the second option, and nothing beside the label may take it back. */
function certain(
  option: Option,
  said: readonly string[],
  options: readonly Option[],
  context: AnswerContext,
): boolean {
  const at = indexOf(said, option.tokens)
  const beside = [...said.slice(0, at), ...said.slice(at + option.tokens.length)]
  const place = String(options.indexOf(option) + 1)
  if (beside.some(token => /\d/.test(token) && token !== place)) return false
  return !castsDoubt(beside, context.language, context.lexicon)
}

function byTime(cleaned: string, options: readonly Option[]): Option | undefined {
  const times = timesIn(cleaned)
  if (times.length === 0) return undefined
  return only(options, option => times.every(time => option.times.includes(time)))
}

function byDay(
  said: readonly string[],
  options: readonly Option[],
  context: AnswerContext,
): Option | undefined {
  if (said.length !== 1) return undefined
  const day = optionsOf([said[0]!], { ...context, labels: {} })[0]?.weekday
  return day === undefined ? undefined : only(options, option => option.weekday === day)
}

/** The beginning of exactly one label, or one typing mistake away from it, unless it is another word itself. */
function nearly(key: string, options: readonly Option[], context: AnswerContext): Option | undefined {
  if (key.length < 3 || isKnownWord(key, context)) return undefined
  const begun = options.filter(option => option.key.startsWith(key) && /\p{L}{3}/u.test(key))
  if (begun.length > 0) return begun.length === 1 ? begun[0] : undefined
  return only(
    options,
    option => option.key.length >= 5 && sameDigits(key, option.key) && oneMistake(key, option.key),
  )
}

function sameDigits(one: string, other: string): boolean {
  return one.replace(/\D/g, '') === other.replace(/\D/g, '')
}

/** One letter too many, missing, wrong, or two swapped. */
function oneMistake(typed: string, label: string): boolean {
  const a = [...typed]
  const b = [...label]
  if (Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  const rest = (letters: string[], skip: number) => letters.slice(at + skip).join('')
  if (a.length > b.length) return rest(a, 1) === rest(b, 0)
  if (a.length < b.length) return rest(a, 0) === rest(b, 1)
  return (
    rest(a, 1) === rest(b, 1) || (a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, 2) === rest(b, 2))
  )
}
