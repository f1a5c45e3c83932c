import { segments } from '../src/domain/text/segments'
import { type Place, readAddress, writeAddress } from './addresses'
import { type Shown, showContent, windowProblem } from './content'
import type { EmulatorOptions } from './options'
import type { Content, Message, Phone } from './records'
import type { RefusalCode } from './refusals'
import { newSid } from './sids'

export type Fields = Record<string, string | string[] | undefined>

/** What a creation is judged on besides its own fields. */
export interface Around {
  options: Pick<EmulatorOptions, 'senders' | 'messagingServiceSid'>
  now: number
  phones: ReadonlyMap<string, Phone>
  contents: ReadonlyMap<string, Content>
}

export type Created = { message: Message } | { refused: RefusalCode; detail?: string }

const WINDOW = 24 * 3600_000
/** https://www.twilio.com/docs/iam/test-credentials */
const MAGIC_FROM: Record<string, RefusalCode> = {
  '+15005550001': 21212,
  '+15005550007': 21606,
  '+15005550008': 21611,
}
const MAGIC_TO: Record<string, RefusalCode> = {
  '+15005550001': 21211,
  '+15005550002': 21612,
  '+15005550003': 21408,
  '+15005550004': 21610,
  '+15005550009': 21614,
}
const MAGIC_SENDER = '+15005550006'

/** Judges one `POST …/Messages.json` as Twilio does: refused at once, or taken and perhaps doomed to fail later. */
export function createMessage(fields: Fields, around: Around): Created {
  const problem = fieldProblem(fields, around)
  if (problem) return problem
  const sender = senderOf(fields, around)
  if ('refused' in sender) return sender
  const to = readAddress(one(fields.To))
  if (!to) return { refused: 21211 }
  const pair = pairProblem(sender.from, to)
  if (pair) return { refused: pair }
  const phone = around.phones.get(to.address)
  const from = sender.from
  if (to.channel === 'sms' && phone?.optedOut.includes(from.address)) return { refused: 21610 }

  const content = around.contents.get(one(fields.ContentSid)) ?? null
  const shown = content ? showContent(content, to.channel, variablesOf(fields)) : null
  const good = shown && 'type' in shown ? shown : null
  const text = good?.text ?? one(fields.Body)
  const mediaUrls = good ? good.mediaUrls : many(fields.MediaUrl)
  const scheduled = one(fields.ScheduleType) === 'fixed'
  const doom = doomOf({ to, phone, from, now: around.now, content, shown, mediaUrls: many(fields.MediaUrl) })
  const discards = one(fields.ContentRetention) === 'discard'
  return {
    message: {
      sid: newSid(mediaUrls.length > 0 ? 'MM' : 'SM'),
      channel: to.channel,
      direction: 'outbound-api',
      from: one(fields.From) || writeAddress(from),
      to: one(fields.To),
      phone: to.address,
      body: discards ? '' : text,
      shown: text,
      status: scheduled ? 'scheduled' : sender.service ? 'accepted' : 'queued',
      errorCode: null,
      serviceSid: sender.service,
      segments: to.channel === 'sms' ? segments(text).segments : 1,
      media: [],
      createdAt: around.now,
      sentAt: null,
      updatedAt: around.now,
      onPhoneAt: null,
      ...(one(fields.StatusCallback) && { statusCallback: one(fields.StatusCallback) }),
      ...(from.address === MAGIC_SENDER && { silent: true }),
      ...(scheduled && { sendAt: Date.parse(one(fields.SendAt)) }),
      ...(content && { contentSid: content.sid, language: content.language }),
      ...(content?.approval?.status === 'approved' && { template: content.approval.name }),
      ...(good?.choices && { choices: good.choices }),
      ...(mediaUrls.length > 0 && {
        mediaUrls: to.channel === 'whatsapp' ? mediaUrls.slice(0, 1) : mediaUrls,
      }),
      ...(doom && { doom }),
    },
  }
}

function fieldProblem(fields: Fields, around: Around): Created | null {
  if (!one(fields.To)) return { refused: 21604 }
  if (!one(fields.From) && !one(fields.MessagingServiceSid)) return { refused: 21603 }
  const contentSid = one(fields.ContentSid)
  const media = many(fields.MediaUrl)
  if (!contentSid && !one(fields.Body) && media.length === 0) return { refused: 21602 }
  if (one(fields.Body).length > 1600) return { refused: 21617 }
  if (media.length > 10) return { refused: 21623 }
  if (media.some(url => !isWebAddress(url))) return { refused: 21620 }
  const callback = one(fields.StatusCallback)
  if (callback && !isCallback(callback)) return { refused: 21609 }
  if (fields.ContentVariables !== undefined && !contentSid) return { refused: 21654 }
  if (contentSid && !around.contents.has(contentSid)) return { refused: 21655 }
  if (fields.ContentVariables !== undefined && !readVariables(one(fields.ContentVariables)))
    return { refused: 21656 }
  const validity = one(fields.ValidityPeriod)
  if (
    validity &&
    !(Number.isInteger(Number(validity)) && Number(validity) >= 1 && Number(validity) <= 36_000)
  )
    return { refused: 90007 }
  return scheduleProblem(fields, around.now)
}

function scheduleProblem(fields: Fields, now: number): Created | null {
  const type = one(fields.ScheduleType)
  if (!type) return null
  if (type !== 'fixed') return { refused: 20422, detail: 'ScheduleType is fixed' }
  if (!one(fields.MessagingServiceSid))
    return { refused: 20422, detail: 'a schedule needs MessagingServiceSid' }
  const wait = Date.parse(one(fields.SendAt)) - now
  if (!(wait >= 15 * 60_000 && wait <= 35 * 86_400_000))
    return { refused: 20422, detail: 'SendAt is 15 minutes to 35 days ahead' }
  return null
}

function senderOf(
  fields: Fields,
  { options }: Around,
): { from: Place; service: string | null } | { refused: RefusalCode } {
  const service = one(fields.MessagingServiceSid) || null
  if (service && service !== options.messagingServiceSid) return { refused: 21705 }
  const to = readAddress(one(fields.To))
  if (!one(fields.From)) {
    const channel = to?.channel ?? 'sms'
    return { from: { channel, address: options.senders[channel] }, service }
  }
  const from = readAddress(one(fields.From))
  if (!from) return { refused: 21212 }
  if (from.channel === 'sms' && MAGIC_FROM[from.address])
    return { refused: MAGIC_FROM[from.address] as RefusalCode }
  if (from.channel === 'sms' && from.address === MAGIC_SENDER) return { from, service }
  if (from.address !== options.senders[from.channel])
    return { refused: from.channel === 'whatsapp' ? 63007 : 21606 }
  return { from, service }
}

function pairProblem(from: Place, to: Place): RefusalCode | null {
  if (to.channel === 'sms' && MAGIC_TO[to.address]) return MAGIC_TO[to.address] as RefusalCode
  if (from.channel !== to.channel) return 21612
  if (from.address === to.address) return to.channel === 'whatsapp' ? 63031 : 21211
  return null
}

/** What Twilio finds out only after its 201, in the order in which it matters. */
function doomOf(given: {
  to: Place
  from: Place
  phone: Phone | undefined
  now: number
  content: Content | null
  shown: Shown | { code: number } | null
  mediaUrls: string[]
}): Message['doom'] | null {
  const { to, from, phone, now, content, shown, mediaUrls } = given
  if (to.channel === 'sms') {
    if (shown && 'code' in shown) return { status: 'failed', code: shown.code }
    if (!phone) return from.address === MAGIC_SENDER ? null : { status: 'undelivered', code: 30005 }
    return phone.channels.includes('sms') ? null : { status: 'undelivered', code: 30006 }
  }
  if (!phone?.channels.includes('whatsapp')) return { status: 'failed', code: 63003 }
  if (content && mediaUrls.length > 0) return { status: 'failed', code: 63030 }
  if (shown && 'code' in shown) return { status: 'failed', code: shown.code }
  const open = now < (phone.lastInbound[writeAddress(from)] ?? Number.NEGATIVE_INFINITY) + WINDOW
  const code = windowProblem(content, shown, open)
  return code === null ? null : { status: 'failed', code }
}

function variablesOf(fields: Fields): Record<string, string> {
  return readVariables(one(fields.ContentVariables) || '{}') ?? {}
}

function readVariables(text: string): Record<string, string> | null {
  try {
    const value: unknown = JSON.parse(text)
    const good = typeof value === 'object' && value !== null && !Array.isArray(value)
    return good && Object.values(value).every(part => typeof part === 'string')
      ? (value as Record<string, string>)
      : null
  } catch {
    return null
  }
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

function isCallback(text: string): boolean {
  return text.length <= 4000 && isWebAddress(text) && !new URL(text).hostname.includes('_')
}

export function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

function many(value: string | string[] | undefined): string[] {
  if (value === undefined || value === '') return []
  return Array.isArray(value) ? value : [value]
}
