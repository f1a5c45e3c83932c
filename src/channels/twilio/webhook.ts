import { AppError } from '../../errors'
import type { Inbound, StatusReport, WebhookRequest } from '../../ports/channel'
import { fromTwilio } from './addresses'
import { failureOf } from './failures'
import { fieldOf, readForm } from './form'
import { readReply } from './reply'
import { isMessageSid } from './sid'
import { statusOf } from './statuses'

type Fields = Record<string, string | string[]>

const OPT_OUTS = { STOP: 'stop', START: 'start', HELP: 'help' } as const
const MOST_MEDIA = 10

/** A message somebody sent us. @throws AppError NOT_READABLE when it does not say from whom, to whom or which */
export function readInbound(request: WebhookRequest): Inbound {
  const fields = readForm(request.body)
  const providerId = sidOf(fields)
  const from = fromTwilio(fieldOf(fields, 'From') ?? '')
  const to = fromTwilio(fieldOf(fields, 'To') ?? '')
  if (!from || !to) throw notReadable(from ? 'To' : 'From')
  const reply = readReply(fields)
  const accountId = fromTwilio(fieldOf(fields, 'ExternalUserId') ?? '')
  const media = readMedia(fields)
  const location = readLocation(fields)
  const profileName = fieldOf(fields, 'ProfileName')
  const optOut = fieldOf(fields, 'OptOutType')?.toUpperCase() as keyof typeof OPT_OUTS | undefined
  return {
    providerId,
    from,
    to,
    text: fieldOf(fields, 'Body') ?? reply.title ?? '',
    ...(accountId && accountId.address !== from.address ? { accountId } : {}),
    ...(reply.id ? { payload: reply.id } : {}),
    ...(media.length > 0 ? { media } : {}),
    ...(location ? { location } : {}),
    ...(profileName ? { profileName } : {}),
    ...(optOut && Object.hasOwn(OPT_OUTS, optOut) ? { optOut: OPT_OUTS[optOut] } : {}),
  }
}

/** How a message of ours fares. @throws AppError NOT_READABLE without message id or status */
export function readStatus(request: WebhookRequest): StatusReport {
  const fields = readForm(request.body)
  const providerId = sidOf(fields)
  const word = fieldOf(fields, 'MessageStatus')
  if (!word) throw notReadable('MessageStatus')
  const query = new URLSearchParams(request.target.split('?')[1] ?? '')
  const row = query.get('m')
  const attempt = Number(query.get('a'))
  const errorCode = Number(fieldOf(fields, 'ErrorCode'))
  const eventType = fieldOf(fields, 'EventType')
  const detail = fieldOf(fields, 'ChannelStatusMessage')
  return {
    providerId,
    status: statusOf(word, eventType),
    ...(row ? { row } : {}),
    ...(row && Number.isInteger(attempt) && attempt > 0 ? { attempt } : {}),
    ...(Number.isInteger(errorCode) && errorCode > 0 ? { errorCode, failure: failureOf(errorCode) } : {}),
    ...(eventType ? { eventType } : {}),
    ...(detail ? { detail } : {}),
  }
}

function sidOf(fields: Fields): string {
  const sid = fieldOf(fields, 'MessageSid') ?? fieldOf(fields, 'SmsSid')
  if (!isMessageSid(sid)) throw notReadable('MessageSid')
  return sid
}

function readMedia(fields: Fields): { url: string; type: string }[] {
  const count = Math.min(Number(fieldOf(fields, 'NumMedia')) || 0, MOST_MEDIA)
  const media: { url: string; type: string }[] = []
  for (let n = 0; n < count; n++) {
    const url = fieldOf(fields, `MediaUrl${n}`)
    const type = fieldOf(fields, `MediaContentType${n}`) ?? 'application/octet-stream'
    if (url) media.push({ url, type })
  }
  return media
}

function readLocation(fields: Fields): Inbound['location'] {
  const latitude = Number(fieldOf(fields, 'Latitude') ?? Number.NaN)
  const longitude = Number(fieldOf(fields, 'Longitude') ?? Number.NaN)
  if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) return undefined
  const label = fieldOf(fields, 'Label') ?? fieldOf(fields, 'Address')
  return { latitude, longitude, ...(label ? { label } : {}) }
}

function notReadable(field: string): AppError {
  return new AppError('NOT_READABLE', `A webhook without a usable ${field}`, { field })
}
