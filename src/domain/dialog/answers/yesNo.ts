import type { LanguageTag } from '../../message'
import type { Lexicon, YesNo } from '../buildLexicon'
import type { AnswerSpec, Reply, Understood } from '../definition'
import type { AnswerContext } from './answerContext'
import { asks, hearYesNo, LONGEST_SHORT_ANSWER } from './hearing'
import { clean, fold, keyOf } from './normalise'

/** `Ja graag` → yes, `👎🏽` → no; `ja maar neen`, `jarig` and `ja?` are neither. */
export function yesNo(
  reply: Reply,
  _spec: Extract<AnswerSpec, { type: 'yes_no' }>,
  context: AnswerContext,
): Understood {
  if (reply.payload === 'yes' || reply.payload === 'no') return { ok: true, value: reply.payload }
  const value = labelled(reply.text, context) ?? readYesNo(reply.text, context.language, context.lexicon)
  return value === null ? { ok: false, problem: 'not_yes_or_no' } : { ok: true, value }
}

/** The whole message must be made of words for the same answer and of politeness. */
export function readYesNo(text: string, language: LanguageTag, lexicon: Lexicon): YesNo | null {
  const cleaned = clean(text)
  if (cleaned.length > LONGEST_SHORT_ANSWER || asks(cleaned)) return null
  const whole = hearYesNo(keyOf(cleaned), language, lexicon)
  if (whole !== undefined) return whole === 'unsure' ? null : whole
  const tokens = fold(cleaned).split(' ')
  let answer: YesNo | null = null
  for (let at = 0; at < tokens.length; ) {
    let size = Math.min(5, tokens.length - at)
    for (; size > 0; size -= 1) {
      const key = tokens.slice(at, at + size).join('')
      const heard = hearYesNo(key, language, lexicon)
      if (heard === 'unsure') return null
      if (heard !== undefined) {
        if (answer !== null && answer !== heard) return null
        answer = heard
        break
      }
      if (lexicon.polite.has(key)) break
    }
    if (size === 0) return null
    at += size
  }
  return answer
}

function labelled(text: string, context: AnswerContext): YesNo | null {
  const key = keyOf(text)
  if (key === '' || context.labels === undefined) return null
  const found = (['yes', 'no'] as const).filter(id => keyOf(context.labels?.[id] ?? '') === key)
  return found.length === 1 ? found[0]! : null
}
