/** bot: it talks · waiting: asked for a person, and nobody answers yet · held: one of us answers · closed: done. */
export type ThreadPlace = 'bot' | 'waiting' | 'held' | 'closed'

/** The lists of the inbox, by what one can do there. */
export const INBOX_TABS = ['waiting', 'mine', 'bot', 'closed'] as const
export type InboxTab = (typeof INBOX_TABS)[number]

/** One person's conversation as staff see it: who is waited for, and who answers. `_id` is the contact's id. */
export interface Thread {
  _id: string
  organisation: string
  place: ThreadPlace
  /** Since when they wait; without that, when they last wrote. Orders the lists. */
  at: number
  /** When they wrote what nobody has answered yet; absent: the last word was ours. */
  waitsSince?: number
  /** Who answers: one person at a time. */
  holder?: { staff: string; since: number }
}

/** A word among colleagues about a person; never sent. */
export interface ContactNote {
  _id: string
  organisation: string
  contact: string
  by: string
  at: number
  /** What it says, locked. */
  locked: string
}

/** A voice note or picture that somebody of ours opened. `_id` is `message:n`. */
export interface KeptMedia {
  _id: string
  organisation: string
  contact: string
  type: string
  at: number
  /** Its bytes in base64, locked. */
  locked: string
}

const DAY_MS = 24 * 3_600_000
/** Pages show so much of a conversation; what is older goes when its organisation says so (`retention`). */
export const READABLE_MS = 90 * DAY_MS
export const LONGEST_ANSWER = 1_600
