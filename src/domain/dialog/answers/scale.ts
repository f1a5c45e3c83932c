import { hearingOf } from '../buildLexicon'
import type { AnswerSpec, Reply, Understood } from '../definition'
import type { AnswerContext } from './answerContext'
import { SHOWN_FACES } from './emoji'
import { readFaces } from './faces'
import { firstHeard, LONGEST_SHORT_ANSWER } from './hearing'
import { clean, fold, keyOf } from './normalise'
import { readNumber, wholeNumber } from './number'

/** `4`, `4/5`, `4 op 5`, `⭐⭐⭐⭐`, and on a scale of five the faces we show. `7/10`, `4 of 5` and 👍 are no mark. */
export function scale(
  reply: Reply,
  spec: Extract<AnswerSpec, { type: 'scale' }>,
  context: AnswerContext,
): Understood {
  return readMark(reply, spec.min, spec.max, context)
}

export function readMark(reply: Reply, min: number, max: number, context: AnswerContext): Understood {
  const pressed = wholeNumber(reply.payload, min, max)
  if (pressed !== null) return { ok: true, value: pressed }
  const labelled = Object.entries(context.labels ?? {}).filter(
    ([, label]) => keyOf(label) === keyOf(reply.text),
  )
  const chosen = labelled.length === 1 ? wholeNumber(labelled[0]![0], min, max) : null
  if (chosen !== null) return { ok: true, value: chosen }
  const ofFive = min === 1 && max === SHOWN_FACES.length
  const signs = ofFive ? readFaces(reply.text, context) : null
  if (signs !== null) return signs
  const mark = outOf(reply.text, max, context) ?? readNumber(reply.text, true, context)
  if (typeof mark === 'string') return { ok: false, problem: mark }
  if (mark < min || mark > max) return { ok: false, problem: 'out_of_range', values: { min, max } }
  return { ok: true, value: mark }
}

/** `4/5`, `4 op 5`, `vier sur 5`: a mark and the highest mark, in the form of any language. */
function outOf(text: string, max: number, context: AnswerContext): number | null {
  const cleaned = clean(text)
  if (cleaned.length > LONGEST_SHORT_ANSWER) return null
  const fraction = /^(\d{1,3}) ?\/ ?(\d{1,3})[ .!]*$/.exec(cleaned)
  if (fraction !== null) return Number(fraction[2]) === max ? Number(fraction[1]) : null
  if (/\d[.,]\d|[-–]\d/.test(cleaned)) return null
  const hearing = hearingOf(context.lexicon, context.language)
  const inDigits = fold(cleaned)
    .split(' ')
    .map(word => firstHeard(hearing, ears => ears.numbers, word) ?? word)
    .join(' ')
  for (const form of context.lexicon.ratingForms) {
    const after = form.after.replace(/\b5\b/, String(max))
    if (!inDigits.endsWith(` ${after}`) || !inDigits.startsWith(form.before)) continue
    const mark = inDigits.slice(form.before.length, -after.length).trim()
    if (/^\d{1,3}$/.test(mark)) return Number(mark)
  }
  return null
}
