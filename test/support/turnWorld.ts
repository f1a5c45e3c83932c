import { randomBytes } from 'node:crypto'
import type { Contact } from '../../src/domain/contact'
import type {
  Conversation,
  ConversationEvent,
  ConversationState,
  Effect,
  StoredInbound,
} from '../../src/domain/conversation'
import type { Inbound, ListedMessage, StatusReport } from '../../src/ports/channel'
import type { Documents } from '../../src/ports/documents'
import { createSeal } from '../../src/seal/createSeal'
import { createContacts } from '../../src/store/contacts'
import { createConversations } from '../../src/store/conversations'
import { createInbound } from '../../src/store/inbound'
import { createLanes } from '../../src/store/lanes'
import { createLetters } from '../../src/store/letters'
import { createThreads } from '../../src/store/threads'
import { cancelRows } from '../../src/use-cases/cancelRows'
import { catchUp } from '../../src/use-cases/catchUp'
import { createTurnContext } from '../../src/use-cases/createTurnContext'
import { type ReceiveMessage, receiveMessage } from '../../src/use-cases/receiveMessage'
import { recordStatus } from '../../src/use-cases/recordStatus'
import { sendDue } from '../../src/use-cases/sendDue'
import type { Sending } from '../../src/use-cases/sending'
import { type TakeTurns, takeTurns } from '../../src/use-cases/takeTurns'
import { crashScript, Killed } from './crashScript'
import { anOrganisation, type Process, SECOND, type SendingWorld, sendingWorld } from './sendingWorld'

const HOUSE = anOrganisation().senders
export const OURS = { whatsapp: HOUSE.whatsapp!, sms: HOUSE.sms! }

/** What the bot of the tests wants for a text; for any other it says `texts:<text>`. Throwing is a turn that fails. */
export type Script = Record<string, Effect[] | (() => Effect[])>

export const says = (text: string, more: object = {}): Effect => ({
  do: 'say',
  say: { text: `texts:${text}` },
  rank: 0,
  purpose: 'C1',
  ...more,
})

const SCRIPT: Script = {
  STOP: [{ do: 'stop' }, says('stopped', { last: true })],
  START: [{ do: 'start_again' }, says('started')],
}

/** One process of ours that receives, takes turns and sends, over what it shares with the others. */
export interface TurnProcess extends Process {
  turns: TakeTurns
  receiving: ReceiveMessage
  receive(message: Partial<Inbound> & { providerId: string }, late?: { at: number }): Promise<unknown>
  status(report: StatusReport): Promise<unknown>
  /** One person's turns, then what was said to them. */
  work(contact?: string): Promise<void>
  /** Everything that the clock alone makes due. */
  look(): Promise<void>
  catchUp(): Promise<void>
}

export interface TurnWorld extends Omit<SendingWorld, 'process'> {
  script: Script
  /** What people wrote, as the provider lists it, newest first. */
  listed: ListedMessage[]
  process(name: string, change?: Partial<TakeTurns & Sending>): TurnProcess
  amal: Contact
  /** The texts that reached somebody, in the order in which the provider took them. */
  heard(address?: string): string[]
  /** Every event that had its turn, in order; taken from the conversation itself. */
  history(contact?: string): Promise<string[]>
  event(
    id: string,
    event: Exclude<ConversationEvent, { kind: 'message' }>,
    more?: Partial<StoredInbound>,
  ): Promise<void>
  stored(id: string): Promise<StoredInbound>
  conversation(contact?: string): Promise<Conversation>
  /** Looks while time passes, until nothing waits in or out. */
  quiet(process: TurnProcess, rounds?: number): Promise<void>
}

/** The receiving half beside the sending one: a bot that does as the test says, and remembers in what order it heard. */
export async function turnWorld(): Promise<TurnWorld> {
  const sending = await sendingWorld()
  const { documents, clock, provider } = sending
  const seal = createSeal(randomBytes(32))
  const amal = await sending.contact()
  let ids = 0

  const world: TurnWorld = {
    ...sending,
    script: { ...SCRIPT },
    listed: [],
    amal,
    heard: address =>
      provider.messages
        .filter(({ to }) => address === undefined || to === address)
        .map(({ body }) => body.replace(/^texts:| in \w+$/g, '')),
    history: async contact => (await world.conversation(contact)).state.waiting.map(({ dialog }) => dialog),
    async event(_id, event, more = {}) {
      await sending.inbound({ _id, event, ...more })
    },
    async stored(id) {
      const stored = await documents.collection('inbound').get(id)
      if (!stored) throw new Error(`${id} was not kept`)
      return stored
    },
    async conversation(contact = 'amal') {
      return createConversations(documents).of(contact, 'house')
    },
    async quiet(process, rounds = 40) {
      for (let round = 0; round < rounds; round++) {
        await process.look()
        if (!(await isBusy(documents, clock.now()))) return
        clock.pass(15 * SECOND)
      }
      throw new Error('still not quiet')
    },
    process(name, change = {}) {
      let dead = false
      const script = crashScript()
      const crash = async (point: string) => {
        await Promise.resolve(script.hook(point)).catch(error => {
          dead = true
          throw error
        })
      }
      const mine = mortal(documents, () => dead)
      const base = sending.process(name, { documents: mine, crash, channel: provider.channelFor(crash) })
      const channel = { ...base.deps.channel, list: () => listOf(world.listed) }
      const outgoing: Sending = { ...base.deps, ...change }
      const shared = {
        documents: mine,
        contacts: createContacts(mine),
        inbound: createInbound(mine),
        letters: createLetters(mine),
        clock,
        seal,
        newId: () => `id-${name}-${ids++}`,
        crash,
      }
      const turns: TakeTurns = {
        ...shared,
        conversations: createConversations(mine),
        lanes: createLanes(mine),
        threads: createThreads(mine),
        log: outgoing.log,
        bot: { turn: async (state, event, { contact }) => say(world.script, state, event, contact) },
        turnContext: createTurnContext(shared),
        isAnonymous: dialog => dialog.startsWith('anonymous'),
        hearVoice: async () => undefined,
        cancelRowsOf: async (contact, reason, by, before) => {
          await cancelRows(outgoing, { contact, before }, reason, by)
        },
        postLetter: async () => {},
        replan: async () => {},
        ...change,
      }
      const receiving: ReceiveMessage = {
        ...shared,
        isStopWord: text => text === 'STOP',
        organisationOf: ({ address }) =>
          [OURS.whatsapp.address, OURS.sms.address].includes(address)
            ? { _id: 'house', language: 'nl' }
            : null,
      }
      const process: TurnProcess = {
        ...base,
        script,
        deps: outgoing,
        turns,
        receiving,
        receive: (message, late) =>
          receiveMessage(
            receiving,
            { from: amal.addresses[0]!, to: OURS.whatsapp, text: '', ...message },
            late,
          ),
        status: report => recordStatus(outgoing, report),
        async work(contact = 'amal') {
          await takeTurns(turns, contact, 'house')
          await sendDue(outgoing, { contact, limit: 500 })
        },
        async look() {
          for (const { _id } of await turns.conversations.unfinished(500))
            await takeTurns(turns, _id, 'house')
          for (const { contact } of await turns.inbound.waiting(clock.now(), 500))
            await takeTurns(turns, contact, 'house')
          await base.tick(500)
        },
        catchUp: () =>
          catchUp(
            { ...shared, channel, receive: (one, late) => receiveMessage(receiving, one, late) },
            OURS.whatsapp,
          ),
      }
      return process
    },
  }
  return world
}

/**
 * Pure, like the real one: the same event on the same state wants the same, and who stopped hears nothing. `waiting`
 * serves as its diary.
 */
function say(
  script: Script,
  state: ConversationState,
  stored: { _id: string; event: ConversationEvent },
  { stopped }: Contact,
) {
  const { event } = stored
  const text = event.kind === 'message' ? event.payload || event.text : event.kind
  const wanted = stopped && text !== 'START' ? [] : (script[text] ?? [says(text)])
  const effects = typeof wanted === 'function' ? wanted() : wanted
  const note = { kind: 'start' as const, dialog: text, notAfter: 1 }
  return { state: { ...state, waiting: [...state.waiting, note] }, effects: structuredClone(effects) }
}

async function* listOf(messages: readonly ListedMessage[]): AsyncIterable<ListedMessage> {
  yield* messages
}

async function isBusy(documents: Documents, now: number): Promise<boolean> {
  const counts = await Promise.all([
    documents.collection('inbound').count({ handled: false, at: { $lte: now } }),
    documents.collection('conversations').count({ hasOut: true }),
    documents.collection('outbox').count({ state: { $in: ['planned', 'sending', 'unknown'] } }),
  ])
  return counts.some(count => count > 0)
}

/** A killed process does nothing more: no lease is given back, no write comes after. */
function mortal(documents: Documents, isDead: () => boolean): Documents {
  const guard = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(inner, name) {
        const member = Reflect.get(inner, name)
        if (typeof member !== 'function') return member
        return (...given: unknown[]) => {
          if (isDead()) throw new Killed()
          const result = member.apply(inner, given)
          return name === 'collection' ? guard(result) : result
        }
      },
    })
  return guard(documents)
}
