const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** How long things may take, in milliseconds. Source: protocol, section 3. */
export const TIMING = {
  /** Last look begun → first byte; older: look again. */
  lookToCall: 2 * SECOND,
  /** Mark begun → first byte, on the monotonic clock of the process. */
  callBudget: 10 * SECOND,
  /** The whole request is given up after this. */
  httpTimeout: 20 * SECOND,
  /** A request whose bytes left may still be acted upon for this long (assumed). */
  flight: 60 * SECOND,
  /** An accepted message shows in the provider's list after at most this (assumed). */
  listLag: 60 * SECOND,
  /** Largest difference between the clocks of two processes that we accept. */
  skew: 5 * SECOND,
  /** After this a row in `sending` is `unknown`. */
  sendingMaxAge: 60 * SECOND,
  /** A list request that began sooner after the mark proves nothing. */
  grace: 180 * SECOND,
  /** The second empty list, after which policy decides. */
  secondLook: 300 * SECOND,
  /** Saves work only. */
  rowLease: 120 * SECOND,
  /** A reply that has to let an earlier one go first. */
  headWait: 2 * SECOND,
  /** A planned message that lets the conversation go first, or waits for a plan in the making. */
  bulkWait: 15 * SECOND,
  /** How long a status may stay without a message we know, before it is put away. */
  strayStatus: HOUR,
  /** A provider that has said nothing new since is asked once: while `queued`, and while `sent`. */
  quietQueued: HOUR,
  quietSent: 24 * HOUR,
} as const

export type Timing = { readonly [Name in keyof typeof TIMING]: number }

/**
 * The inequalities that safety rests on; both must be strict, for with `grace` equal to its bound a message leaves twice
 * (protocol V11). Settings refuse to start with a mistake.
 * @returns one sentence for each that does not hold
 */
export function checkTiming(timing: Timing): string[] {
  const { callBudget, httpTimeout, flight, listLag, skew, sendingMaxAge, grace, secondLook } = timing
  const mistakes: string[] = []
  const demand = (holds: boolean, mistake: string) => {
    if (!holds) mistakes.push(mistake)
  }
  demand(
    sendingMaxAge > callBudget + httpTimeout + 2 * skew,
    'sendingMaxAge must be larger than callBudget + httpTimeout + 2 × skew',
  )
  demand(
    grace > callBudget + flight + listLag + 2 * skew,
    'grace must be larger than callBudget + flight + listLag + 2 × skew',
  )
  demand(secondLook > grace, 'secondLook must be larger than grace')
  demand(timing.lookToCall <= callBudget, 'lookToCall must not be larger than callBudget')
  return mistakes
}
