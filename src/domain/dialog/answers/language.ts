import type { Reply, Understood } from '../definition'
import type { AnswerContext } from './answerContext'
import { readChoice } from './choice'
import { asks, castsDoubt, LONGEST_SHORT_ANSWER, withoutPoliteness } from './hearing'
import { clean, fold, keyOf } from './normalise'
import { optionsOf } from './options'

/** The tag of a language by its name in any language, by its tag, or by its place in the list the person saw. */
export function language(reply: Reply, context: AnswerContext): Understood {
  const tag = byPayload(reply.payload, context) ?? readLanguage(reply.text, context)
  return tag === null ? { ok: false, problem: 'not_a_language' } : { ok: true, value: tag }
}

function byPayload(payload: string | undefined, context: AnswerContext): string | null {
  return payload !== undefined && context.lexicon.ears.has(payload) ? payload : null
}

function readLanguage(text: string, context: AnswerContext): string | null {
  const cleaned = clean(text)
  if (cleaned.length > LONGEST_SHORT_ANSWER || asks(cleaned)) return null
  const said = withoutPoliteness(fold(cleaned).split(' ').filter(Boolean), context.lexicon)
  const names = context.lexicon.languageNames
  const whole = names.get(keyOf(cleaned)) ?? names.get(said.join(''))
  // A name that two languages share is asked again.
  if (whole !== undefined) return whole.size === 1 ? [...whole][0]! : null
  return inSentence(said, context) ?? inList(text, context)
}

/** `in het Nederlands`: one name at the end of a few words that take nothing back. */
function inSentence(said: readonly string[], context: AnswerContext): string | null {
  const names = context.lexicon.languageNames
  const named = said.filter(word => word.length > 3 && names.has(word))
  const tags = names.get(said.at(-1) ?? '')
  const certain = said.length <= 4 && named.length === 1 && named[0] === said.at(-1)
  if (!certain || tags?.size !== 1 || castsDoubt(said.slice(0, -1), context.language, context.lexicon))
    return null
  return [...tags][0]!
}

function inList(text: string, context: AnswerContext): string | null {
  if (context.labels === undefined) return null
  const chosen = readChoice(text, optionsOf(Object.keys(context.labels), context), context)
  return typeof chosen === 'string' || !context.lexicon.ears.has(chosen.id) ? null : chosen.id
}
