import type { Contact } from '../domain/contact'
import {
  type Conversation,
  type Effect,
  eventOfOurs,
  type NamedReply,
  type StoredInbound,
  type Task,
} from '../domain/conversation'
import type { Address, ChannelName } from '../domain/message'
import { senderOf } from '../domain/organisation'
import { type OutboxRow, untriedRow } from '../domain/outbox'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { CrashPoint } from '../ports/crashPoint'
import type { Documents } from '../ports/documents'
import type { NewId } from '../ports/ids'
import type { Log } from '../ports/log'
import type { Contacts } from '../store/contacts'
import type { Conversations } from '../store/conversations'
import type { InboundStore } from '../store/inbound'
import type { Threads } from '../store/threads'
import { findPerson } from './findPerson'
import { takeUpAgain } from './takeUpAgain'

const HOUR = 3_600_000
/** A reply that could not leave for this long is no longer an answer to anything. */
const REPLY_LASTS_MS = 12 * HOUR
/** WhatsApp that does not arrive goes by SMS after so long (domain reference, X-263). */
const FALLBACK_MS = 12 * HOUR
/** The rank of what was planned, also when a dialog says it. */
const PLANNED = 5

export interface ApplyEffects {
  documents: Documents
  contacts: Contacts
  conversations: Conversations
  inbound: InboundStore
  threads: Threads
  clock: Clock
  newId: NewId
  /** Withdraws every row of the contact that was made before that moment and has not left (protocol 4.8). */
  cancelRowsOf: (contact: string, reason: string, by: 'stop' | 'person', before: number) => Promise<void>
  /** Puts sealed boxes in the letterbox together with the mark; a second time does nothing. */
  postLetter: (effect: Extract<Effect, { do: 'post' }>, contact: string) => Promise<void>
  /** What is planned for one person follows what they answered. */
  replan: (campaign: string, contact: string) => Promise<void>
  log: Log
  crash?: CrashPoint
}

/**
 * Lets everything happen that the last turn wanted, in order, then closes its events. Each deed is safe to do twice,
 * and one that wakes up late never undoes a newer one: it carries the number of its turn.
 * @param skipBroken a deed that fails, and has often failed, goes to staff, so that the person's next message has its turn
 */
export async function applyEffects(
  deps: ApplyEffects,
  conversation: Conversation,
  { skipBroken = false }: { skipBroken?: boolean } = {},
): Promise<void> {
  if (!conversation.hasOut) return
  const contact = await deps.contacts.get(conversation._id)
  const event = conversation.handled.at(-1) ?? ''
  const origin = event.startsWith('start:')
    ? await deps.documents.collection('outbox').get(event.slice('start:'.length))
    : null
  for (const [index, effect] of conversation.out.entries()) {
    if (contact) {
      const deed = { contact, conversation, origin, key: `turn:${event}:${index}`, index }
      await apply(deps, effect, deed).catch(error =>
        skipBroken ? skip(deps, effect, deed, error) : Promise.reject(error),
      )
    }
    await deps.crash?.('turn.afterEachRow')
  }
  const how = conversation.out.some(isGivingUp) ? 'given_up' : 'done'
  for (const id of conversation.handled) await deps.inbound.close(id, how)
  await deps.crash?.('turn.afterMarkHandled')
  await deps.conversations.finished(conversation)
  await deps.crash?.('turn.afterClear')
}

/** What a person of the organisation is asked when a turn fails again and again. */
export const GAVE_UP = { do: 'task', kind: 'look', reason: 'turn_failed' } as const satisfies Effect

const isGivingUp = (effect: Effect): boolean => effect.do === 'task' && effect.reason === GAVE_UP.reason

/** Not while the store is away, and never a STOP: better that this person's lane stands still. */
async function skip(deps: ApplyEffects, effect: Effect, deed: Deed, error: unknown): Promise<void> {
  const storeIsAway = error instanceof AppError && ['STORE_UNAVAILABLE', 'STORE_FULL'].includes(error.code)
  if (storeIsAway || effect.do === 'stop') throw error
  deps.log.error('deed', error, { contact: deed.contact._id, do: effect.do })
  await deps.documents.collection('tasks').insert(task(GAVE_UP, deed, deps.clock.now()))
}

interface Deed {
  contact: Contact
  conversation: Conversation
  /** The planned row that began this dialog: its first message takes its channel and its limits along. */
  origin: OutboxRow | null
  /** Same for the same deed, however often it is done. */
  key: string
  index: number
}

async function apply(deps: ApplyEffects, effect: Effect, deed: Deed): Promise<unknown> {
  const { contact, conversation, key } = deed
  const now = deps.clock.now()
  const turn = conversation.version
  const enrolments = deps.documents.collection('enrolments')
  const changeEnrolment = (campaign: string, set: Record<string, unknown>, unset: string[] = []) =>
    enrolments.update(
      { _id: `${campaign}:${contact._id}`, turn: { $lte: turn } },
      { set: { ...set, turn }, unset },
    )

  switch (effect.do) {
    case 'say':
      return deps.documents.collection('outbox').insert(row(deps, effect, deed, now))
    case 'consent':
      await deps.contacts.consent(contact._id, {
        key,
        purpose: effect.purpose,
        state: effect.state,
        version: effect.version,
        language: effect.language ?? contact.language,
        at: now,
        by: effect.by,
        ...(effect.about ? { about: effect.about } : {}),
      })
      return effect.purpose === 'C1' && effect.state === 'given' && takeUpAgain(deps, contact._id)
    case 'stop':
      if (!(await deps.contacts.stop(contact._id, turn, now))) return
      await deps.crash?.('stop.afterContact')
      // A START may have come while this process stood still; what it brought back stays.
      if ((await deps.contacts.get(contact._id, { fresh: true }))?.turn !== turn) return
      await deps.cancelRowsOf(contact._id, 'stopped', 'stop', now)
      return deps.crash?.('stop.afterRows')
    case 'start_again':
      if (!(await deps.contacts.startAgain(contact._id, turn))) return
      return takeUpAgain(deps, contact._id)
    case 'language':
      return deps.contacts.change(contact._id, turn, { language: effect.language, languageChosen: true })
    case 'profile':
      return deps.contacts.change(contact._id, turn, { [effect.field]: effect.value })
    case 'rsvp':
      await changeEnrolment(effect.campaign, { rsvp: effect.rsvp, rsvpAt: now }, ['rsvpBy'])
      return deps.replan(effect.campaign, contact._id)
    case 'enrolment': {
      const { companions, children, needs } = effect
      return changeEnrolment(effect.campaign, {
        ...(companions === undefined ? {} : { companions }),
        ...(children === undefined ? {} : { children }),
        ...(needs === undefined ? {} : { needs }),
      })
    }
    case 'mark':
      return changeEnrolment(effect.campaign, { [`evaluations.${effect.instrument}`]: effect.mark })
    case 'keep':
      return keepReply(deps, effect, deed, now)
    case 'post':
      return deps.postLetter(effect, contact._id)
    case 'timer':
      return deps.inbound.keep(timer(effect, deed, now))
    case 'task': {
      const tasks = deps.documents.collection('tasks')
      const { organisation } = contact
      // Done again later, it must not open what staff has closed since.
      if (effect.kind === 'handover' && !(await tasks.get(key)))
        await deps.threads.ask({ contact: contact._id, organisation, at: now })
      return tasks.insert(task(effect, deed, now))
    }
  }
}

function row(
  deps: ApplyEffects,
  effect: Extract<Effect, { do: 'say' }>,
  { contact, conversation, origin, key, index }: Deed,
  now: number,
): OutboxRow {
  const planned = effect.rank === PLANNED
  const channel = (planned && origin?.channel) || replyChannel(contact)
  const hasSms = contact.addresses.some(address => address.channel === 'sms')
  const fallsBack = planned && channel === 'whatsapp' && hasSms
  return untriedRow({
    _id: deps.newId(),
    key,
    kind: 'message',
    organisation: contact.organisation,
    contact: contact._id,
    sender: senderOf(contact.organisation, channel),
    ...(effect.campaign ? { campaign: effect.campaign } : {}),
    ...(effect.step ? { step: effect.step } : {}),
    purpose: effect.purpose,
    rank: effect.rank,
    seq: conversation.version * 100 + index,
    ...(effect.last ? { last: true } : {}),
    dueAt: now,
    notAfter: effect.notAfter ?? now + REPLY_LASTS_MS,
    channel,
    resendPolicy: 'resend',
    ...(fallsBack
      ? { fallbackAfterMs: effect.fallbackAfterMs ?? origin?.fallbackAfterMs ?? FALLBACK_MS }
      : {}),
    say: effect.say,
    ...(effect.language ? { inLanguage: effect.language } : {}),
    createdAt: now,
  })
}

/** Where the person wrote last; before that, their own order of preference. */
function replyChannel(contact: Contact): ChannelName {
  const heard = (channel: ChannelName) => contact.heardAt[channel] ?? 0
  const usable = contact.addresses.filter((address: Address) => !contact.unreachable?.[address.channel])
  const [first] = [...usable].sort((a, b) => heard(b.channel) - heard(a.channel))
  return (first ?? contact.addresses[0])?.channel ?? 'sms'
}

async function keepReply(
  deps: ApplyEffects,
  { run, complete, about: name }: Extract<Effect, { do: 'keep' }>,
  deed: Deed,
  now: number,
): Promise<void> {
  const { contact, conversation } = deed
  const replies = deps.documents.collection('namedReplies')
  const { id, dialog, version, campaign, answers, skipped } = run
  const turn = conversation.version
  const about = name && campaign ? await findPerson(deps.documents, campaign, name) : undefined
  const reply: NamedReply = {
    _id: id,
    organisation: contact.organisation,
    contact: contact._id,
    ...(campaign ? { campaign } : {}),
    dialog,
    version,
    answers,
    skipped,
    complete,
    ...(about ? { about } : {}),
    at: now,
    turn,
  }
  if (!(await replies.insert(reply)))
    await replies.update(
      { _id: id, turn: { $lte: turn } },
      { set: { answers, skipped, complete, ...(about ? { about } : {}), at: now, turn } },
    )
  if (!name || !campaign || about) return
  const look = { do: 'task', kind: 'look', reason: 'nobody_meant', campaign } as const
  await deps.documents
    .collection('tasks')
    .insert({ ...task(look, { ...deed, key: meantTaskId(id) }, now), reply: id })
}

/** Whoever is meant by a name that nobody of the event has waits for a person: once for each reply. */
const meantTaskId = (reply: string): string => `meant:${reply}`

/** Its id names the turn, not the run or the event: those may come from a timer themselves and would grow with each. */
function timer(
  effect: Extract<Effect, { do: 'timer' }>,
  { contact, conversation, index }: Deed,
  now: number,
): StoredInbound {
  return eventOfOurs({
    _id: `timer:${contact._id}:${conversation.version}:${index}`,
    organisation: contact.organisation,
    contact: contact._id,
    at: Math.max(effect.at, now),
    event: { kind: 'timer', run: effect.run, what: effect.what },
  })
}

function task(effect: Extract<Effect, { do: 'task' }>, { contact, key }: Deed, now: number): Task {
  return {
    _id: key,
    organisation: contact.organisation,
    kind: effect.kind,
    contact: contact._id,
    reason: effect.reason,
    ...(effect.campaign ? { campaign: effect.campaign } : {}),
    ...(effect.step ? { step: effect.step } : {}),
    audience: contact.audience,
    dueAt: now,
    state: 'open',
  }
}
