/** Twilio's word → ours (`domain/outbox`). Source: Twilio, "Outbound message status in status callbacks". */
export const STATUSES: Readonly<Record<string, string>> = {
  accepted: 'accepted',
  scheduled: 'scheduled',
  queued: 'queued',
  sending: 'sending',
  sent: 'sent',
  partially_delivered: 'sent',
  failed: 'failed',
  undelivered: 'undelivered',
  canceled: 'canceled',
  delivered: 'delivered',
  read: 'read',
}

/** A word we do not know still proves that the provider has the message, and nothing more. */
export function statusOf(word: string, eventType?: string): string {
  if (eventType?.toUpperCase() === 'READ') return 'read'
  const known = word.toLowerCase()
  return Object.hasOwn(STATUSES, known) ? STATUSES[known]! : 'accepted'
}
