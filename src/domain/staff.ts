import type { LanguageTag } from './message'

export const ROLES = ['coordinator', 'organiser', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** A person who signs in. */
export interface Staff {
  _id: string
  organisation: string
  name: string
  /** As `emailOf` writes it; one address is one person in the whole installation. */
  email: string
  role: Role
  /** Of an organiser: the series whose reports they read. Absent: of all events. */
  series?: readonly string[]
  /** Rises with every change of role or series: who changes what they saw before another did is told. */
  rev?: number
  /** argon2id; absent until the invitation is accepted. */
  password?: string
  /** Rises with every new password: a session of an older one is over. */
  passwordVersion: number
  /** How often this admin stayed while another one went: two who end each other at once meet in one document. */
  stays?: number
  /** What they chose to read. */
  language?: LanguageTag
}

/** The series whose reports this person reads; null: of all events. */
export const seriesOf = ({ role, series }: Pick<Staff, 'role' | 'series'>): readonly string[] | null =>
  role === 'organiser' ? (series ?? null) : null

/** Somebody is signed in. `_id` is a hash: who reads the store cannot sign in with it. */
export interface Session {
  _id: string
  organisation: string
  staff: string
  passwordVersion: number
  seenAt: number
}

/** A link by which somebody chooses a password, once. `_id` is a hash of the secret in the link. */
export interface Invitation {
  _id: string
  organisation: string
  staff: string
  until: number
  usedAt?: number
}

/** Tries to sign in from one place or for one address, right or wrong. `_id` is a hash of it. */
export interface SignInTries {
  _id: string
  count: number
  /** When the first of them was. */
  since: number
}

export const AUDITED = [
  'staff_added',
  'invited',
  'password_chosen',
  'signed_in',
  'signed_out',
  'sign_in_failed',
  'text_proposed',
  'text_shown',
  'text_refused',
  'text_waits',
  'text_written_down',
  'text_tagged',
  'wording_changed',
  'wording_standard',
  'wording_read',
  'review_link_made',
  'review_link_ended',
  'approval_asked',
  'kiosk_opened',
  'kiosk_ended',
  'role_changed',
  'series_chosen',
  'access_stopped',
  'settings_changed',
  'token_made',
  'token_ended',
  'hook_made',
  'hook_ended',
  'removed',
  'test_sent',
  'person_data_given',
  'talk_read',
  'contact_forgotten',
  'contacts_imported',
  'import_undone',
  'contacts_merged',
  'merge_undone',
] as const

/** What staff did, with ids and time; only ever added to. */
export interface AuditEntry {
  _id: string
  what: (typeof AUDITED)[number]
  at: number
  /** Absent for failed tries: nobody knows whose they were. */
  organisation?: string
  /** Whom it was done to. */
  staff?: string
  /** Who did it: an id, `command_line`, or `clock`. */
  by?: string
  role?: Role
  /** What it was done to, when not to somebody of the staff: an id, a text's key, or the subject of a setting. */
  about?: string
  /** What somebody without an account calls themselves, who did it by a link: then `by` is the link. */
  reader?: string
  /** In which language the text is. */
  language?: LanguageTag
  /** Which of its fields, or which texts. Never what was in them. */
  fields?: string[]
  /** Failed tries of one hour are one entry; how much was removed. */
  count?: number
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

export const SIGN_IN = {
  /** So many tries in `WINDOW_MS`, and the rest must wait. */
  TRIES: 10,
  WINDOW_MS: 15 * MINUTE_MS,
  IDLE_MS: 12 * HOUR_MS,
  /** A session that is in use is written down as seen so often, not at every page. */
  SEEN_EVERY_MS: 5 * MINUTE_MS,
  INVITATION_MS: 7 * 24 * HOUR_MS,
  SHORTEST_PASSWORD: 12,
  LONGEST_PASSWORD: 200,
} as const

const LONGEST_EMAIL = 200

/** The one way in which an e-mail address is kept and looked up. Null: this is none. */
export function emailOf(typed: string): string | null {
  const email = typed.trim().normalize('NFC').toLowerCase()
  return email.length <= LONGEST_EMAIL && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? email : null
}

/** Long is what makes a password strong; nothing else is asked of it (NIST SP 800-63B 3.1.1). */
export function passwordProblem(password: string): 'too_short' | 'too_long' | null {
  const { length } = [...password]
  if (length < SIGN_IN.SHORTEST_PASSWORD) return 'too_short'
  return length > SIGN_IN.LONGEST_PASSWORD ? 'too_long' : null
}

/** Of the name by which colleagues know somebody, in letters. */
export const LONGEST_NAME = 80
