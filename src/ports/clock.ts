/** Time comes from outside, so that tests and the practice phones can turn it forward. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Milliseconds on a clock that never jumps; only differences have a meaning. */
  monotonic(): number
  sleep(ms: number): Promise<void>
}
