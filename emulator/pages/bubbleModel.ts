import type { Choices, Message, Phone } from '../records'
import type { State } from '../state'
import type { Dates } from './dates'
import { directionOf } from './phonesModel'
import type { Words } from './words'

export type Tick = 'clock' | 'one' | 'two' | 'read' | 'unheard'

export interface BubbleModel {
  sid: string
  /** `ours`: from the organisation; `theirs`: of the person with this phone. */
  side: 'ours' | 'theirs'
  channel: Message['channel']
  text: string
  lang: string
  direction: 'ltr' | 'rtl'
  hour: string
  tick: Tick | null
  tickText: string
  template: string | null
  parts: string | null
  media: { url: string; type: string }[]
  /** What stands there instead of a text, for voice, picture and place. */
  caption: string | null
  kind: NonNullable<Message['kind']>
  notYet: boolean
  failure: string | null
  choices: (Choices & { row: boolean; chosen: string | null }) | null
}

const ARABIC = /\p{Script=Arabic}/u
const LATIN = /\p{Script=Latin}/u
const ARABIC_LANGUAGES = new Set(['ar', 'fa', 'ps', 'ur', 'ckb'])

export function bubbleModel(given: {
  message: Message
  phone: Phone
  state: State
  lastWritten: number
  page: { words: Words }
  own: { words: Words; dates: Dates }
}): BubbleModel {
  const { message, phone, state, lastWritten, page, own } = given
  const { words } = own
  const them = message.direction === 'inbound'
  const failed = message.status === 'failed' || message.status === 'undelivered'
  const notYet = !them && !failed && message.onPhoneAt === null
  const tick = them ? tickOfReply(message, lastWritten) : notYet ? tickOfWaiting(message) : null
  const lang = languageOf(message, phone)
  const media = message.media.map(sid => ({
    url: `/phones/media/${sid}`,
    type: state.all('media').get(sid)?.type ?? '',
  }))
  return {
    sid: message.sid,
    side: them ? 'theirs' : 'ours',
    channel: message.channel,
    text: message.shown,
    lang,
    direction: directionOf(lang),
    hour: own.dates.hour(message.onPhoneAt ?? message.createdAt),
    tick,
    tickText: tick ? words(`bubble.${tick}`) : '',
    template: message.template ? words('bubble.template', { name: readable(message.template) }) : null,
    parts: message.channel === 'sms' && !them ? words('bubble.parts', { count: message.segments }) : null,
    media,
    caption: captionOf(message, words),
    kind: message.kind ?? 'text',
    notYet,
    failure: failed ? failureOf(message.errorCode, page.words) : null,
    choices: message.choices && !notYet && !failed ? choicesOf(message, message.choices) : null,
  }
}

function tickOfReply(message: Message, lastWritten: number): Tick | null {
  if (message.channel === 'sms') return message.heard === false ? 'unheard' : null
  if (message.heard === undefined) return 'clock'
  if (!message.heard) return 'unheard'
  return message.readByUs || lastWritten > message.createdAt ? 'read' : 'two'
}

function tickOfWaiting(message: Message): Tick {
  return message.status === 'sent' ? 'one' : 'clock'
}

/** The template knows its language; of a free text the script tells whether it can be the person's own. */
function languageOf(message: Message, phone: Phone): string {
  if (message.language) return message.language.replace('_', '-')
  const own = phone.language
  const arabic = ARABIC_LANGUAGES.has(own.split('-')[0] as string)
  if (ARABIC.test(message.shown)) return arabic ? own : 'ar'
  return arabic && LATIN.test(message.shown) ? 'en' : own
}

function captionOf(message: Message, words: Words): string | null {
  if (message.kind === 'location')
    return words('bubble.place', {
      latitude: message.fields?.Latitude ?? '',
      longitude: message.fields?.Longitude ?? '',
    })
  return message.kind === 'voice' ? words('bubble.voiceNote') : null
}

function failureOf(code: number | null, words: Words): string {
  const known = words(`failure.${code}`)
  const reason = known === `failure.${code}` ? words('failure.other', { code: code ?? 0 }) : known
  return words('failure.label', { reason })
}

/** Buttons share a row when they are short: at most 16 letters together, 11 each. */
function choicesOf(message: Message, choices: Choices): BubbleModel['choices'] {
  const sizes = choices.options.map(option => [...option.title].length)
  const short = sizes.every(size => size <= 11) && sizes.reduce((sum, size) => sum + size, 0) <= 16
  return { ...choices, row: short && sizes.length === 3, chosen: message.chosen ?? null }
}

/** `invitation_v3fa91c02` and `invitation_v3_nl` are for machines; a person reads "invitation". */
function readable(template: string): string {
  return template.replace(/_v([0-9a-f]{8}|\d+.*)$/, '').replaceAll('_', ' ')
}
