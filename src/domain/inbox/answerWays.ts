import type { Contact } from '../contact'
import { openWays } from '../delivery/chooseChannel'
import { WINDOW_MARGIN_MS } from '../delivery/chooseContent'
import type { Organisation } from '../organisation'

/**
 * How one may answer somebody now. `text`: WhatsApp takes what one types, until that moment. `template`: its window is
 * closed, so only an approved text that asks them to write back.
 */
export type AnswerWay = { way: 'text'; until: number } | { way: 'template' } | { way: 'sms' }

export const WINDOW_MS = 24 * 3_600_000

/** Where they wrote last comes first. */
export function answerWays(
  contact: Pick<Contact, 'addresses' | 'stopped' | 'unreachable' | 'heardAt'>,
  organisation: Pick<Organisation, 'senders'>,
  now: number,
): AnswerWay[] {
  if (contact.stopped && contact.stopped.channel === undefined) return []
  const channels = new Set(openWays(contact, organisation, []).map(({ channel }) => channel))
  const heard = (channel: 'whatsapp' | 'sms') => contact.heardAt[channel] ?? 0
  return [...channels]
    .sort((a, b) => heard(b) - heard(a))
    .map((channel): AnswerWay => {
      if (channel === 'sms') return { way: 'sms' }
      const until = heard('whatsapp') + WINDOW_MS - WINDOW_MARGIN_MS
      return until > now ? { way: 'text', until } : { way: 'template' }
    })
}
