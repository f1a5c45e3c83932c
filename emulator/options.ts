import type { ChannelName } from './records'

/** Milliseconds since 1970. May be wound forward, never back. */
export interface EmulatorClock {
  now(): number
}

export interface PhoneOptions {
  name: string
  language: string
  /** `+32470000001` */
  address: string
  channels: ChannelName[]
}

/** How long each stage takes, in milliseconds of the clock. */
export interface Timing {
  sent: number
  delivered: number
  read: number
  /** From handing in a template to Meta's approval. */
  approval: number
}

export interface EmulatorOptions {
  accountSid: string
  authToken: string
  clock: EmulatorClock
  /** Folder of the append-only journal: a restart on the same folder keeps everything. */
  journal: string
  phones: PhoneOptions[]
  senders: { whatsapp: string; sms: string }
  /** Connection overrides may follow as a fragment, as at Twilio: `…/inbound#rc=3&rp=all`. */
  webhooks: { inbound: string; fallback?: string; status?: string }
  organisationName: string
  messagingServiceSid?: string
  timing?: Partial<Timing>
  /** IANA zone in which the phones show hours. */
  timeZone?: string
  /** False: nothing moves until `runDue` is called. */
  automatic?: boolean
  /** What leaves next, and its name in the language of the page. */
  nextStep?: (language: string) => Promise<{ at: number; label: string } | null>
  /** Absent: the clock is the real one and the page offers no winding. */
  wind?: (to: number) => Promise<void>
}

export const TIMING: Timing = { sent: 200, delivered: 500, read: 1500, approval: 1000 }
