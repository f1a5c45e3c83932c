import type { LanguageTag } from '../message'
import type { Broken } from './textProblems'

/** Words of offices, and hours in words, each with what to say instead (reference languages 6). */
const STIFF: Partial<Record<LanguageTag, readonly (readonly [RegExp, string])[]>> = {
  nl: [
    [/\bgelieve\b/iu, 'kan je'],
    [/\bin het kader van\b/iu, 'voor'],
    [/\bdient te\b/iu, 'moet'],
    [/\btrajecten?\b/iu, 'begeleiding'],
    [/\bi\.?k\.?v\.?\b/iu, 'voor'],
    [/\bm\.?b\.?t\.?\b/iu, 'over'],
    [/\ba\.?u\.?b\.?\b/iu, '–'],
    [/\btenzij\b/iu, 'als … niet'],
    [/\bhalf (een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)\b/iu, '18:30'],
  ],
  fr: [
    [/\bveuillez\b/iu, 'vous pouvez'],
    [/\bdans le cadre de\b/iu, 'pour'],
    [/\bafin de\b/iu, 'pour'],
    [/\bs\.?v\.?p\.?\b/iu, '–'],
    [/\bet demie\b/iu, '18:30'],
  ],
  en: [
    [/\bin the framework of\b/iu, 'for'],
    [/\bprior to\b/iu, 'before'],
    [/\bunless\b/iu, 'if … not'],
    [/\bhalf past \w+\b/iu, '18:30'],
  ],
}

/** Advice beside the counted rules, for who writes on a page. */
export const stiffWords = (text: string, language: LanguageTag): Broken<'stiff'>[] =>
  (STIFF[language] ?? []).flatMap(([pattern, instead]) => {
    const found = pattern.exec(text)?.[0]
    return found === undefined ? [] : [{ problem: 'stiff' as const, values: { word: found, instead } }]
  })
