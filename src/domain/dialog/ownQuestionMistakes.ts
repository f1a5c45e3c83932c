import type { LanguageTag } from '../message'
import { labelLimit } from '../text/labels'
import { DIRECTION_MARKS, questionsIn } from '../text/marks'
import { type PlainLanguageMistake, plainLanguageMistakes } from '../text/plainLanguage'
import { fold, squash } from './answers/normalise'
import type { OwnQuestion, OwnWords } from './ownQuestion'

/** As an organiser writes it; still without an id. */
export type OwnDraft = Omit<OwnQuestion, 'id'>

/** A choice of two is a yes or no; of more than five, small groups would see hardly any number. */
export const OWN_OPTIONS = { least: 3, most: 5 } as const
export const LONGEST_OWN_QUESTION = 200
const DUTCH = 'nl'

/** What is wrong, and where. Words for it are the page's business. */
export interface OwnMistake {
  /** `options` is about all of them together. */
  field: 'ask' | 'option' | 'options'
  language?: LanguageTag
  /** Which option, from 0. */
  place?: number
  why:
    | PlainLanguageMistake['why']
    | 'missing'
    | 'too_long'
    | 'not_one_question'
    | 'has_a_place'
    | 'looks_like_another'
    | 'means_stop'
    | 'too_few'
    | 'too_many'
  count?: number
  most?: number
}

/** Blanks, invisible marks and empty fields are nobody's mistake. */
export function tidyOwnDraft({ kind, ask, options }: OwnDraft, languages: readonly LanguageTag[]): OwnDraft {
  const tidy = (words: OwnWords): OwnWords =>
    Object.fromEntries(
      languages.flatMap(language => {
        const text = (words[language] ?? '')
          .normalize('NFC')
          .replaceAll(DIRECTION_MARKS, '')
          .replaceAll(/\s+/g, ' ')
          .trim()
        return text === '' ? [] : [[language, text]]
      }),
    )
  const given = kind === 'choice' ? options.map(tidy) : []
  return { kind, ask: tidy(ask), options: given.filter(words => Object.keys(words).length > 0) }
}

/**
 * Whether a tidy draft may be asked: the same rules that the house keeps itself.
 * @param isStop a word that would end everything, in any language
 */
export function ownQuestionMistakes(draft: OwnDraft, isStop: (label: string) => boolean): OwnMistake[] {
  const { kind, ask, options } = draft
  const languages = [...new Set([DUTCH, ...Object.keys(ask), ...options.flatMap(Object.keys)])]
  const counted: OwnMistake[] = []
  if (kind === 'choice' && options.length < OWN_OPTIONS.least)
    counted.push({ field: 'options', why: 'too_few', count: options.length, most: OWN_OPTIONS.least })
  if (options.length > OWN_OPTIONS.most)
    counted.push({ field: 'options', why: 'too_many', count: options.length, most: OWN_OPTIONS.most })
  return [
    ...counted,
    ...languages.flatMap(language => [
      ...askMistakes(ask[language], language),
      ...optionMistakes(
        options.map(words => words[language]),
        language,
        isStop,
      ),
    ]),
  ]
}

function askMistakes(text: string | undefined, language: LanguageTag): OwnMistake[] {
  const where = { field: 'ask', language } as const
  // A language with answers but without the question would never be used: its readers get Dutch.
  if (text === undefined) return [{ ...where, why: 'missing' }]
  const mistakes: OwnMistake[] = plainLanguageMistakes(text, language).map(found => ({ ...where, ...found }))
  if (text.length > LONGEST_OWN_QUESTION)
    mistakes.push({ ...where, why: 'too_long', count: text.length, most: LONGEST_OWN_QUESTION })
  if (questionsIn(text) !== 1 || questionsIn(text.slice(-1)) !== 1)
    mistakes.push({ ...where, why: 'not_one_question' })
  if (/\{\{|\}\}/.test(text)) mistakes.push({ ...where, why: 'has_a_place' })
  return mistakes
}

function optionMistakes(
  labels: readonly (string | undefined)[],
  language: LanguageTag,
  isStop: (label: string) => boolean,
): OwnMistake[] {
  const most = labelLimit(labels.length)
  const key = (label: string) => squash(fold(label))
  return labels.flatMap((label, place): OwnMistake[] => {
    const where = { field: 'option', language, place } as const
    if (label === undefined) return [{ ...where, why: 'missing' }]
    const before = labels.slice(0, place).filter(other => other !== undefined)
    if (label.length > most) return [{ ...where, why: 'too_long', count: label.length, most }]
    if (before.some(other => key(other) === key(label))) return [{ ...where, why: 'looks_like_another' }]
    return isStop(label) ? [{ ...where, why: 'means_stop' }] : []
  })
}
