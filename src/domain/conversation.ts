import type { EvaluationMark, Rsvp } from './campaign'
import type { Audience, Purpose } from './contact'
import type { Heard } from './dialog/definition'
import type { OwnQuestion } from './dialog/ownQuestion'
import type { SentLetter } from './letters/paperLetter'
import type { ChannelName, LanguageTag, Say } from './message'
import type { RowRank } from './outbox'
import { WORK } from './report/outcome'

/** Everything that moves a conversation comes through one door, stored once, in order of arrival. */
export interface InboundEvent {
  /** Provider's id, `start:<row>`, `timer:<contact>:<turn>:<n>` or `staff:<id>`. */
  _id: string
  organisation: string
  contact: string
  at: number
  /** Arrived through catch-up: its moment is the provider's. */
  late: boolean
  /** Whole message is a stop word of any language: holds everything back from the moment it is stored. */
  stopWord: boolean
  handled: false | 'done' | 'given_up'
  tries: number
  event: ConversationEvent
}

export type ConversationEvent =
  | {
      kind: 'message'
      channel: ChannelName
      text: string
      payload?: string
      media?: { url: string; type: string }[]
      /** Found out in the turn, from `media`; never stored. */
      heard?: Heard
      location?: { latitude: number; longitude: number; label?: string }
      /** Its text carries the code of a letter on paper. */
      letter?: SentLetter
    }
  /** The body of an anonymous answer, once its turn is done. */
  | { kind: 'anonymous'; channel: ChannelName }
  | {
      kind: 'start'
      dialog: string
      row?: string
      campaign?: string
      step?: string
      opening?: Say
      notAfter: number
    }
  | { kind: 'timer'; run: string; what: 'remind' | 'close' }
  /** `quiet`: the bot listens again and says nothing about it. */
  | { kind: 'staff'; what: 'take_over' | 'hand_back'; by?: string; quiet?: boolean }

/** As it rests in the store: what a person wrote is locked until its turn, and gone afterwards when it was an anonymous answer. */
export type StoredInbound = Omit<InboundEvent, 'event'> & {
  event:
    | Exclude<ConversationEvent, { kind: 'message' }>
    | { kind: 'message'; channel: ChannelName; locked: string }
}

/** What comes in for the first time and from ourselves: a start, a timer, one of us. */
export const eventOfOurs = <E extends ConversationEvent>(
  given: Pick<InboundEvent, '_id' | 'organisation' | 'contact' | 'at'> & { event: E },
) => ({ ...given, late: false, stopWord: false, handled: false as const, tries: 0 })

/** One run of a dialog, as plain data. botbuilder keeps it on its stack; `domain/dialog/advance` alone changes it. */
export interface DialogRun {
  id: string
  dialog: string
  version: number
  campaign?: string
  step?: string
  /** Id of the question that waits; absent when done. */
  question?: string
  answers: Record<string, unknown>
  /** Anonymous dialogs: sealed boxes instead of answers. */
  boxes: Record<string, string>
  skipped: string[]
  /** Anonymous dialogs: answered questions that only open the door ("Shall we start?"). Which answer is not kept. */
  passed?: string[]
  misses: number
  /** The question for which help was given; a second time a person is offered. */
  helped?: string
  startedAt: number
  askedAt: number
  reminded: boolean
  /** A `remind` timer before this moment is about a question that has been answered since. */
  remindAt?: number
  closesAt: number
  /** The step's own words for the first question: the invitation asks "Will you come?" itself. */
  opening?: Say
  /** The organiser's questions at this event, as they were when it began. */
  own?: OwnQuestion[]
}

export interface ConversationState {
  /** botbuilder's dialog stack: `{ id, state }[]`, the last one is open. */
  stack: { id: string; state: DialogRun }[]
  /** Starts that wait until the open question is answered or closed. */
  waiting: Extract<ConversationEvent, { kind: 'start' }>[]
  /** A person of the organisation talks; the bot is silent. */
  withPerson?: { since: number }
  /** When we last asked this person to send less at once. */
  slowedAt?: number
  /** The last thing we asked outside a dialog: did you mean stop, this language. */
  confirming?: { what: 'stop' | 'language'; language?: LanguageTag; at: number }
  /** When we last said how to get help to someone who wrote out of the blue. */
  helpedAt?: number
}

/** What a turn wants to happen. Said, not done; each is safe to do twice and an older one never undoes a newer one. */
export type Effect =
  | {
      do: 'say'
      say: Say
      rank: RowRank
      last?: boolean
      campaign?: string
      step?: string
      purpose: Purpose
      language?: LanguageTag
      notAfter?: number
      /** WhatsApp that does not arrive goes by SMS after so long. Absent: never (a reply). */
      fallbackAfterMs?: number
    }
  | {
      do: 'consent'
      purpose: Purpose
      state: 'asked' | 'given' | 'withdrawn'
      version: string
      by: string
      about?: string
      /** In which they read it, when that is not their own. */
      language?: LanguageTag
    }
  | { do: 'stop' }
  | { do: 'start_again' }
  | { do: 'language'; language: LanguageTag }
  | { do: 'rsvp'; campaign: string; rsvp: Rsvp }
  | { do: 'enrolment'; campaign: string; companions?: number; children?: number; needs?: string[] }
  | { do: 'profile'; field: 'name' | 'reads' | 'evening'; value: string | boolean }
  | { do: 'mark'; campaign: string; instrument: string; mark: EvaluationMark }
  /** `about`: the name of whom it is about, as typed. */
  | { do: 'keep'; run: DialogRun; complete: boolean; about?: string }
  /** Puts the sealed boxes of an anonymous run in the letterbox and the mark on the enrolment, in one transaction. */
  | { do: 'post'; run: DialogRun; instrument: string }
  | { do: 'timer'; run: string; what: 'remind' | 'close'; at: number }
  | { do: 'task'; kind: TaskKind; reason: string; campaign?: string; step?: string }

export type TaskKind = 'call' | 'letter' | 'talk' | 'handover' | 'look'

/** One document per contact; the only place where state, replies and handled events change together. */
export interface Conversation {
  /** The contact's id. */
  _id: string
  organisation: string
  version: number
  state: ConversationState
  handled: string[]
  out: Effect[]
  hasOut: boolean
}

export interface Task {
  /** `campaign:step:contact` for planned ones, `turn:<event>:<n>` otherwise: twice gives one. */
  _id: string
  organisation: string
  kind: TaskKind
  contact: string
  campaign?: string
  step?: string
  audience?: Audience
  reason: string
  dueAt: number
  state: 'open' | 'done' | 'cancelled'
  doneAt?: number
  doneBy?: string
  /** What came of it last; one that is still open was tried in vain. */
  result?: TaskResult
  note?: string
  /** Tried in vain, or asked to be called later: nobody needs to try before this moment. */
  notBefore?: number
  /** How often somebody did not pick up. */
  tries?: number
  /** How it was before the last result, so that this can be taken back. */
  before?: TaskBefore
  planVersion?: number
  /** A named reply of theirs that is about somebody whom nobody has recognised yet. */
  reply?: string
}

export const TASK_RESULTS = [
  'done',
  'comes',
  'does_not_come',
  'maybe',
  'not_reached',
  'call_back',
  'wrong_number',
  /** Of a call after months: how their work goes. */
  ...WORK,
] as const
export type TaskResult = (typeof TASK_RESULTS)[number]

export interface TaskBefore {
  /** The note of somebody's work that the result wrote. */
  workNote?: string
  rsvp?: Rsvp
  rsvpAt?: number
  notBefore?: number
  tries?: number
}

/** A reply with a name on it: RSVP, preparation, intake, reflection. Anonymous ones are kept elsewhere. */
export interface NamedReply {
  /** The run's id. */
  _id: string
  organisation: string
  contact: string
  campaign?: string
  dialog: string
  version: number
  answers: Record<string, unknown>
  skipped: string[]
  complete: boolean
  /** The contact whom it is about: the name was one of the event's participants, or a coordinator said who was meant. */
  about?: string
  at: number
  turn: number
}
