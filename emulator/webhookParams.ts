import { reasonOf } from './messageResource'
import type { EmulatorOptions } from './options'
import type { Message } from './records'
import type { State } from './state'

/** What Twilio tells about an inbound message. All values are texts; new ones may come any day. */
export function inboundParams(
  options: EmulatorOptions,
  message: Message,
  state: State,
  baseUrl: string,
): Record<string, string> {
  const phone = state.all('phones').get(message.phone)
  const media = message.media.map(sid => state.all('media').get(sid)).filter(found => found !== undefined)
  const whatsapp: Record<string, string> =
    message.channel === 'whatsapp'
      ? {
          ProfileName: phone?.name ?? '',
          WaId: message.phone.replace(/^\+/, ''),
          MessageType: MESSAGE_TYPES[message.kind ?? 'text'],
          ReferralNumMedia: '0',
          ChannelMetadata: JSON.stringify({
            type: 'whatsapp',
            data: { context: { ProfileName: phone?.name ?? '', WaId: message.phone.replace(/^\+/, '') } },
          }),
        }
      : {}
  return {
    MessageSid: message.sid,
    SmsSid: message.sid,
    SmsMessageSid: message.sid,
    AccountSid: options.accountSid,
    ApiVersion: '2010-04-01',
    SmsStatus: 'received',
    From: message.from,
    To: message.to,
    Body: message.shown,
    NumMedia: String(media.length),
    NumSegments: String(message.segments),
    ...whatsapp,
    ...message.fields,
    ...Object.fromEntries(
      media.flatMap(({ sid, type }, at) => [
        [
          `MediaUrl${at}`,
          `${baseUrl}/2010-04-01/Accounts/${options.accountSid}/Messages/${message.sid}/Media/${sid}`,
        ],
        [`MediaContentType${at}`, type],
      ]),
    ),
  }
}

const MESSAGE_TYPES: Record<NonNullable<Message['kind']>, string> = {
  text: 'text',
  tap: 'interactive',
  voice: 'audio',
  image: 'image',
  location: 'location',
}

/** The form of a status callback. https://www.twilio.com/docs/messaging/guides/track-outbound-message-status */
export function statusParams(accountSid: string, message: Message): Record<string, string> {
  const failed = message.errorCode !== null
  const whatsapp = message.channel === 'whatsapp'
  return {
    MessageSid: message.sid,
    SmsSid: message.sid,
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    From: message.from,
    To: message.to,
    MessageStatus: message.status,
    SmsStatus: message.status,
    ...(message.serviceSid && { MessagingServiceSid: message.serviceSid }),
    ...(failed && { ErrorCode: String(message.errorCode) }),
    ...(whatsapp && { ChannelPrefix: 'whatsapp', ChannelInstallSid: `XE${accountSid.slice(2)}` }),
    ...(whatsapp && failed && { ChannelStatusMessage: reasonOf(message.errorCode as number) }),
    ...(message.status === 'read' && { EventType: 'READ' }),
    ...(!whatsapp && message.status === 'delivered' && { RawDlrDoneDate: dlrDate(message.updatedAt) }),
  }
}

/** `YYMMDDhhmm`, without a zone. */
function dlrDate(at: number): string {
  return new Date(at).toISOString().replace(/\D/g, '').slice(2, 12)
}
