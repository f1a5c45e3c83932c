import type { LanguageTag, TextKey } from '../message'
import type { ExpectedText } from './expectedText'
import { DIRECTION_MARKS } from './marks'
import { placesIn } from './places'
import { missingFacts } from './requiredFacts'
import { stiffWords } from './stiffWords'
import { type Broken, TEXT_RULES, textProblems } from './textProblems'

/** An organisation's own words for a text, or those of one campaign. */
export interface OwnText {
  _id: string
  organisation: string
  /** Absent: for every campaign without words of its own. */
  campaign?: string
  key: TextKey
  language: LanguageTag
  /** With `{{name}}`; absent: the standard text counts again. */
  text?: string
  /** What stood there before the last change, for who takes it back. */
  before?: string
  /** +1 with every change. */
  rev: number
  /** Id of who wrote it: of the staff, or a link. */
  by: string
  /** What they call themselves, who wrote it by a link. */
  reader?: string
  at: number
}

/** Where one text is kept. */
export interface TextPlace {
  organisation: string
  campaign?: string | undefined
  key: TextKey
  language: LanguageTag
}

export const ownTextId = ({ organisation, campaign, key, language }: TextPlace): string =>
  [organisation, campaign ?? '', language, key].join('|')

/** Own words for a key in a language; undefined: the standard text. */
export type OwnWords = (key: TextKey, language: LanguageTag) => string | undefined

/** A campaign's words come before those of its organisation. */
export function ownWordsFrom(
  texts: readonly OwnText[],
  place: { organisation: string; campaign?: string | undefined },
): OwnWords {
  const byId = new Map(texts.map(one => [one._id, one.text]))
  const { organisation, campaign } = place
  return (key, language) =>
    (campaign === undefined ? undefined : byId.get(ownTextId({ organisation, campaign, key, language }))) ??
    byId.get(ownTextId({ organisation, key, language }))
}

/** What a person typed or pasted, as it is kept: invisible direction marks are put in when a message is written. */
export const tidyText = (typed: string): string =>
  typed
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(DIRECTION_MARKS, '')
    .normalize('NFC')
    .split('\n')
    .map(line => line.trim())
    .join('\n')
    .trim()

export const OWN_TEXT_RULES = ['empty', 'missing_fact', ...TEXT_RULES, 'forgotten_value', 'stiff'] as const
export type OwnTextProblem = Broken<(typeof OWN_TEXT_RULES)[number]>

/** Good to know, never in the way. Everything else stops a text from being saved. */
const ADVICE: readonly OwnTextProblem['problem'][] = [
  'forgotten_value',
  'long_sentence',
  'long_sentences',
  'commas',
  'stiff',
]

export const isAdvice = ({ problem }: OwnTextProblem): boolean => ADVICE.includes(problem)

/**
 * Own words against the same rules as the standard texts, and the facts that their step must give.
 * @param text as `tidyText` leaves it
 * @param standard the product's words in the same language, or in Dutch
 */
export function ownTextProblems(
  { key, language, text }: { key: TextKey; language: LanguageTag; text: string },
  plan: ExpectedText,
  standard: string,
): OwnTextProblem[] {
  if (text === '') return [{ problem: 'empty' }]
  const places = placesIn(text)
  const missing = missingFacts(key, places)
  const forgotten = [...new Set(placesIn(standard))].filter(
    name => !places.includes(name) && !missing.includes(name as never),
  )
  return [
    ...missing.map(name => ({ problem: 'missing_fact' as const, values: { name } })),
    ...textProblems(text, plan, language),
    ...forgotten.map(name => ({ problem: 'forgotten_value' as const, values: { name } })),
    ...stiffWords(text, language),
  ]
}
