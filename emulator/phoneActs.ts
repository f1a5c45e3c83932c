import { segments } from '../src/domain/text/segments'
import { writeAddress } from './addresses'
import type { Engine } from './engine'
import type { FaultSwitches } from './faults'
import type { MediaStore } from './mediaStore'
import { oggSample } from './oggSample'
import type { EmulatorOptions, PhoneOptions } from './options'
import { OPT_OUT_ANSWERS, readOptOut } from './optOutWords'
import { pngSample } from './pngSample'
import type { ChannelName, Message, Phone } from './records'
import { newSid } from './sids'
import type { State } from './state'

interface Location {
  latitude: string
  longitude: string
  label?: string
}

/** Why the hand on the phone could not do this. */
export type ActProblem = 'no such phone' | 'phone is off' | 'not on this channel' | 'no such choice'
export type ActResult = { sids: string[] } | { problem: ActProblem }

const SEVEN_DAYS = 7 * 86_400_000
const VOICE_SECONDS = 4
/** Oostende, at the sea. */
const SAMPLE_PLACE = { latitude: '51.2254', longitude: '2.9194' }

/** What a person can do with a phone. Every message goes to the product as a signed webhook. */
export function createPhoneActs(given: {
  options: EmulatorOptions
  state: State
  engine: Engine
  faults: FaultSwitches
  media: MediaStore
}) {
  const { options, state, engine, faults, media } = given

  const write = (
    address: string,
    what: Partial<Message> & { shown: string },
    how: { channel?: ChannelName; together?: boolean } = {},
  ): ActResult => {
    const phone = state.all('phones').get(address)
    if (!phone) return { problem: 'no such phone' }
    if (!phone.on) return { problem: 'phone is off' }
    const channel = how.channel ?? phone.writes
    if (!phone.channels.includes(channel)) return { problem: 'not on this channel' }
    const message = inboundMessage(phone, channel, what)
    state.put('messages', message.sid, message)
    notePerson(phone, message)
    const due = options.clock.now() + faults.now().slow
    const lane = how.together ? message.sid : address
    engine.schedule({ at: due, does: 'inbound', sid: message.sid, lane })
    return { sids: [message.sid] }
  }

  function inboundMessage(
    phone: Phone,
    channel: ChannelName,
    what: Partial<Message> & { shown: string },
  ): Message {
    const now = options.clock.now()
    return {
      sid: newSid(what.kind === 'voice' || what.kind === 'image' ? 'MM' : 'SM'),
      channel,
      direction: 'inbound',
      from: writeAddress({ channel, address: phone.address }),
      to: writeAddress({ channel, address: options.senders[channel] }),
      phone: phone.address,
      body: what.shown,
      status: 'received',
      errorCode: null,
      serviceSid: null,
      segments: channel === 'sms' ? segments(what.shown).segments : 1,
      media: [],
      createdAt: now,
      sentAt: now,
      updatedAt: now,
      onPhoneAt: now,
      kind: 'text',
      ...what,
    }
  }

  /** The window opens, and on SMS Twilio's own words work before the product hears them. */
  function notePerson(phone: Phone, message: Message): void {
    const now = message.createdAt
    let row: Phone = { ...phone, lastInbound: { ...phone.lastInbound, [message.to]: now } }
    const word = message.channel === 'sms' ? readOptOut(message.shown) : null
    const was = phone.optedOut.includes(message.to)
    if (word === 'stop') row = { ...row, optedOut: [...new Set([...row.optedOut, message.to])] }
    if (word === 'start') row = { ...row, optedOut: row.optedOut.filter(sender => sender !== message.to) }
    state.put('phones', phone.address, row)
    if (word === null || (word === 'start' && !was)) return
    const { chosen: _, fields: __, ...rest } = inboundMessage(phone, 'sms', { shown: OPT_OUT_ANSWERS[word] })
    engine.accept({
      ...rest,
      direction: 'outbound-reply',
      status: 'queued',
      from: message.to,
      to: message.from,
      sentAt: null,
      onPhoneAt: null,
      language: 'en',
    })
  }

  const withMedia = (address: string, kind: 'voice' | 'image', type: string, bytes: Buffer): ActResult => {
    const phone = state.all('phones').get(address)
    if (phone && !phone.channels.includes('whatsapp')) return { problem: 'not on this channel' }
    const result = write(address, { shown: '', kind }, { channel: 'whatsapp' })
    if ('problem' in result) return result
    const sid = result.sids[0] as string
    const added = media.add(sid, type, bytes, options.clock.now())
    state.put('messages', sid, { ...(state.all('messages').get(sid) as Message), media: [added] })
    return result
  }

  return {
    text: (address: string, text: string, channel?: ChannelName) =>
      write(address, { shown: text }, { channel }),
    /** Many at once, on connections of their own, as after a tunnel. */
    burst(address: string, texts: string[], channel?: ChannelName): ActResult {
      const sids: string[] = []
      for (const text of texts) {
        const result = write(address, { shown: text }, { channel, together: true })
        if ('problem' in result) return result
        sids.push(...result.sids)
      }
      return { sids }
    },
    /** A tap on a button or a row of a list under one of our messages. */
    tap(address: string, sid: string, id: string): ActResult {
      const message = state.all('messages').get(sid)
      const option = message?.choices?.options.find(one => one.id === id)
      if (!message?.choices || message.phone !== address || !message.onPhoneAt || !option)
        return { problem: 'no such choice' }
      const recent = options.clock.now() - message.createdAt <= SEVEN_DAYS
      const fields = {
        ...(message.choices.kind === 'buttons'
          ? { ButtonText: option.title, ButtonPayload: option.id }
          : { ListId: option.id, ListTitle: option.title }),
        ...(option.description && { ListDescription: option.description }),
        ...(recent && { OriginalRepliedMessageSid: sid, OriginalRepliedMessageSender: message.from }),
      }
      const result = write(address, { shown: option.title, kind: 'tap', fields }, { channel: 'whatsapp' })
      if ('sids' in result) state.put('messages', sid, { ...message, chosen: id })
      return result
    },
    voice: (address: string) => withMedia(address, 'voice', 'audio/ogg', oggSample(VOICE_SECONDS)),
    image: (address: string) => withMedia(address, 'image', 'image/png', pngSample()),
    location(address: string, place?: Location): ActResult {
      const { latitude, longitude, label }: Location = place ?? SAMPLE_PLACE
      const fields = { Latitude: latitude, Longitude: longitude, ...(label && { Label: label }) }
      return write(address, { shown: '', kind: 'location', fields }, { channel: 'whatsapp' })
    },
    change(
      address: string,
      patch: Partial<Pick<Phone, 'on' | 'blocks' | 'readReceipts' | 'writes'>>,
    ): ActResult {
      const phone = state.all('phones').get(address)
      if (!phone) return { problem: 'no such phone' }
      if (patch.writes && !phone.channels.includes(patch.writes)) return { problem: 'not on this channel' }
      state.put('phones', address, { ...phone, ...patch })
      if (patch.on && !phone.on) engine.deliverWaiting(address)
      return { sids: [] }
    },
    /** The chat is gone from the phone; Twilio knows nothing of it. */
    wipe(address: string): ActResult {
      if (!state.all('phones').has(address)) return { problem: 'no such phone' }
      for (const message of state.messagesOf(address))
        if (message.onPhoneAt !== null) state.put('messages', message.sid, { ...message, wiped: true })
      return { sids: [] }
    },
    add(phone: PhoneOptions): Phone {
      const order = state.all('phones').size
      const row: Phone = {
        ...phone,
        writes: phone.channels[0] ?? 'sms',
        on: true,
        blocks: false,
        readReceipts: true,
        lastInbound: {},
        optedOut: [],
        order,
      }
      state.put('phones', phone.address, row)
      return row
    },
  }
}

export type PhoneActs = ReturnType<typeof createPhoneActs>
