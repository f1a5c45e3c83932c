import type {
  ConversationEvent,
  ConversationState,
  DialogRun,
  Effect,
  InboundEvent,
  StoredInbound,
} from '../domain/conversation'
import type { Heard } from '../domain/dialog/definition'
import { readPayload } from '../domain/dialog/payload'
import type { Bot, TurnContext } from '../ports/bot'
import type { Clock } from '../ports/clock'
import type { CrashPoint } from '../ports/crashPoint'
import type { NewId } from '../ports/ids'
import type { Seal } from '../ports/seal'
import type { Contacts } from '../store/contacts'
import type { Conversations } from '../store/conversations'
import type { InboundStore } from '../store/inbound'
import type { Lanes } from '../store/lanes'
import { type ApplyEffects, applyEffects, GAVE_UP } from './applyEffects'

/** A turn that always fails goes to a person after so many tries, and the next message has its turn. */
export const TURN_TRIES = 5
const LANE_LEASE_MS = 60_000
/** More than this from one phone in half a minute is a machine or a stuck key: answered once, kindly (provider's loop guard: 15 in 30 s). */
const FLOOD = { messages: 12, withinMs: 30_000 }

export interface TakeTurns extends ApplyEffects {
  bot: Bot
  contacts: Contacts
  conversations: Conversations
  inbound: InboundStore
  lanes: Lanes
  clock: Clock
  newId: NewId
  seal: Seal
  /** Everything the bot may look at; null when the contact is gone. */
  turnContext: (contact: string, organisation: string) => Promise<TurnContext | null>
  isAnonymous: (dialog: string) => boolean
  /** A voice note that may answer the open question; undefined: it is none. */
  hearVoice: (
    run: DialogRun,
    message: Extract<ConversationEvent, { kind: 'message' }>,
  ) => Promise<Heard | undefined>
  crash?: CrashPoint
}

/**
 * Works through what waits for one contact, one event at a time, in order of arrival (protocol 6). May be called by
 * anyone at any moment, twice, from several processes.
 * @returns how many events were handled
 */
export async function takeTurns(deps: TakeTurns, contact: string, organisation: string): Promise<number> {
  const owner = deps.newId()
  if (!(await deps.lanes.enter(contact, owner, deps.clock.now(), LANE_LEASE_MS))) return 0
  try {
    await deps.crash?.('turn.afterLane')
    let handled = 0
    while (await takeOneTurn(deps, contact, organisation)) handled++
    return handled
  } finally {
    await deps.lanes.leave(contact, owner)
  }
}

async function takeOneTurn(deps: TakeTurns, contact: string, organisation: string): Promise<boolean> {
  // First the conversation, then the inbound: the other way round an event can be handled twice (protocol V21).
  const conversation = await deps.conversations.of(contact, organisation)
  if (conversation.hasOut) {
    const last = await deps.inbound.tried(conversation.handled.at(-1) ?? '')
    await applyEffects(deps, conversation, { skipBroken: (last?.tries ?? 0) > 2 * TURN_TRIES })
    return true
  }
  const event = await deps.inbound.next(contact, deps.clock.now())
  await deps.crash?.('turn.afterRead')
  if (!event) return false
  const tried = await deps.inbound.tried(event._id)
  await deps.crash?.('turn.afterTries')
  const { state, effects } =
    (tried?.tries ?? 0) > TURN_TRIES
      ? giveUp(conversation.state, event)
      : await decide(deps, conversation.state, event)
  const anonymous = anonymousPart(deps, conversation.state, event)
  // Whoever answers for us sees that they wrote; that somebody evaluates is nothing to see.
  if (event.event.kind === 'message' && !anonymous && !event.stopWord)
    await deps.threads.heard(
      { contact, organisation, at: event.at },
      conversation.state.withPerson !== undefined,
    )
  const committed = await deps.conversations.commit(conversation, event._id, state, effects, anonymous)
  await deps.crash?.('turn.afterCommit')
  if (committed) await applyEffects(deps, await deps.conversations.of(contact, organisation))
  return true
}

async function decide(
  deps: TakeTurns,
  state: ConversationState,
  event: StoredInbound,
): Promise<{ state: ConversationState; effects: Effect[] }> {
  const context = await deps.turnContext(event.contact, event.organisation)
  if (!context) return { state, effects: [] }
  if (event.event.kind === 'message') {
    await deps.contacts.heard(event.contact, event.event.channel, event.at)
    if (!event.stopWord && !context.contact.stopped && (await isFlood(deps, event)))
      return slowDown(state, event.at)
  }
  return deps.bot.turn(state, await withVoice(deps, state, opened(deps, event)), context)
}

async function withVoice(
  { hearVoice }: TakeTurns,
  { stack, withPerson }: ConversationState,
  event: InboundEvent,
): Promise<InboundEvent> {
  const run = stack.at(-1)?.state
  if (event.event.kind !== 'message' || !run || withPerson) return event
  const heard = await hearVoice(run, event.event)
  return heard ? { ...event, event: { ...event.event, heard } } : event
}

/** Just before it or just after: what waited for us since an outage is no flood because there is much of it. */
async function isFlood({ inbound }: TakeTurns, { contact, at }: StoredInbound): Promise<boolean> {
  const [before, after] = await Promise.all([
    inbound.messagesBetween(contact, at - FLOOD.withinMs, at),
    inbound.messagesBetween(contact, at, at + FLOOD.withinMs),
  ])
  return Math.max(before, after) > FLOOD.messages
}

function opened(deps: TakeTurns, stored: StoredInbound): InboundEvent {
  const { event } = stored
  if (event.kind !== 'message') return { ...stored, event }
  const said = JSON.parse(deps.seal.unlock(event.locked)) as Omit<
    Extract<ConversationEvent, { kind: 'message' }>,
    'kind' | 'channel'
  >
  return { ...stored, event: { kind: 'message', channel: event.channel, ...said } }
}

/** Told once; what they sent is kept and shown to staff, but gets no answer of its own. */
function slowDown(state: ConversationState, at: number): { state: ConversationState; effects: Effect[] } {
  if (state.slowedAt !== undefined && at - state.slowedAt < FLOOD.withinMs) return { state, effects: [] }
  return {
    state: { ...state, slowedAt: at },
    effects: [{ do: 'say', say: { text: 'system:too_many' }, rank: 0, purpose: 'C1' }],
  }
}

/** Five times is enough; but a STOP counts, also when the bot cannot make anything of it any more. */
function giveUp(
  state: ConversationState,
  event: StoredInbound,
): { state: ConversationState; effects: Effect[] } {
  if (event.stopWord)
    return {
      state: { ...state, stack: [], waiting: [] },
      effects: [
        { do: 'stop' },
        GAVE_UP,
        { do: 'say', say: { text: 'system:stopped' }, rank: 1, purpose: 'C1', last: true },
      ],
    }
  const sorry: Effect[] =
    event.event.kind === 'message' || event.event.kind === 'anonymous'
      ? [{ do: 'say', say: { text: 'system:something_wrong' }, rank: 1, purpose: 'C1' }]
      : []
  return { state, effects: [GAVE_UP, ...sorry] }
}

/** An answer to an open anonymous dialog; or a late tap on a button of one that is closed. */
function anonymousPart(
  deps: TakeTurns,
  state: ConversationState,
  event: StoredInbound,
): { channel: string; now: number } | undefined {
  const { kind } = event.event
  if (kind !== 'message') return undefined
  const dialogs = [state.stack.at(-1)?.state.dialog, readPayload(payloadOf(deps, event))?.dialog]
  const anonymous = dialogs.some(dialog => dialog !== undefined && deps.isAnonymous(dialog))
  return anonymous ? { channel: event.event.channel, now: deps.clock.now() } : undefined
}

function payloadOf(deps: TakeTurns, stored: StoredInbound): string {
  try {
    const { event } = opened(deps, stored)
    return (event.kind === 'message' && event.payload) || ''
  } catch {
    // What we cannot unlock nobody can read; it must not keep the turn from being given up.
    return ''
  }
}
