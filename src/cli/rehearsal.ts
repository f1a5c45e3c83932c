import { isDeepStrictEqual } from 'node:util'
import { createBot } from '../bot/bot'
import { contactFacts, factsFor } from '../content/facts'
import { USUAL_POLICY } from '../domain/anonymity/printAtom'
import type { Campaign, Enrolment, Event } from '../domain/campaign'
import { OPT_IN_DIALOG } from '../domain/consent/mayWrite'
import type { Contact } from '../domain/contact'
import {
  type ConversationEvent,
  type ConversationState,
  type Effect,
  eventOfOurs,
} from '../domain/conversation'
import { instrumentOf } from '../domain/dialog/ending'
import { voicesIn } from '../domain/dialog/hearsVoice'
import type { ChannelName, LanguageTag, Rendered, Say } from '../domain/message'
import type { Organisation } from '../domain/organisation'
import { NEW_CONVERSATION, type TurnContext } from '../ports/bot'
import type { Content } from '../ports/content'

/** The practice world starts on this day, so that a talk of today and its recording of last year say the same. */
export const REHEARSAL_STARTS = Date.parse('2026-11-26T10:00:00+01:00')
const DAY = 24 * 60 * 60 * 1000

const EVENT: Event = {
  name: 'Samen aan tafel',
  start: '2026-12-10T14:00',
  end: '2026-12-10T17:00',
  zone: 'Europe/Brussels',
  place: 'Huis van de Buurt',
  address: 'Stationsstraat 12, 8400 Oostende',
  transport: 'tram 0, halte Station',
  parking: 'gratis achter het huis',
  goal: 'werkgevers ontmoeten',
  benefit: 'je oefent een gesprek',
  who: 'zes werkgevers uit de buurt',
  childcare: 'opvang in de zaal ernaast',
  bring: 'je cv',
  welcome: 'Els',
  contactName: 'Els',
  contactPhone: '+32 59 00 00 00',
  inLanguage: {},
}

const ORGANISATION: Organisation = {
  _id: 'practice',
  name: 'Huis van de Buurt',
  project: 'de netwerkdagen',
  zone: 'Europe/Brussels',
  languages: [],
  holidays: true,
  senders: { whatsapp: undefined, sms: undefined },
  contactPerson: { name: 'Els', phone: '+32 59 00 00 00' },
  policy: USUAL_POLICY,
}

export interface Heard {
  text: string
  rendered: Rendered
}

/** One person and the real bot, without a store, a clock or a phone. Every event is handled twice, as after a crash. */
export interface Rehearsal {
  begin(): Promise<Heard[]>
  handle(event: ConversationEvent): Promise<Heard[]>
  /** Time goes by: reminders and closings come in their order. */
  wait(ms: number): Promise<Heard[]>
  /** The answers that were kept or posted, by question. */
  answers(): Record<string, unknown>
  /** Everything else that was decided, in order, in a few words each. */
  deeds(): string[]
  isOver(): boolean
}

export function createRehearsal(deps: {
  content: Content
  dialog: string
  language: LanguageTag
  channel: ChannelName
}): Rehearsal {
  const { content, dialog, channel } = deps
  const sealed: string[] = []
  /** The same answer has the same box here, so that a turn can be done twice and compared. */
  function seal(_key: string, payload: unknown): string {
    const closed = JSON.stringify(payload)
    if (!sealed.includes(closed)) sealed.push(closed)
    return `box ${sealed.indexOf(closed)}`
  }
  const bot = createBot({ content, seal })
  const contact = newContact(dialog, deps.language, channel)
  const campaign = newCampaign(content)
  const enrolment: Enrolment = {
    _id: 'practice:you',
    organisation: ORGANISATION._id,
    campaign: campaign._id,
    contact: contact._id,
    audience: contact.audience,
    joinedAt: REHEARSAL_STARTS,
    needs: [],
    evaluations: {},
    turn: 0,
  }
  const letterboxes = Object.fromEntries(
    content.dialogs.map(one => [instrumentOf(one), { publicKey: 'practice', ownQuestions: [], open: true }]),
  )
  let now = REHEARSAL_STARTS
  let state: ConversationState = NEW_CONVERSATION
  let events = 0
  let timers: (Extract<ConversationEvent, { kind: 'timer' }> & { at: number })[] = []
  let answers: Record<string, unknown> = {}
  const deeds: string[] = []

  /** A voice note is heard where the real one would be. */
  function heard(event: ConversationEvent): ConversationEvent {
    const run = state.stack.at(-1)?.state
    if (event.kind !== 'message' || !run) return event
    const [voice] = voicesIn(content.dialog(run.dialog, run.version), run, event)
    return voice ? { ...event, heard: { sound: 'voice', key: '', type: voice.type } } : event
  }

  async function handle(given: ConversationEvent): Promise<Heard[]> {
    const event = heard(given)
    const stored = eventOfOurs({
      _id: `practice:${events++}`,
      organisation: ORGANISATION._id,
      contact: contact._id,
      at: now,
      event,
    })
    const context: TurnContext = {
      now,
      organisation: ORGANISATION,
      contact,
      campaigns: [{ campaign, enrolment, letterboxes }],
    }
    const decide = () => bot.turn(JSON.parse(JSON.stringify(state)), stored, structuredClone(context))
    const decided = await decide()
    if (!isDeepStrictEqual(decided, await decide()))
      throw new Error('the same event gave two different turns')
    state = decided.state
    return decided.effects.flatMap(apply)
  }

  function apply(effect: Effect): Heard[] {
    switch (effect.do) {
      case 'say':
        return [hear(effect)]
      case 'timer':
        timers.push({ kind: 'timer', run: effect.run, what: effect.what, at: effect.at })
        return []
      case 'keep':
        answers = effect.run.answers
        break
      case 'post':
        answers = Object.fromEntries(Object.entries(effect.run.boxes).map(([id, box]) => [id, opened(box)]))
        break
      case 'consent':
        contact.consents.push({
          ...effect,
          key: String(events),
          language: contact.language,
          at: now,
          channel,
        })
        break
      case 'stop':
        contact.stopped = { at: now }
        break
      case 'start_again':
        delete contact.stopped
        break
      case 'language':
        contact.language = effect.language
        break
      case 'rsvp':
        enrolment.rsvp = effect.rsvp
        break
      case 'mark':
        enrolment.evaluations[effect.instrument] = effect.mark
        break
      default:
        break
    }
    deeds.push(inWords(effect))
    return []
  }

  const opened = (box: string) => JSON.parse(sealed[Number(box.slice('box '.length))]!).value

  function hear({ say, language = contact.language }: Extract<Effect, { do: 'say' }>): Heard {
    const level = contact.reads
    const facts = {
      ...contactFacts(contact, ORGANISATION),
      ...factsFor({ contact, organisation: ORGANISATION, event: EVENT }, language),
    }
    const rendered = content.texts.render(say, { language, level, channel, facts })
    return { text: asSeen(rendered), rendered }
  }

  return {
    handle,
    begin: () =>
      dialog === OPT_IN_DIALOG
        ? handle({ kind: 'start', dialog, notAfter: now + 10 * DAY })
        : handle({
            kind: 'start',
            dialog,
            campaign: campaign._id,
            notAfter: now + 10 * DAY,
            ...openingOf(content, dialog),
          }),
    async wait(ms) {
      const until = now + ms
      const heard: Heard[] = []
      for (;;) {
        const [due] = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
        if (!due) break
        timers = timers.filter(timer => timer !== due)
        now = Math.max(now, due.at)
        heard.push(...(await handle({ kind: 'timer', run: due.run, what: due.what })))
      }
      now = until
      return heard
    },
    answers: () => answers,
    deeds: () => deeds,
    isOver: () => state.stack.length === 0,
  }
}

/** Most talks belong to it; what it does not ask comes from another. */
const mainTimeline = ({ timeline }: Content) => timeline('networking-event')

/** The step that opens this dialog brings its own first words. */
function openingOf(content: Content, dialog: string): { step?: string; opening?: Say } {
  for (const timeline of [mainTimeline(content), ...content.timelines])
    for (const step of timeline?.steps ?? [])
      if (step.does === 'dialog' && step.dialog === dialog)
        return { step: step.id, opening: { text: `timelines/${timeline?.id}:${step.id}` } }
  return {}
}

/** As on a phone: the buttons under the bubble. */
const asSeen = ({ text, choices = [] }: Rendered): string =>
  [text, ...(choices.length > 0 ? [choices.map(({ label }) => `[${label}]`).join(' ')] : [])].join('\n')

function inWords(effect: Effect): string {
  switch (effect.do) {
    case 'consent':
      return `consent ${effect.purpose} ${effect.state}`
    case 'language':
      return `language ${effect.language}`
    case 'rsvp':
      return `rsvp ${effect.rsvp}`
    case 'enrolment': {
      const { do: _, campaign: _campaign, ...what } = effect
      return Object.entries(what)
        .map(([name, value]) => `${name} ${[value].flat().join(', ')}`)
        .join('; ')
    }
    case 'profile':
      return `${effect.field} ${effect.value}`
    case 'mark':
      return `${effect.instrument} ${effect.mark}`
    case 'keep':
      return [
        effect.complete ? 'reply kept' : 'reply kept in part',
        ...(effect.about ? [`about ${effect.about}`] : []),
      ].join(', ')
    case 'post':
      return `${effect.instrument} posted without a name`
    case 'task':
      return `task ${effect.kind}: ${effect.reason}`
    default:
      return effect.do
  }
}

function newContact(dialog: string, language: LanguageTag, channel: ChannelName): Contact {
  const address = '+32470000001'
  return {
    _id: 'you',
    organisation: ORGANISATION._id,
    name: 'Amina',
    addresses: [{ channel, address }],
    addressKeys: [],
    language,
    languageChosen: true,
    reads: 'simple',
    audience: 'participant',
    tags: [],
    evening: false,
    consents:
      dialog === OPT_IN_DIALOG
        ? []
        : [
            {
              key: 'practice',
              purpose: 'C1',
              state: 'given',
              version: 'practice',
              language,
              at: REHEARSAL_STARTS,
              by: 'staff',
            },
          ],
    heardAt: {},
    turn: 0,
  }
}

const newCampaign = (content: Content): Campaign => ({
  _id: 'practice',
  organisation: ORGANISATION._id,
  state: 'running',
  version: 1,
  plannedVersion: 1,
  timeline: { id: mainTimeline(content)?.id ?? '', version: mainTimeline(content)?.version ?? 1 },
  event: EVENT,
  series: 'practice',
  createdAt: REHEARSAL_STARTS,
})
