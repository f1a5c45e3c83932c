import type { Choice, LanguageTag, Rendered, Say, TextKey } from '../domain/message'
import type { OwnWords } from '../domain/text/ownText'

/** Turns references to texts into words. Content loaded from locales/ answers it. */
export interface Texts {
  /** Every language that participants may choose, Dutch first. */
  readonly languages: readonly LanguageTag[]
  direction(language: LanguageTag): 'ltr' | 'rtl'
  endonym(language: LanguageTag): string
  /**
   * The whole message in one language, along the declared chain when it is missing there.
   * `values` are isolated in right-to-left languages. Never throws for a missing text in a live language:
   * the content check has seen to that.
   */
  render(say: Say, to: RenderFor): Rendered
  /** The standard words of one text, with `{{name}}`; null where nobody wrote it in this language, or it counts something. */
  wording(key: TextKey, language: LanguageTag): string | null
  /** Did somebody who grew up with the language read its standard texts? */
  review(language: LanguageTag): 'reviewed by a native speaker' | 'unreviewed'
  /** What can be chosen, in the order shown; on every channel and also when there are too many to tap. */
  choices(say: Say, language: LanguageTag): Choice[]
  /** One sentence by key, for pages and tasks: `web:today.title`. */
  say(key: string, language: LanguageTag, values?: Record<string, string | number>): string
}

export interface RenderFor {
  language: LanguageTag
  /** simple is the default; standard where a text has such a version and the person reads easily. */
  level: 'simple' | 'standard'
  /** WhatsApp shows buttons and lists; SMS numbers the choices. */
  channel: 'whatsapp' | 'sms'
  /** Values that every text may use: name, organisation, event facts. Already worded in `language` by the caller. */
  facts: Record<string, string | number>
  /** The organisation's or campaign's own words, which come before the standard ones. */
  own?: OwnWords
}
