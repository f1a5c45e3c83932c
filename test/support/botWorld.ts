import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { createBot } from '../../src/bot/bot'
import { loadContent } from '../../src/content/loadContent'
import type { Campaign, Enrolment } from '../../src/domain/campaign'
import type { Contact } from '../../src/domain/contact'
import type { ConversationEvent, ConversationState, Effect } from '../../src/domain/conversation'
import { type Bot, type Letterbox, NEW_CONVERSATION, type TurnContext } from '../../src/ports/bot'
import { aStoredContact } from './storedExamples'

export const BOT_NOW = Date.parse('2026-11-26T10:00:00+01:00')
export const HOUR = 3_600_000

const { content } = loadContent(join(__dirname, '../..'))

export const consented = (over: Partial<Contact> = {}): Contact =>
  aStoredContact({
    _id: 'amina',
    name: 'Amina',
    addresses: [{ channel: 'whatsapp', address: '+32470000001' }],
    consents: [{ key: 'a', purpose: 'C1', state: 'given', version: '1', language: 'nl', at: 1, by: 'paper' }],
    ...over,
  })

export const aLetterbox = (over: Partial<Letterbox> = {}): Letterbox => ({
  publicKey: 'key',
  ownQuestions: [],
  open: true,
  ...over,
})

export interface BotWorld {
  state: ConversationState
  contact: Contact
  enrolment: Enrolment
  now: number
  letterboxes: Record<string, Letterbox>
  /** One event, handled twice with everything read back from JSON: both times the same. */
  handle(event: ConversationEvent): Promise<Effect[]>
  write(text: string, payload?: string): Promise<string[]>
  start(dialog: string, over?: Partial<Extract<ConversationEvent, { kind: 'start' }>>): Promise<string[]>
}

const newBot = (): Bot =>
  createBot({
    content,
    seal: (key, payload) => `${key} ${createHash('sha256').update(JSON.stringify(payload)).digest('hex')}`,
  })
/** Two of them: whatever one kept to itself, the other would not know. */
const BOT = newBot()
const RESTARTED = newBot()

/** It began an hour ago. */
const campaign = {
  _id: 'spring',
  timeline: { id: 'networking-event', version: 1 },
  event: { start: '2026-11-26T09:00', end: '2026-11-26T12:00', zone: 'Europe/Brussels' },
} as Campaign

/** The real bot over the real content, one person, and nothing that remembers but plain state. */
export function botWorld(contact: Contact = consented()): BotWorld {
  let events = 0
  const world: BotWorld = {
    state: NEW_CONVERSATION,
    contact,
    enrolment: { _id: 'spring:amina', evaluations: {}, needs: [] } as unknown as Enrolment,
    now: BOT_NOW,
    letterboxes: { 'E-01': aLetterbox(), 'E-02': aLetterbox() },
    async handle(event) {
      const context = {
        now: world.now,
        organisation: { _id: 'org', zone: 'Europe/Brussels' },
        contact: world.contact,
        campaigns: [
          {
            campaign,
            enrolment: world.enrolment,
            letterboxes: world.letterboxes,
          },
        ],
      } as unknown as TurnContext
      const stored = {
        _id: `event:${events++}`,
        organisation: 'org',
        contact: world.contact._id,
        at: world.now,
        late: false,
        stopWord: false,
        handled: false as const,
        tries: 0,
        event,
      }
      const turn = (bot: Bot) =>
        bot.turn(JSON.parse(JSON.stringify(world.state)), structuredClone(stored), structuredClone(context))
      const [once, again] = [await turn(BOT), await turn(RESTARTED)]
      expect(again).toEqual(once)
      world.state = JSON.parse(JSON.stringify(once.state))
      return once.effects
    },
    write: async (text, payload) =>
      saidIn(
        await world.handle({
          kind: 'message',
          channel: 'whatsapp',
          text,
          ...(payload !== undefined && { payload }),
        }),
      ),
    start: async (dialog, over = {}) =>
      saidIn(
        await world.handle({
          kind: 'start',
          dialog,
          campaign: campaign._id,
          notAfter: world.now + 24 * HOUR,
          ...over,
        }),
      ),
  }
  return world
}

/** Somebody who was just asked the first question. */
export async function inDialog(dialog = 'rsvp'): Promise<BotWorld> {
  const world = botWorld()
  await world.start(dialog)
  return world
}

/** What is said, by the keys of its texts: `answers:needed + dialogs/rsvp:coming.ask`. */
export const saidIn = (effects: readonly Effect[]): string[] =>
  effects.flatMap(effect =>
    effect.do === 'say' ? [[...(effect.say.lead ?? []), effect.say].map(({ text }) => text).join(' + ')] : [],
  )
