import type { MessageInstance } from 'twilio/lib/rest/api/v2010/account/message'
import type Twilio from 'twilio/lib/rest/Twilio'
import type { Channel, ListedMessage } from '../../ports/channel'
import { fromTwilio, toTwilio } from './addresses'
import { called, known } from './providerError'
import { statusOf } from './statuses'

const PER_PAGE = 100
const API = 'https://api.twilio.com'

/** Reads Twilio's list of messages, page after page. What waits in its queue has no date, and is not found by one. */
export function createList(client: Twilio): Channel['list'] {
  return async function* ({ to, from, since, withDate }) {
    const filter = {
      ...(to ? { to: toTwilio(to) } : {}),
      ...(from ? { from: toTwilio(from) } : {}),
      ...(withDate ? { dateSentAfter: new Date(since) } : {}),
      pageSize: PER_PAGE,
    }
    type Page = Pick<Awaited<ReturnType<typeof client.messages.page>>, 'instances' | 'nextPage'>
    let page: Page | undefined = await called(() => client.messages.page(filter))
    while (page) {
      for (const one of page.instances) {
        const listed = asListed(one)
        if (listed) yield { ...listed, ...(await mediaWith(client, one)) }
      }
      const current: Page = page
      page = await called(async () => current.nextPage())
    }
  }
}

/** Its address is that of its resource without the ending, as in the webhook (twilio reference 2.5). */
async function mediaWith(client: Twilio, message: MessageInstance): Promise<Pick<ListedMessage, 'media'>> {
  if (message.direction !== 'inbound' || !(Number(message.numMedia) > 0)) return {}
  const all = await known(() => client.messages(message.sid).media.list())
  const media = (all ?? []).map(({ uri, contentType }) => ({
    url: new URL(uri.replace(/\.json$/, ''), API).href,
    type: contentType,
  }))
  return media.length > 0 ? { media } : {}
}

/** Null: to or from an address on a channel that we do not have. */
function asListed(message: MessageInstance): ListedMessage | null {
  const from = fromTwilio(message.from ?? '')
  const to = fromTwilio(message.to ?? '')
  const isInbound = message.direction === 'inbound'
  // Ours may be absent while the provider has not chosen it; a person without an address cannot be answered.
  if (!to || (isInbound && !from)) return null
  return {
    providerId: message.sid,
    direction: isInbound ? 'in' : 'out',
    channel: to.channel,
    from: from?.address ?? '',
    to: to.address,
    body: message.body ?? '',
    status: statusOf(message.status),
    createdAt: message.dateCreated?.getTime() ?? 0,
  }
}
