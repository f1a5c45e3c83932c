import type { OwnText } from '../../domain/text/ownText'
import type { ReviewLink } from '../../domain/text/reviewLink'
import type { SavedReply } from '../../domain/text/savedReply'
import type { TextReview } from '../../domain/text/textReview'
import { collection, key, mapOf, number, optional, text } from './fields'

export const ownTexts = collection<OwnText>(
  {
    organisation: key(),
    campaign: optional(key()),
    key: key(),
    language: key(),
    text: optional(text()),
    before: optional(text()),
    rev: number(),
    by: key(),
    reader: optional(text()),
    at: number(),
  },
  [{ on: ['organisation', 'key', '_id'] }],
)

export const textReviews = collection<TextReview>(
  { organisation: key(), key: key(), language: key(), hash: text(), name: text(), at: number() },
  [{ on: ['organisation', 'language', '_id'] }],
)

export const reviewLinks = collection<ReviewLink>(
  {
    organisation: key(),
    language: key(),
    by: key(),
    madeAt: number(),
    until: number(),
    usedAt: optional(number()),
    endedAt: optional(number()),
    reader: optional(text()),
  },
  [{ on: ['organisation', 'language', 'madeAt', '_id'] }, { on: ['until', '_id'] }],
)

export const savedReplies = collection<SavedReply>(
  { organisation: key(), name: text(), texts: mapOf(text()), rev: number(), by: key(), at: number() },
  [{ on: ['organisation', '_id'] }],
)
