import type { MessageInstance } from 'twilio/lib/rest/api/v2010/account/message'
import type Twilio from 'twilio/lib/rest/Twilio'
import type { Channel, ListedMessage } from '../../ports/channel'
import { fromTwilio, toTwilio } from './addresses'
import { asAppError } from './providerError'
import { statusOf } from './statuses'

const DAY = 86_400_000
const PAGE_SIZE = 200

/**
 * Reads Twilio's list, all pages of it. The filter goes by day of sending, so it asks for a day more; a message that
 * waits in the queue has no such day, which is why the caller asks once without.
 */
export function createList(client: Twilio): Channel['list'] {
  return async function* ({ to, from, since, withDate }) {
    try {
      let page: Awaited<ReturnType<typeof client.messages.page>> | undefined = await client.messages.page({
        pageSize: PAGE_SIZE,
        ...(to ? { to: toTwilio(to) } : {}),
        ...(from ? { from: toTwilio(from) } : {}),
        ...(withDate ? { dateSentAfter: new Date(since - DAY) } : {}),
      })
      while (page) {
        for (const one of page.instances) {
          const listed = asListed(one)
          if (listed && listed.createdAt >= since) yield listed
        }
        // Newest first: behind a whole page from before that day nothing can be of use.
        const isPast = page.instances.length > 0 && page.instances.every(one => createdAt(one) < since - DAY)
        page = isPast ? undefined : await page.nextPage()
      }
    } catch (error) {
      throw asAppError(error)
    }
  }
}

function asListed(one: MessageInstance): ListedMessage | null {
  const from = fromTwilio(one.from ?? '')
  const to = fromTwilio(one.to ?? '')
  const known = to ?? from
  if (!known) return null
  const isInbound = one.direction === 'inbound'
  return {
    providerId: one.sid,
    direction: isInbound ? 'in' : 'out',
    channel: known.channel,
    from: from?.address ?? '',
    to: to?.address ?? '',
    body: one.body ?? '',
    status: isInbound ? 'received' : statusOf(one.status),
    createdAt: createdAt(one),
  }
}

const createdAt = (one: MessageInstance): number => Number(one.dateCreated)
