import type { Purpose } from './contact'
import type { Failure } from './delivery/failure'
import type { ChannelName, LanguageTag, Say } from './message'

export const ROW_STATES = [
  'planned',
  'sending',
  'unknown',
  'accepted',
  'delivered',
  'failed',
  'cancelled',
  'expired',
  'unresolved',
  'started',
] as const
export type RowState = (typeof ROW_STATES)[number]

/** 0 a reply, 1 about stop and help, 5 everything planned. Small leaves first. */
export type RowRank = 0 | 1 | 5

export type AttemptPhase = 'sending' | 'unknown' | 'accepted' | 'refused' | 'void' | 'lost'

/** One hand-over, or the try at one. Its number is never used again. */
export interface Attempt {
  channel: ChannelName
  phase: AttemptPhase
  startedAt: number
  bodyHash: string
  /** Rank of the highest status seen for this attempt. */
  rank: number
  sid?: string
  failure?: Failure
  /** When the provider's list was first read without finding this attempt. */
  emptyAt?: number
}

/**
 * One logical message: the only way out. `docs/architecture.md` draws its life; protocol rules are in the use-cases.
 * A row of kind `start` opens a dialog when due: it becomes an event of the conversation and ends as `started`.
 */
export interface OutboxRow {
  _id: string
  /** Unique: `campaign:step:contact`, `turn:<event>:<n>` or `manual:<id>`. */
  key: string
  kind: 'message' | 'start'
  organisation: string
  contact: string
  /** `organisation|channel`: whose rate it uses. */
  sender: string
  campaign?: string
  step?: string
  purpose: Purpose
  rank: RowRank
  /** Replies only: conversation version * 100 + n; the order within a contact. */
  seq?: number
  /** Leaves although the contact said STOP: the confirmation of the STOP itself. */
  last?: boolean
  state: RowState
  /** Why it was cancelled, expired or failed: `stopped`, `no_consent`, `said_no`, `moved`, `too_late`, `by_staff`… */
  reason?: string
  cancelledBy?: 'plan' | 'person' | 'stop'
  dueAt: number
  nextAt: number
  /** Useless after this moment. Required: without it a row could wait for ever. */
  notAfter: number
  fence: number
  rev: number
  planVersion?: number
  /** A change that came while the row was in doubt. */
  wish?: { cancel?: string; dueAt?: number; notAfter?: number }
  channel: ChannelName
  /** Channels that were tried and given up. */
  spent: ChannelName[]
  attempt: number
  attempts: Record<string, Attempt>
  /** Refused and may be tried again: how often so far. */
  tries: number
  /** How often policy sent again after an outcome that stayed unknown: 0 or 1. */
  resends: number
  resendPolicy: 'resend' | 'leave'
  possibleDuplicate?: boolean
  /** Highest status rank of any attempt. */
  reached: number
  fallbackAfterMs?: number
  fallbackAt?: number
  /** When the provider is asked for a status that has not come by itself. */
  newsAt?: number
  owner?: string
  /** When it was last marked to leave; the weekly limit counts by it. */
  leftAt?: number
  /** SMS segments of the rendered text, once known: what it costs the sender's rate. */
  cost?: number
  say?: Say
  /** What one of us typed, to be sent as it is; by whom stands in `by`. */
  typed?: string
  by?: string
  /** Said in this language whatever the contact's own is: a question about languages. */
  inLanguage?: LanguageTag
  start?: { dialog: string; opening?: Say }
  /** What was really sent, kept for the history. */
  text?: string
  language?: LanguageTag
  template?: string
  createdAt: number
}

/** Total order of statuses: the final state does not depend on the order of arrival. */
export const STATUS_RANK: Record<string, number> = {
  accepted: 1,
  scheduled: 1,
  queued: 1,
  sending: 2,
  sent: 3,
  failed: 4,
  undelivered: 4,
  canceled: 4,
  delivered: 5,
  read: 6,
}
export const REACHED_FAILED = 4
export const REACHED_DELIVERED = 5
export const REACHED_READ = 6

const UNTRIED = {
  state: 'planned',
  fence: 0,
  rev: 0,
  attempt: 0,
  tries: 0,
  resends: 0,
  reached: 0,
} as const

/** What a row must be told when it is made; the rest begins at nothing. */
export type NewRow = Omit<OutboxRow, keyof typeof UNTRIED | 'spent' | 'attempts' | 'nextAt'>

/** A row that nobody has tried to send yet, due when it says. */
export const untriedRow = (told: NewRow): OutboxRow => ({
  ...UNTRIED,
  spent: [],
  attempts: {},
  nextAt: told.dueAt,
  ...told,
})
