import type { LanguageTag } from '../message'

/** One letter to one person about one event. Its code leads back to both. */
export interface PaperLetter {
  /** `campaign:contact`. */
  _id: string
  organisation: string
  campaign: string
  contact: string
  /** Six characters, unique; see `code.ts`. */
  code: string
  /** What was on the paper: proof of what they agreed to. */
  language: LanguageTag
  version: string
  madeAt: number
  /** Given to the post, or handed over. */
  posted?: { at: number; by: string }
  /** The first number from which its code came: no second phone takes this letter for its own. */
  usedBy?: string
}

/** Rises whenever the words about writing and stopping change in `locales/<tag>/letter.json`. */
export const LETTER_VERSION = 'letter.1'

/** A code is taken for so long after the end of its event; afterwards it is six letters like others. */
export const CODE_LASTS_MS = 30 * 24 * 3_600_000

/** The letter whose code somebody sent, as the door found it. */
export interface SentLetter {
  code: string
  campaign: string
  language: LanguageTag
  version: string
  /** It was written to who sends it; else somebody else holds it, or wrote from another phone. */
  own: boolean
}
