import type { Audience, Purpose } from '../contact'
import type { ChannelName } from '../message'
import type { Reason } from './reasons'

/** A kind of event's communication: `timelines/<id>.yaml`. */
export interface Timeline {
  id: string
  version: number
  /** One of the five phases of the networking model. */
  phase: 'facilitation' | 'orientation' | 'initiation' | 'execution' | 'evaluation'
  steps: Step[]
}

export interface Offset {
  months?: number
  weeks?: number
  days?: number
  hours?: number
}

export interface Step {
  id: string
  audience: Audience
  /** Relative to the start or the end of the event; a month is a calendar month (G1, G2). */
  at: { from: 'start' | 'end' } & Offset
  /** Never earlier, never later (days from the same anchor). */
  window: { earliest: Offset; latest: Offset }
  /** Where a day that is not allowed moves to (G3a). */
  shift: 'saturday_before' | 'nearest_weekday' | 'monday_after' | 'none'
  /** nearest_weekday: the ideal, in days from the anchor (4 days before). */
  ideal?: Offset
  /** Who of the audience: everybody, those without a no, those who said yes or maybe, those who were there, the silent ones. */
  to: 'all' | 'not_refused' | 'coming' | 'attended' | 'absent' | 'silent' | 'refused'
  /** A message or dialog leaves by itself; a task is for a person (G8). */
  does: 'message' | 'dialog' | 'task'
  /** The dialog that opens with this step's words. */
  dialog?: string
  task?: 'call' | 'letter' | 'talk'
  purpose: Purpose
  /** Preferred channel; absent: the contact's own order. The reminder is an SMS in the source. */
  channel?: ChannelName
  /** Hours after which an undelivered WhatsApp goes by SMS. */
  fallbackAfterHours: number
  /** skip: a window that is past is past; now: send at once as long as the window is open; merge: the next step carries it (G4). */
  ifLate: 'skip' | 'now' | 'merge'
  /** What happens on silence (G7). */
  onSilence?: { repeatAfterDays?: number; callAfterDays?: number }
  /** Made when the coordinator moves or cancels the event (G5), not by the calendar. */
  when?: 'moved' | 'cancelled'
  /** Hour of the clock on the wall; absent: when the day's sending slot opens. Only a campaign sets it. */
  hour?: number
  /** Left out by the coordinator of a campaign. */
  off?: true
  /** An unknown outcome: send again once, or rather not at all. */
  ifUnknown: 'resend' | 'leave'
}

/** One step of one plan: when, and which rules moved it there. */
export interface PlannedStep {
  id: string
  audience: Audience
  /** Epoch milliseconds. */
  dueAt: number
  notAfter: number
  reasons: Reason[]
  /** In words a coordinator understands, rule ids included: `1 month before start (G2); Sunday → Saturday before (G3a)`. */
  rule: string
  /** Set when the step does not happen: `past`, `merged`, `no_allowed_moment`, `off`. */
  skipped?: string
}
