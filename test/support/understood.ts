import { resolve } from 'node:path'
import { loadWords } from '../../src/content/loadWords'
import type { AnswerContext } from '../../src/domain/dialog/answers/answerContext'
import { buildLexicon } from '../../src/domain/dialog/buildLexicon'
import type { AnswerSpec, AnswerValue, Problem } from '../../src/domain/dialog/definition'
import { understand } from '../../src/domain/dialog/understand'

/** The words of locales/, built once per test file. */
export const lexicon = buildLexicon(loadWords(resolve(__dirname, '../..')).words)

/** A Saturday. */
export const TODAY = '2026-11-21'

export function anAnswerContext(more: Partial<AnswerContext> = {}): AnswerContext {
  return { language: 'nl', lexicon, today: TODAY, zone: 'Europe/Brussels', channel: 'whatsapp', ...more }
}

/** What a typed text is taken for: the value, or the name of the problem between brackets. */
export function typed(
  text: string,
  spec: AnswerSpec,
  more: Partial<AnswerContext> = {},
): AnswerValue | `(${Problem})` {
  const understood = understand({ text }, spec, anAnswerContext(more))
  return understood.ok ? understood.value : `(${understood.problem})`
}
