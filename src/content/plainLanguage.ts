import type { LanguageTag } from '../domain/message'

/** L-09 of the field's language rules: an average of ten words, none over fifteen, one comma. */
const LIMITS = { longest: 15, average: 10, commas: 1 }

/** Languages whose words a program can count and whose checks somebody has looked at. */
const CHECKED: readonly LanguageTag[] = ['nl', 'en', 'fr']

const segmenters = new Map(
  CHECKED.map(language => [language, new Intl.Segmenter(language, { granularity: 'word' })]),
)

/** What makes a text hard to read, in words for its writer. Nothing for languages that are not checked. */
export function plainLanguageMistakes(text: string, language: LanguageTag): string[] {
  const segmenter = segmenters.get(language)
  if (!segmenter) return []
  const sentences = text
    // A value counts as one word; a full stop inside an hour or an abbreviation ends no sentence.
    .replaceAll(/\{\{[^}]*\}\}/g, 'x')
    .split(/[.?!…](?=\s|$)|\n|:(?=\s)/)
    .map(sentence => sentence.trim())
    .filter(sentence => sentence !== '')
  const counts = sentences.map(
    sentence => [...segmenter.segment(sentence)].filter(({ isWordLike }) => isWordLike).length,
  )
  const longest = Math.max(0, ...counts)
  const average = counts.reduce((sum, count) => sum + count, 0) / Math.max(counts.length, 1)
  const commas = Math.max(0, ...sentences.map(sentence => sentence.split(',').length - 1))
  return [
    ...(longest > LIMITS.longest ? [`a sentence of ${longest} words; ${LIMITS.longest} is the most`] : []),
    ...(average > LIMITS.average
      ? [`${average.toFixed(1)} words in a sentence on average; ${LIMITS.average} is the most`]
      : []),
    ...(commas > LIMITS.commas ? [`${commas} commas in a sentence; make two sentences`] : []),
  ]
}
