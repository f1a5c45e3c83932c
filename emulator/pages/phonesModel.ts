import type { Message, Phone, Seen } from '../records'
import type { State } from '../state'
import { type BubbleModel, bubbleModel } from './bubbleModel'
import type { Dates } from './dates'
import type { PageLanguage, Words } from './words'

export interface PersonModel {
  n: number
  name: string
  language: string
  open: boolean
}

export interface SawRow {
  hour: string
  what: string
  answer: string
  bad: boolean
  path: string
  sid: string
  signature: string
}

export interface PhoneModel {
  n: number
  name: string
  language: string
  direction: 'ltr' | 'rtl'
  /** The language of the words on this phone itself. */
  words: Words
  spoken: PageLanguage
  channels: Phone['channels']
  writes: Phone['writes']
  on: boolean
  blocks: boolean
  stopped: boolean
  waiting: { count: number; channel: Phone['writes'] } | null
  days: { key: string; label: string; bubbles: BubbleModel[] }[]
  saw: SawRow[]
}

const RTL = new Set(['ar', 'fa', 'ps', 'ur', 'he', 'ckb'])

export function directionOf(language: string): 'ltr' | 'rtl' {
  return RTL.has(language.split('-')[0] as string) ? 'rtl' : 'ltr'
}

/** What one phone shows, in the words of the person's own language where the page has them. */
export function phoneModel(given: {
  phone: Phone
  n: number
  state: State
  now: number
  page: { words: Words; dates: Dates; language: PageLanguage }
  own: { words: Words; dates: Dates; language: PageLanguage }
}): PhoneModel {
  const { phone, n, state, now, page, own } = given
  const all = state.messagesOf(phone.address).filter(message => !message.wiped && !HIDDEN.has(message.status))
  const waiting = all.filter(message => message.direction !== 'inbound' && isWaiting(message))
  const lastWritten = lastFromUs(all)
  const days: PhoneModel['days'] = []
  for (const message of all) {
    const key = own.dates.field(message.onPhoneAt ?? message.createdAt).slice(0, 10)
    if (days.at(-1)?.key !== key) {
      const today = key === own.dates.field(now).slice(0, 10)
      const label = today ? own.words('bubble.today') : own.dates.day(message.onPhoneAt ?? message.createdAt)
      days.push({ key, label, bubbles: [] })
    }
    days.at(-1)?.bubbles.push(bubbleModel({ message, phone, state, lastWritten, page, own }))
  }
  const seen = [...state.all('seen').values()].filter(row => row.phone === phone.address)
  return {
    n,
    name: phone.name,
    language: phone.language,
    direction: directionOf(phone.language),
    words: own.words,
    spoken: own.language,
    channels: phone.channels,
    writes: phone.writes,
    on: phone.on,
    blocks: phone.blocks,
    stopped: phone.optedOut.length > 0,
    waiting: waiting[0] ? { count: waiting.length, channel: waiting[0].channel } : null,
    days,
    saw: seen.reverse().map(row => sawRow(row, page)),
  }
}

const HIDDEN = new Set(['scheduled', 'canceled'])

function isWaiting(message: Message): boolean {
  return message.onPhoneAt === null && ['queued', 'accepted', 'sent'].includes(message.status)
}

/** When the organisation last wrote: who answers has read. */
function lastFromUs(messages: Message[]): number {
  return Math.max(0, ...messages.filter(one => one.direction !== 'inbound').map(one => one.createdAt))
}

function sawRow(row: Seen, page: { words: Words; dates: Dates }): SawRow {
  const { words, dates } = page
  const answer = /^\d+$/.test(row.answer) ? row.answer : words(`saw.${row.answer}`)
  return {
    hour: dates.hour(row.at),
    what: row.kind === 'inbound' ? words('saw.inbound') : words('saw.status', { status: row.status }),
    answer: row.tries > 1 ? `${answer}, ${words('saw.tries', { count: row.tries })}` : answer,
    bad: row.code !== null,
    path: row.path,
    sid: row.sid,
    signature: row.signature,
  }
}
