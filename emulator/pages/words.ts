import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInstance } from 'i18next'

/** The languages in which this page has its words. */
export const PAGE_LANGUAGES = ['nl', 'en', 'fr', 'ar'] as const
export type PageLanguage = (typeof PAGE_LANGUAGES)[number]
export type Words = (key: string, values?: Record<string, string | number>) => string

const LOCALES = join(__dirname, '..', '..', 'locales')

/** The page's words, by language. */
export function createWords(): (language: PageLanguage) => Words {
  const resources = Object.fromEntries(
    PAGE_LANGUAGES.map(language => {
      const text = readFileSync(join(LOCALES, language, 'phones.json'), 'utf8')
      return [language, { phones: JSON.parse(text) as object }]
    }),
  )
  const texts = createInstance({ fallbackLng: 'en', interpolation: { escapeValue: false } })
  void texts.init({ resources, ns: ['phones'], defaultNS: 'phones', initAsync: false })
  return language => {
    const say = texts.getFixedT(language)
    return (key, values) => say(key, values ?? {})
  }
}

export function isPageLanguage(language: string): language is PageLanguage {
  return (PAGE_LANGUAGES as readonly string[]).includes(language)
}
