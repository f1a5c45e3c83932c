import type { LanguageTag } from '../message'

/** A link by which somebody without an account reads the texts of one language. `_id` is a hash of the secret in it. */
export interface ReviewLink {
  _id: string
  organisation: string
  language: LanguageTag
  /** The staff member who made it. */
  by: string
  madeAt: number
  until: number
  usedAt?: number
  /** When it was taken back. */
  endedAt?: number
  /** What whoever reads by it calls themselves; absent until they said so. */
  reader?: string
}

export const REVIEW_LINK = {
  HOLDS_MS: 7 * 24 * 3_600_000,
  /** Use is written down so often, not at every page. */
  USED_EVERY_MS: 5 * 60_000,
  LONGEST_NAME: 80,
} as const

/** Since when nobody reads by it any more; null: it still holds. */
export function overSince({ until, endedAt }: ReviewLink, now: number): number | null {
  if (endedAt !== undefined) return endedAt
  return until <= now ? until : null
}
