import type { LanguageTag } from '../message'

/**
 * The languages after a choice, in the order that they had. The first stays: all of their own words are in it.
 * @param all in which participants can be written to
 */
export function chooseLanguages(
  now: readonly LanguageTag[],
  chosen: readonly string[],
  all: readonly LanguageTag[],
): LanguageTag[] {
  const [own = 'nl'] = now
  return [...new Set([own, ...now, ...all])].filter(
    tag => tag === own || (chosen.includes(tag) && all.includes(tag)),
  )
}
