import type { StepOverview } from './stepOverviews'

/** The parts of a step's bar. Everyone who was written to is in exactly one of them; who answered has read. */
export function segmentsOf({ stages, answered = 0 }: Pick<StepOverview, 'stages' | 'answered'>) {
  const { read = 0, delivered = 0, sent = 0, not_delivered = 0 } = stages
  // By SMS nobody tells us that it was read; an answer does.
  const fromDelivered = Math.min(delivered, Math.max(0, answered - read))
  const fromSent = Math.min(sent, Math.max(0, answered - read - fromDelivered))
  return {
    answered: Math.min(read, answered) + fromDelivered + fromSent,
    read: read - Math.min(read, answered),
    delivered: delivered - fromDelivered,
    sent: sent - fromSent,
    not_delivered,
  }
}
