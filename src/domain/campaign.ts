import type { Breakdown } from './anonymity/evaluation'
import type { Picks } from './campaigns/picks'
import type { Audience } from './contact'
import type { LanguageTag } from './message'

/** A dated happening. Texts are in the organisation's own words, per language where somebody wrote them. */
export interface Event {
  name: string
  /** ISO local, without offset: `2026-12-10T14:00`. With `zone` it is a moment. */
  start: string
  end: string
  /** IANA. */
  zone: string
  place: string
  address: string
  transport: string
  parking: string
  goal: string
  benefit: string
  who: string
  childcare: string
  bring: string
  /** Who waits at the door. */
  welcome: string
  contactName: string
  contactPhone: string
  /** `{ ar: { goal: '…' } }`: the same facts in other words. */
  inLanguage: Record<LanguageTag, Partial<Record<EventText, string>>>
}

export const EVENT_TEXTS = [
  'name',
  'place',
  'transport',
  'parking',
  'goal',
  'benefit',
  'who',
  'childcare',
  'bring',
] as const
export type EventText = (typeof EVENT_TEXTS)[number]

/** What a coordinator changed about one step of the timeline, for this campaign alone. */
export interface StepChange {
  /** Days from the step's anchor, within its window; a minus is before it. */
  days?: number
  /** Of the clock on the wall, where the day's sending slot has it. */
  hour?: number
  /** It does not happen. */
  off?: true
}

export type CampaignState = 'draft' | 'running' | 'paused' | 'cancelled' | 'done'

/** An event with a timeline; its enrolments are stored apart. */
export interface Campaign {
  _id: string
  organisation: string
  state: CampaignState
  /** +1 on every change that the plan depends on. */
  version: number
  /** The version the outbox was last planned for; smaller than `version`: planning is due. */
  plannedVersion: number
  timeline: { id: string; version: number }
  event: Event
  /** What was ticked in the form for some facts of the event; absent: they were written out. */
  picks?: Picks
  /** By id of the step. */
  steps?: Record<string, StepChange>
  /** The events this one follows on; for reports over a series. */
  series: string
  /** What anonymous answers may be told apart by; fixed once somebody is asked. Absent: nothing. */
  breakdown?: Breakdown
  /** When it was started, or resumed after a pause: steps before that moment come late (G4). */
  runningSince?: number
  /** The last move or cancellation that people must hear of (G5); `version` is the campaign's after it. */
  change?: { what: 'moved' | 'cancelled'; version: number; at: number }
  createdAt: number
  /** Who saved the draft last. */
  savedBy?: string
  /** From which page, as it was opened: one that saves by itself is not its own rival. */
  savedFrom?: string
  /** A draft that was thrown away; kept a while, so that it can be taken back. */
  removedAt?: number
}

export type Rsvp = 'yes' | 'no' | 'maybe'
export type EvaluationMark = 'invited' | 'started' | 'answered' | 'declined'

/** One contact in one campaign. `_id` is `campaign:contact`. */
export interface Enrolment {
  _id: string
  organisation: string
  campaign: string
  contact: string
  audience: Audience
  joinedAt: number
  rsvp?: Rsvp
  rsvpAt?: number
  /** The staff member who noted it; absent when the person said it themselves. */
  rsvpBy?: string
  companions?: number
  children?: number
  /** `childcare`, `travel`, `interpreter`, `company`. */
  needs: string[]
  attended?: boolean
  /** Who noted that, when, and who came along. */
  marked?: { at: number; by: string; companions: number; children: number }
  /** Taps at the door that count already: a phone without network sends each of them until it knows. */
  taps?: string[]
  /** Came without an invitation. */
  walkIn?: boolean
  /** Per instrument the mark only: no date, no reply, no count (anonymity 2.1). */
  evaluations: Record<string, EvaluationMark>
  /** The conversation turn that last changed this enrolment. */
  turn: number
}
