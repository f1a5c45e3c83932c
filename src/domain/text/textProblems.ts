import type { LanguageTag } from '../message'
import type { ExpectedText } from './expectedText'
import { endsAsking, questionsIn } from './marks'
import { PLACE, placesIn } from './places'
import { plainLanguageMistakes } from './plainLanguage'

/** What every text is held to, in the order told. */
export const TEXT_RULES = [
  'unknown_value',
  'too_long',
  'many_questions',
  'lead_asks',
  'asks_nothing',
  'question_not_last',
  'begins_with_value',
  'ends_with_value',
  'values_side_by_side',
  'long_sentence',
  'long_sentences',
  'commas',
] as const
export type TextRule = (typeof TEXT_RULES)[number]

/** Which rule a text breaks, and the figures that say how. */
export interface Broken<Rule extends string> {
  problem: Rule
  values?: Record<string, string | number>
}

/** Letters that a message may have: one with a fact on each line may be longer (L-01). */
const MESSAGE = 350
const LIST_OF_FACTS = 700
const FACT_LINES = 4
const DESCRIPTION = 72
/** How many letters a value counts for. */
const TYPICAL_VALUE = 15

/** One text against what it is for. */
export function textProblems(text: string, plan: ExpectedText, language: LanguageTag): Broken<TextRule>[] {
  const problems: Broken<TextRule>[] = []
  const unknown = placesIn(text).filter(name => name !== 'count' && !plan.values.has(name))
  for (const name of new Set(unknown)) problems.push({ problem: 'unknown_value', values: { name } })

  const letters = lettersIn(text)
  const most = limitOf(text, plan)
  if (letters > most) problems.push({ problem: 'too_long', values: { letters, most } })

  const count = questionsIn(text)
  if (count > 1) problems.push({ problem: 'many_questions', values: { count } })
  if (plan.kind === 'lead' && count > 0) problems.push({ problem: 'lead_asks' })
  if (plan.kind === 'question' && count === 0) problems.push({ problem: 'asks_nothing' })
  if (plan.kind === 'question' && count > 0 && !endsAsking(text))
    problems.push({ problem: 'question_not_last' })
  if (plan.template) problems.push(...templateProblems(text))
  if (plan.kind !== 'label')
    for (const { why, ...values } of plainLanguageMistakes(text, language))
      problems.push({ problem: why, values })
  return problems
}

/** How long a text is once typical values stand in it. */
export const lettersIn = (text: string): number => text.replaceAll(PLACE, 'x'.repeat(TYPICAL_VALUE)).length

/** Letters that fit. */
export function limitOf(text: string, plan: ExpectedText): number {
  if (plan.limit !== undefined) return plan.limit
  if (plan.kind === 'description') return DESCRIPTION
  return text.split('\n').length >= FACT_LINES ? LIST_OF_FACTS : MESSAGE
}

/** WhatsApp refuses a template that begins or ends with a variable, or has two side by side. */
function templateProblems(text: string): Broken<TextRule>[] {
  const bare = text
    .replaceAll(PLACE, '\uE000')
    .replaceAll(/[^\p{L}\p{N}\uE000]+/gu, ' ')
    .trim()
  return [
    ...(bare.startsWith('\uE000') ? [{ problem: 'begins_with_value' as const }] : []),
    ...(bare.endsWith('\uE000') ? [{ problem: 'ends_with_value' as const }] : []),
    ...(/\}\}\s*\{\{/.test(text) ? [{ problem: 'values_side_by_side' as const }] : []),
  ]
}
