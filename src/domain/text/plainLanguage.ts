import type { LanguageTag } from '../message'
import { PLACE } from './places'

/** L-09 of the field's language rules: an average of ten words, none over fifteen, one comma. */
const LIMITS = { long_sentence: 15, long_sentences: 10, commas: 1 } as const

/** What makes a text hard to read: words in its longest sentence, words on average, commas in one sentence. */
export interface PlainLanguageMistake {
  why: keyof typeof LIMITS
  count: number
  most: number
}

/** Languages whose words a program can count and whose checks somebody has looked at. */
const CHECKED: readonly LanguageTag[] = ['nl', 'en', 'fr']

const segmenters = new Map(
  CHECKED.map(language => [language, new Intl.Segmenter(language, { granularity: 'word' })]),
)

/** Nothing for languages that are not checked. */
export function plainLanguageMistakes(text: string, language: LanguageTag): PlainLanguageMistake[] {
  const segmenter = segmenters.get(language)
  if (!segmenter) return []
  const sentences = text
    // A value counts as one word; a full stop inside an hour or an abbreviation ends no sentence.
    .replaceAll(PLACE, 'x')
    .split(/[.?!…](?=\s|$)|\n|:(?=\s)/)
    .map(sentence => sentence.trim())
    .filter(sentence => sentence !== '')
  const counts = sentences.map(
    sentence => [...segmenter.segment(sentence)].filter(({ isWordLike }) => isWordLike).length,
  )
  const found = {
    long_sentence: Math.max(0, ...counts),
    long_sentences: counts.reduce((sum, count) => sum + count, 0) / Math.max(counts.length, 1),
    commas: Math.max(0, ...sentences.map(sentence => sentence.split(',').length - 1)),
  }
  return (Object.keys(LIMITS) as (keyof typeof LIMITS)[])
    .filter(why => found[why] > LIMITS[why])
    .map(why => ({ why, count: Math.round(found[why] * 10) / 10, most: LIMITS[why] }))
}
