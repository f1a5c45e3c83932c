import type { LanguageTag } from '../message'

/**
 * WhatsApp's own code for templates in a language, or null when it has none (Tigrinya, Somali, Armenian, Tibetan,
 * Amharic): then the window is opened in another language and the rest is written freely.
 * @param codes per language what `whatsapp` says in `locales/<language>/language.json`
 * @example languageCode('fa-AF', { 'fa-AF': 'prs_AF' }) // 'prs_AF'
 */
export function languageCode(
  language: LanguageTag,
  codes: Readonly<Record<LanguageTag, string | null | undefined>>,
): string | null {
  const code = codes[language]?.replace('-', '_')
  return code !== undefined && /^[a-z]{2,3}(_[A-Z]{2})?$/.test(code) ? code : null
}
