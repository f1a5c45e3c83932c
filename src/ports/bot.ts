import type { Campaign, Enrolment } from '../domain/campaign'
import type { Contact } from '../domain/contact'
import type { ConversationState, Effect, InboundEvent } from '../domain/conversation'
import type { OwnQuestion } from '../domain/dialog/ownQuestion'
import type { Organisation } from '../domain/organisation'

/** Everything a turn may look at. Nothing else is read while it runs, so it can be run again. */
export interface TurnContext {
  now: number
  organisation: Organisation
  contact: Contact
  /** The campaigns this contact is enrolled in and that are not over. */
  campaigns: {
    campaign: Campaign
    enrolment: Enrolment
    /** By instrument, of its anonymous dialogs. */
    letterboxes: Record<string, Letterbox>
  }[]
}

/** Answers are sealed to its key. */
export interface Letterbox {
  publicKey: string
  /** What the organiser asks as well. */
  ownQuestions: OwnQuestion[]
  /** False once its evaluation is closed: nobody is asked any more, and who is in the middle stops there. */
  open: boolean
}

export interface TurnResult {
  state: ConversationState
  effects: Effect[]
}

/** Holds the conversation. Decides nothing about sending: what it says becomes rows of the outbox. */
export interface Bot {
  turn(state: ConversationState, event: InboundEvent, context: TurnContext): Promise<TurnResult>
}

export const NEW_CONVERSATION: ConversationState = { stack: [], waiting: [] }
