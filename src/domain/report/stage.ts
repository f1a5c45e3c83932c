import { type OutboxRow, REACHED_DELIVERED, REACHED_FAILED, REACHED_READ } from '../outbox'

/** Where one message to one person is, in the words of the staff pages. */
export const STAGES = [
  'planned',
  'leaving',
  'in_doubt',
  'sent',
  'delivered',
  'read',
  'not_delivered',
  'not_sent',
] as const
export type Stage = (typeof STAGES)[number]

export function stageOf(row: Pick<OutboxRow, 'state' | 'reached'>): Stage {
  if (row.reached >= REACHED_READ) return 'read'
  if (row.reached >= REACHED_DELIVERED) return 'delivered'
  switch (row.state) {
    case 'planned':
      return 'planned'
    case 'sending':
    case 'started':
      return 'leaving'
    case 'unknown':
    case 'unresolved':
      return 'in_doubt'
    case 'cancelled':
    case 'expired':
      return 'not_sent'
    case 'failed':
      return 'not_delivered'
    default:
      return row.reached === REACHED_FAILED ? 'not_delivered' : 'sent'
  }
}
