import type { ChannelName, LanguageTag } from '../message'
import { withoutPoliteness } from './answers/hearing'
import { clean, fold, keyOf, spellings } from './answers/normalise'
import { type Ears, hearingOf, type Lexicon } from './buildLexicon'
import type { Command } from './definition'

export interface CommandContext {
  language: LanguageTag
  lexicon: Lexicon
  channel: ChannelName
}

/**
 * Reads a whole message as a command, in every language at once and without any guessing at spelling (Polish *sto* is
 * a hundred). `maybeStop` asks one question: a word that may mean stop, or a short sentence with a stop word in it.
 */
export function readCommand(
  text: string,
  context: CommandContext,
): { command: Command } | { maybeStop: true } | null {
  if (text.length > LONGEST_COMMAND) return null
  const cleaned = clean(text)
  if (context.channel === 'sms' && CARRIER_STOPS.has(cleaned)) return { command: 'stop' }
  const words = fold(cleaned).split(' ').filter(Boolean)
  const own = hearingOf(context.lexicon, context.language)[0]
  for (const key of waysToRead(cleaned, words, context.lexicon)) {
    const heard = wholeMessage(key, own, context)
    if (heard !== undefined) return heard
  }
  return mentionsStop(words, context) ? { maybeStop: true } : null
}

/** Certainly stop, in whatever language: quick enough for every webhook, before anything is known about the person. */
export function isStopWord(text: string, lexicon: Lexicon): boolean {
  if (text.length > LONGEST_COMMAND) return false
  const cleaned = clean(text)
  const words = fold(cleaned).split(' ').filter(Boolean)
  return waysToRead(cleaned, words, lexicon).some(key => lexicon.commands.get(key) === 'stop')
}

const LONGEST_COMMAND = 100
/** Twilio has already opted the number out when it lets one of these through (one word, whole message, SMS). */
const CARRIER_STOPS = new Set(['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout'])

/** As it is, each word once (`stop stop`, 🛑🛑), without politeness; drawn-out letters shortened. */
function waysToRead(cleaned: string, words: readonly string[], lexicon: Lexicon): string[] {
  const whole = words.join('') || keyOf(cleaned)
  if (words.length < 2) return spellings(whole)
  const once = words.filter((word, index) => word !== words[index - 1])
  const core = withoutPoliteness(once, lexicon).join('')
  return [whole, once.join(''), core].flatMap(spellings)
}

/** Stop in any language wins, unless the word is another word in the person's own. */
function wholeMessage(
  key: string,
  own: Ears | undefined,
  { lexicon }: CommandContext,
): { command: Command } | { maybeStop: true } | null | undefined {
  const ownCommand = own?.commands.get(key)
  if (ownCommand !== undefined) return { command: ownCommand }
  if (own?.maybeStop.has(key)) return { maybeStop: true }
  if (own?.answers.has(key)) return null
  const anywhere = lexicon.commands.get(key)
  if (anywhere === 'stop') return { command: 'stop' }
  if (lexicon.answers.has(key)) return null
  if (lexicon.maybeStop.has(key)) return { maybeStop: true }
  return anywhere === undefined ? undefined : { command: anywhere }
}

/** Ordinary words of a language; in a sentence they say nothing about messages. */
const ORDINARY = new Set(['end', 'quit', 'remove', 'revoke', 'cancel'])

function mentionsStop(words: readonly string[], { language, lexicon }: CommandContext): boolean {
  if (words.length < 2 || words.length > 8) return false
  const hearing = hearingOf(lexicon, language)
  return words.some(
    word =>
      !ORDINARY.has(word) &&
      lexicon.commands.get(word) === 'stop' &&
      (word === 'stop' || hearing.some(ears => ears.commands.get(word) === 'stop')),
  )
}
