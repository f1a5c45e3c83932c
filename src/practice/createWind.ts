import type { PracticeClock } from '../clock/practiceClock'

export interface Wind {
  clock: PracticeClock
  /** Product and phones do all that is due now, and what follows from it. */
  settle(): Promise<void>
  /** When something falls due next, after this moment. */
  nextDue(moment: number): Promise<number | null>
  /** Keeps how far the clock is ahead, so that a restart goes on from there. */
  keep(ahead: number): Promise<void>
}

/** So many things on the way are stopped at; then the rest happens at its end. */
const MOST_STOPS = 2_000
/** A sender sends about one message a second; what comes so close together belongs together. */
const PACE_MS = 2_000

/**
 * Turns the shared clock forward, but never past something that falls due: a month passes as it would have passed. One
 * turn at a time.
 */
export function createWind(parts: Wind): (to: number) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  // Kept before anything happens at that moment: after a crash the clock stands no earlier than what it saw.
  const turn = async (to: number) => {
    parts.clock.turnTo(to)
    await parts.keep(parts.clock.ahead)
  }
  const wind = async (to: number) => {
    const { clock } = parts
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      await parts.settle()
      const next = await parts.nextDue(clock.now())
      // At the end, what is already leaving at its sender's pace still leaves.
      if (next === null || next > Math.max(to, clock.now() + PACE_MS)) break
      await turn(next)
    }
    await turn(to)
    await parts.settle()
  }
  return to => {
    last = last.catch(() => {}).then(() => wind(to))
    return last
  }
}
