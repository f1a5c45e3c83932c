import type { AnswerSpec, Reply, Understood } from '../definition'

/** As typed, without marks that would turn other text around and without halves of characters. */
export function text(reply: Reply, spec: Extract<AnswerSpec, { type: 'text' }>): Understood {
  const value = reply.text.replace(HARMFUL, '').trim()
  if (value === '') return { ok: false, problem: 'empty' }
  if ([...value].length > spec.maxLength)
    return { ok: false, problem: 'too_long', values: { max: spec.maxLength } }
  return { ok: true, value }
}

/** Direction marks, null and other control characters; a new line, a tab and the joiners of Persian stay. */
const HARMFUL = /(?![\n\t])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu
