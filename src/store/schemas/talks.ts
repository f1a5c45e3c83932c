import { AUDIENCES } from '../../domain/contact'
import {
  type Conversation,
  type ConversationEvent,
  type ConversationState,
  type Effect,
  type InboundEvent,
  type NamedReply,
  TASK_RESULTS,
  type Task,
  type TaskBefore,
} from '../../domain/conversation'
import type { Fact, Lane } from '../../domain/documents'
import {
  collection,
  type Fields,
  flag,
  free,
  key,
  listOf,
  mapOf,
  named,
  number,
  object,
  oneOf,
  optional,
  text,
} from './fields'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A union told apart by one field; the rest is the domain's business. */
const toldApartBy =
  <T extends string>(field: string, members: Record<T, true>) =>
  (value: unknown) =>
    isRecord(value) && typeof value[field] === 'string' && Object.hasOwn(members, value[field])

const isEvent = toldApartBy<ConversationEvent['kind']>('kind', {
  message: true,
  anonymous: true,
  start: true,
  timer: true,
  staff: true,
})

const isEffect = toldApartBy<Effect['do']>('do', {
  say: true,
  consent: true,
  stop: true,
  start_again: true,
  language: true,
  rsvp: true,
  enrolment: true,
  profile: true,
  mark: true,
  keep: true,
  post: true,
  timer: true,
  task: true,
})

const isOpenDialog = (value: unknown) =>
  isRecord(value) && typeof value.id === 'string' && isRecord(value.state)

const HANDLED: readonly unknown[] = [false, 'done', 'given_up'] satisfies InboundEvent['handled'][]

export const inbound = collection<InboundEvent>(
  {
    organisation: key(),
    contact: key(),
    at: number(),
    late: flag(),
    stopWord: flag(),
    handled: free(value => HANDLED.includes(value)),
    tries: number(),
    event: free(isEvent),
  },
  [{ on: ['contact', 'handled', 'at', '_id'] }, { on: ['handled', 'at', '_id'] }],
)

const state: Fields<ConversationState> = {
  stack: listOf(free(isOpenDialog)),
  waiting: listOf(free(isEvent)),
  withPerson: optional(object<NonNullable<ConversationState['withPerson']>>({ since: number() })),
  slowedAt: optional(number()),
  helpedAt: optional(number()),
  confirming: optional(
    object<NonNullable<ConversationState['confirming']>>({
      what: named<NonNullable<ConversationState['confirming']>['what']>({ stop: true, language: true }),
      language: optional(text()),
      at: number(),
    }),
  ),
}

export const conversations = collection<Conversation>(
  {
    organisation: key(),
    version: number(),
    state: object(state),
    handled: listOf(text()),
    out: listOf(free(isEffect)),
    hasOut: flag(),
  },
  [{ on: ['hasOut', '_id'] }],
)

export const lanes = collection<Lane>({ owner: text(), until: number() })

export const tasks = collection<Task>(
  {
    organisation: key(),
    kind: named<Task['kind']>({ call: true, letter: true, talk: true, handover: true, look: true }),
    contact: key(),
    campaign: optional(key()),
    step: optional(key()),
    audience: optional(oneOf(AUDIENCES)),
    reason: text(),
    dueAt: number(),
    state: named<Task['state']>({ open: true, done: true, cancelled: true }),
    doneAt: optional(number()),
    doneBy: optional(text()),
    result: optional(oneOf(TASK_RESULTS)),
    note: optional(text()),
    notBefore: optional(number()),
    tries: optional(number()),
    before: optional(
      object<NonNullable<Task['before']>>({
        rsvp: optional(named<NonNullable<TaskBefore['rsvp']>>({ yes: true, no: true, maybe: true })),
        rsvpAt: optional(number()),
        notBefore: optional(number()),
        tries: optional(number()),
        workNote: optional(key()),
      }),
    ),
    planVersion: optional(number()),
    reply: optional(key()),
  },
  [
    { on: ['organisation', 'state', 'dueAt', '_id'] },
    { on: ['contact', 'state'] },
    { on: ['campaign', 'state'] },
  ],
)

export const namedReplies = collection<NamedReply>(
  {
    organisation: key(),
    contact: key(),
    campaign: optional(key()),
    dialog: key(),
    version: number(),
    answers: mapOf(free()),
    skipped: listOf(text()),
    complete: flag(),
    about: optional(key()),
    at: number(),
    turn: number(),
  },
  [{ on: ['contact', '_id'] }, { on: ['campaign', 'dialog', '_id'] }],
)

export const facts = collection<Fact>({ value: optional(free()) })
