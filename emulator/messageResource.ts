import type { Media, Message } from './records'

/** Our wording for the codes that come with a status. */
const REASONS: Record<number, string> = {
  30003: 'The phone cannot be reached',
  30005: 'The number is not known',
  30006: 'This number cannot get text messages',
  63003: 'This number is not on WhatsApp',
  63005: 'The channel cannot show this content',
  63013: 'A variable has a value that WhatsApp does not allow',
  63016: 'Outside the 24-hour window only approved templates may be sent',
  63019: 'The media could not be fetched',
  63021: 'The content is not possible on WhatsApp',
  63028: 'The number of variables differs from the template',
  63030: 'A parameter does not go with a template',
  63040: 'The template was rejected',
  63041: 'The template is paused',
  63042: 'The template is disabled',
}

export function reasonOf(code: number): string {
  return REASONS[code] ?? 'The channel refused the message'
}

/** One message as the interface shows it: dates in RFC 2822, counts as texts, the price not known yet. */
export function messageResource(accountSid: string, message: Message) {
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}`
  return {
    sid: message.sid,
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: message.body,
    direction: message.direction,
    from: message.serviceSid && message.status === 'accepted' ? null : message.from,
    to: message.to,
    status: message.status,
    error_code: message.errorCode,
    error_message: message.errorCode === null ? null : reasonOf(message.errorCode),
    messaging_service_sid: message.serviceSid,
    num_media: String(message.media.length || (message.mediaUrls?.length ?? 0)),
    num_segments: message.serviceSid && message.status === 'accepted' ? '0' : String(message.segments),
    price: null,
    price_unit: 'USD',
    date_created: rfc2822(message.createdAt),
    date_sent: message.sentAt === null ? null : rfc2822(message.sentAt),
    date_updated: rfc2822(message.updatedAt),
    subresource_uris: { media: `${uri}/Media.json` },
    uri: `${uri}.json`,
  }
}

export function mediaResource(accountSid: string, media: Media) {
  return {
    sid: media.sid,
    account_sid: accountSid,
    parent_sid: media.message,
    content_type: media.type,
    date_created: rfc2822(media.createdAt),
    date_updated: rfc2822(media.createdAt),
    uri: `/2010-04-01/Accounts/${accountSid}/Messages/${media.message}/Media/${media.sid}.json`,
  }
}

/** `Thu, 26 Nov 2026 09:00:00 +0000`, whole seconds. */
function rfc2822(at: number): string {
  return new Date(at).toUTCString().replace('GMT', '+0000')
}
