export type RequestFaultMode =
  | 'drop-before-accept'
  | 'accept-and-drop-answer'
  | '500-after-accept'
  | 'late-201'
  | '429'
  | 'refuse'
  | 'fail'

/** Happens to the next matching creations of a message, `times` times. */
export interface RequestFault {
  mode: RequestFaultMode
  /** Default 1. */
  times?: number
  /** 0 to 1: which part of the matching requests it hits. Default 1. */
  share?: number
  to?: string
  bodyIncludes?: string
  /** `late-201`: how long the answer takes, in real milliseconds. */
  ms?: number
  /** `429`: seconds in Retry-After; absent: no such header. */
  retryAfter?: number
  /** `refuse`: a code of ours; `fail`: any code, reported later by status callback. */
  code?: number
  /** `fail`: default failed. */
  status?: 'failed' | 'undelivered'
}

export interface Faults {
  seed: number
  /** Extra milliseconds before each stage and each webhook; 0 is off. */
  slow: number
  /** Each status callback and webhook comes twice. */
  twice: boolean
  /** Callbacks in a random or in the reverse order. */
  mixedUp: 'off' | 'random' | 'reversed'
  /** Part of the status callbacks that never come, 0 to 1. */
  lost: number
  /** The interface is away: no connection at all, a connection that breaks, or an answer 503. */
  outage: 'off' | 'refuse' | 'reset' | '503'
  /** `refuse`: real milliseconds until the port opens again. */
  outageMs: number
  /** A new message comes into the list this many milliseconds later. */
  listDelay: number
  /** More creations than this within a second are answered 429; 0 is no limit. */
  perSecond: number
  requests: RequestFault[]
}

export const NO_FAULTS: Faults = {
  seed: 1,
  slow: 0,
  twice: false,
  mixedUp: 'off',
  lost: 0,
  outage: 'off',
  outageMs: 2000,
  listDelay: 0,
  perSecond: 0,
  requests: [],
}

/** The fault switches and the chance behind them: the same seed and the same requests give the same trouble. */
export function createFaults() {
  let faults: Faults = NO_FAULTS
  let chance = seeded(faults.seed)
  return {
    now: (): Faults => faults,
    set(patch: Partial<Faults>): Faults {
      faults = { ...faults, ...patch }
      faults = { ...faults, requests: faults.requests.map(fault => ({ ...fault })) }
      chance = seeded(faults.seed)
      return faults
    },
    chance: () => chance(),
    /** The fault that hits this creation, used up by being asked. */
    take(request: { to: string; body: string }): RequestFault | null {
      for (const fault of faults.requests) {
        if ((fault.times ?? 1) <= 0) continue
        if (fault.to !== undefined && !request.to.endsWith(fault.to)) continue
        if (fault.bodyIncludes !== undefined && !request.body.includes(fault.bodyIncludes)) continue
        if (fault.share !== undefined && chance() >= fault.share) continue
        fault.times = (fault.times ?? 1) - 1
        return fault
      }
      return null
    },
    /** Milliseconds that a callback with this status is held back. */
    callbackDelay(status: string): number {
      if (faults.mixedUp === 'random') return Math.floor(chance() * 4000)
      if (faults.mixedUp === 'reversed') return REVERSED[status] ?? 0
      return 0
    },
  }
}

/** Later for what happened earlier: longer than the stages themselves take. */
const REVERSED: Record<string, number> = { queued: 8000, sent: 6000, delivered: 3000 }

export type FaultSwitches = ReturnType<typeof createFaults>

/** mulberry32: small, and good enough for trouble. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
