import type { Rsvp } from './campaign'

/** read: looks, and changes nothing. write: also does what a coordinator does. */
export const SCOPES = ['read', 'write'] as const
export type Scope = (typeof SCOPES)[number]

/** Another program may use the API. `_id` is a hash of the token: who reads the store cannot use it. */
export interface ApiToken {
  _id: string
  organisation: string
  /** What it is for, in the admin's words. */
  name: string
  scope: Scope
  madeBy: string
  madeAt: number
  usedAt?: number
  endedAt?: number
}

/** What stands where a colleague's id would, of what another program did: this, and the token's id. */
export const PROGRAM = 'api:'

/** What a request with an `idempotency-key` asked for. `_id` is a hash of token and key; the same key means the same request. */
export interface ApiRequest {
  _id: string
  organisation: string
  /** Of method, path and body. */
  hash: string
  at: number
}

export const HOOK_EVENTS = ['rsvp', 'attendance', 'opt_out'] as const
export type HookEvent = (typeof HOOK_EVENTS)[number]

/** An address of another program that is told what happened. */
export interface Hook {
  _id: string
  organisation: string
  url: string
  /** Locked; signs what is sent there. */
  secret: string
  events: HookEvent[]
  madeAt: number
  endedAt?: number
}

/** What is told: ids and a fact. Names and numbers are asked for with a token by who may know them. */
export interface Told {
  campaign?: string
  contact: string
  rsvp?: Rsvp
  attended?: boolean | null
}

/** One thing to tell to one address. Its id is the same at every try. */
export interface Delivery {
  _id: string
  organisation: string
  hook: string
  event: HookEvent
  at: number
  told: Told
  state: 'waiting' | 'delivered' | 'given_up'
  nextAt: number
  tries: number
}

/** What was last announced about one enrolment. `_id` is the enrolment's. */
export interface Announcement {
  _id: string
  organisation: string
  rsvp?: Rsvp
  attended?: boolean
  rev: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** How long after a failed try the next one comes; when none is left, it is given up. */
export const TELL_AGAIN_MS = [
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  8 * HOUR,
  24 * HOUR,
  24 * HOUR,
] as const
