import type { ChannelName } from '../message'
import { FAILURE_POLICY, type Failure } from './failure'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Five tries, then it has failed (protocol 3). */
export const BACK_OFF = [MINUTE / 2, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 2 * HOUR] as const
/** A phone that was off may be on again after this. */
const ONCE_AFTER = 2 * HOUR
/** Spreads what failed together by a fifth to both sides. */
const SPREAD = 0.2

export type AfterFailure =
  /** `counts`: it uses up one of the tries. A sender that must wait costs its messages nothing. */
  | { next: 'again'; nextAt: number; counts: boolean }
  | { next: 'other_channel'; channel: ChannelName }
  | { next: 'fail' }

/**
 * What a failure means for the message.
 * @param others channels that could carry it and have not been tried
 * @param chance from 0 to 1, from outside
 */
export function afterFailure(
  failure: Failure,
  row: { tries: number; notAfter: number },
  others: readonly ChannelName[],
  now: number,
  chance: number,
): AfterFailure {
  const nextAt = againAt(failure, row.tries, now, chance)
  if (nextAt !== null && nextAt < row.notAfter)
    return { next: 'again', nextAt, counts: FAILURE_POLICY[failure.kind].again !== 'when_unpaused' }
  const [channel] = others
  if (channel && FAILURE_POLICY[failure.kind].otherChannel) return { next: 'other_channel', channel }
  return { next: 'fail' }
}

/** Until when the sender rests because of this failure; null when it need not. */
export function pauseUntil(failure: Failure, now: number): number | null {
  const ms = FAILURE_POLICY[failure.kind].pauseMs
  return ms === 0 ? null : now + Math.max(failure.retryAfterMs ?? ms, 1)
}

function againAt(failure: Failure, tries: number, now: number, chance: number): number | null {
  const spread = (ms: number) => Math.round(ms * (1 - SPREAD + 2 * SPREAD * chance))
  const atLeast = failure.retryAfterMs ?? 0
  switch (FAILURE_POLICY[failure.kind].again) {
    case 'never':
      return null
    case 'when_unpaused':
      return pauseUntil(failure, now)
    case 'once':
      return tries < 1 ? now + Math.max(atLeast, spread(ONCE_AFTER)) : null
    case 'back_off': {
      const wait = BACK_OFF[tries]
      return wait === undefined ? null : now + Math.max(atLeast, spread(wait))
    }
  }
}
