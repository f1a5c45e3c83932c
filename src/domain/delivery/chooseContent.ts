import type { ChannelName } from '../message'

const HOUR = 3_600_000

/** Room for a message that queues at the provider while the window closes. */
export const WINDOW_MARGIN_MS = 10 * 60_000

/**
 * WhatsApp takes free text only within 24 hours of what the person last wrote to us there; outside it must be an
 * approved template. SMS is always text. Source: Twilio, WhatsApp key concepts, customer service window.
 * @param heardAt when we last heard from the person on this channel, epoch milliseconds
 */
export function chooseContent(
  channel: ChannelName,
  heardAt: number | undefined,
  now: number,
  marginMs: number = WINDOW_MARGIN_MS,
): 'text' | 'template' {
  if (channel === 'sms') return 'text'
  return heardAt !== undefined && now < heardAt + 24 * HOUR - marginMs ? 'text' : 'template'
}
