import type { Clock } from '../ports/clock'
import { systemClock } from './systemClock'

export interface PracticeClock extends Clock {
  /** Forward only. */
  turnTo(moment: number): void
  /** How far it runs ahead of the real time, in milliseconds. */
  readonly ahead: number
}

/** A clock that one can turn forward: product and phones share it, so a month passes in a minute. */
export function createPracticeClock(ahead = 0): PracticeClock {
  return {
    ...systemClock,
    now: () => systemClock.now() + ahead,
    turnTo(moment) {
      ahead = Math.max(ahead, moment - systemClock.now())
    },
    get ahead() {
      return ahead
    },
  }
}
