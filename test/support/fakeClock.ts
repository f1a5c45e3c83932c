import type { Clock } from '../../src/ports/clock'

export interface FakeClock extends Clock {
  /** Time passes: both clocks. */
  pass(ms: number): void
  /** Only the wall clock jumps, forward or back. */
  jump(ms: number): void
}

/** A clock that stands still until told. */
export function fakeClock(start: string | number): FakeClock {
  let wall = new Date(start).getTime()
  let steady = 1_000_000
  const pass = (ms: number) => {
    wall += ms
    steady += ms
  }
  return {
    now: () => wall,
    monotonic: () => steady,
    sleep: async ms => pass(ms),
    pass,
    jump: ms => {
      wall += ms
    },
  }
}
