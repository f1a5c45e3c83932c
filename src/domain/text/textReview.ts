import type { LanguageTag, TextKey } from '../message'

/** "I read this as a native speaker": one text, in one language, as it stood then. */
export interface TextReview {
  /** `organisation|language|key` */
  _id: string
  organisation: string
  key: TextKey
  language: LanguageTag
  /** Of the words that were read: other words are not reviewed any more. */
  hash: string
  /** Who read it, in their own words. */
  name: string
  at: number
}

export const textReviewId = (organisation: string, language: LanguageTag, key: TextKey): string =>
  [organisation, language, key].join('|')
