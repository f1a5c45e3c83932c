import type { LanguageTag } from '../../message'
import { type Ears, hearingOf, type Lexicon, type YesNo } from '../buildLexicon'
import { spellings } from './normalise'

/** Longer texts are stories: nothing in them is taken for an answer of one word, number or day. */
export const LONGEST_SHORT_ANSWER = 160

/** The first language, in the order own, Dutch, English, that knows the word. */
export function firstHeard<T>(
  hearing: readonly Ears[],
  pick: (ears: Ears) => ReadonlyMap<string, T>,
  key: string,
): T | undefined {
  for (const ears of hearing) {
    const meaning = pick(ears).get(key)
    if (meaning !== undefined) return meaning
  }
  return undefined
}

/**
 * Yes, no, or `unsure` for a word that must not be taken for either: it says "I do not know", or is another word in
 * the person's own language.
 */
export function hearYesNo(
  key: string,
  language: LanguageTag,
  lexicon: Lexicon,
): YesNo | 'unsure' | undefined {
  const own = hearingOf(lexicon, language)[0]
  for (const spelling of spellings(key)) {
    if (own?.unsure.has(spelling)) return 'unsure'
    const meaning = own?.answers.get(spelling)
    if (meaning !== undefined) return meaning
    if (own !== undefined && (own.commands.has(spelling) || own.maybeStop.has(spelling))) return 'unsure'
    const anywhere = lexicon.answers.get(spelling)
    if (anywhere !== undefined) return anywhere
  }
  return undefined
}

/** `not`, `or`, `more than`, or a plain no: beside a number or an option these make it uncertain. */
export function castsDoubt(tokens: readonly string[], language: LanguageTag, lexicon: Lexicon): boolean {
  const hearing = hearingOf(lexicon, language)
  const own = hearing[0]
  const doubting = own !== undefined && own.doubt.size > 0 ? [own] : hearing
  return tokens.some(
    (token, index) =>
      doubting.some(ears => ears.doubt.has(token) || ears.doubt.has(token + (tokens[index + 1] ?? ''))) ||
      own?.answers.get(token) === 'no' ||
      lexicon.answers.get(token) === 'no',
  )
}

/** Without the words of politeness before and after; unchanged when nothing else is there. */
export function withoutPoliteness(tokens: readonly string[], lexicon: Lexicon): string[] {
  let rest = [...tokens]
  for (let again = true; again; ) {
    again = false
    for (let size = Math.min(4, rest.length - 1); size > 0 && !again; size -= 1) {
      if (lexicon.polite.has(rest.slice(-size).join(''))) {
        rest = rest.slice(0, -size)
        again = true
      } else if (lexicon.polite.has(rest.slice(0, size).join(''))) {
        rest = rest.slice(size)
        again = true
      }
    }
  }
  return rest
}

/** A question mark: the person asks, and does not answer. */
export function asks(cleaned: string): boolean {
  return /[?؟፧՞]/.test(cleaned)
}
