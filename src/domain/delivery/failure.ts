/** Why a message did not get there, in our words. Providers' codes are translated at the door. */
export const FAILURE_KINDS = [
  'retry',
  'retry_once',
  'throttled',
  'daily_limit',
  'refused',
  'not_on_channel',
  'unreachable',
  'opted_out',
  'needs_template',
  'bad_content',
  'misconfigured',
] as const
export type FailureKind = (typeof FAILURE_KINDS)[number]

export interface Failure {
  kind: FailureKind
  /** The provider's own code, for staff who look it up. */
  code?: string
  /** From `Retry-After`. */
  retryAfterMs?: number
}

export interface FailurePolicy {
  /** Try the same channel again: never, once and late, or with back-off. */
  again: 'never' | 'once' | 'back_off' | 'when_unpaused'
  /** May the other channel carry it? */
  otherChannel: boolean
  /** What it says about the person's address on this channel. */
  contact: 'nothing' | 'unreachable' | 'opted_out'
  /** Stop the sender for this long, so that the rest of the queue waits too. */
  pauseMs: number
  /** Somebody of ours must look. */
  ourFault: boolean
}

const MINUTE = 60_000

/** One line for each kind; the only place that decides what a failure means. Source: twilio reference, section 7. */
export const FAILURE_POLICY: Record<FailureKind, FailurePolicy> = {
  retry: { again: 'back_off', otherChannel: false, contact: 'nothing', pauseMs: 0, ourFault: false },
  retry_once: { again: 'once', otherChannel: true, contact: 'nothing', pauseMs: 0, ourFault: false },
  throttled: {
    again: 'when_unpaused',
    otherChannel: false,
    contact: 'nothing',
    pauseMs: MINUTE,
    ourFault: false,
  },
  daily_limit: {
    again: 'when_unpaused',
    otherChannel: true,
    contact: 'nothing',
    pauseMs: 60 * MINUTE,
    ourFault: true,
  },
  refused: { again: 'never', otherChannel: true, contact: 'nothing', pauseMs: 0, ourFault: false },
  not_on_channel: { again: 'never', otherChannel: true, contact: 'unreachable', pauseMs: 0, ourFault: false },
  unreachable: { again: 'never', otherChannel: true, contact: 'unreachable', pauseMs: 0, ourFault: false },
  opted_out: { again: 'never', otherChannel: false, contact: 'opted_out', pauseMs: 0, ourFault: false },
  needs_template: { again: 'never', otherChannel: true, contact: 'nothing', pauseMs: 0, ourFault: true },
  bad_content: { again: 'never', otherChannel: false, contact: 'nothing', pauseMs: 0, ourFault: true },
  misconfigured: {
    again: 'never',
    otherChannel: false,
    contact: 'nothing',
    pauseMs: 15 * MINUTE,
    ourFault: true,
  },
}
