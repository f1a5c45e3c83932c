import type { Failure } from '../domain/delivery/failure'
import type { Address, ChannelName, Rendered } from '../domain/message'

/** What the provider told us when we handed a message over. */
export type SendOutcome =
  | { outcome: 'accepted'; providerId: string }
  /** Proven not sent: an answer that refuses, or a connection that was never made. */
  | { outcome: 'refused'; failure: Failure }
  /** It may have left: time-out, reset, 5xx, an unreadable answer. Never send again on this alone. */
  | { outcome: 'unknown'; detail: string }

export interface OutboundMessage {
  from: Address
  to: Address
  content: Rendered
  /** Prepared before the mark, see `prepare`. Absent: plain text. */
  contentId?: string
  /** Where statuses come home: our row and attempt travel in it. */
  row: string
  attempt: number
  /**
   * Nothing of this message may stay readable at the provider longer than needed: `redact` it once it is settled. Not
   * before, because an outcome in doubt is found again by its text.
   */
  discard?: boolean
}

/** One message as the provider lists it. */
export interface ListedMessage {
  providerId: string
  direction: 'in' | 'out'
  /** Bare addresses, as in `Address.address`; both are on `channel`. */
  channel?: ChannelName
  from: string
  to: string
  body: string
  /** What came with it, of a message to us. */
  media?: { url: string; type: string }[]
  status: string
  createdAt: number
}

export interface Inbound {
  providerId: string
  from: Address
  to: Address
  /** The person's account id when the message came from a number: later the number may be hidden. */
  accountId?: Address
  text: string
  /** Our own option id of a tapped button or list row. */
  payload?: string
  media?: { url: string; type: string }[]
  location?: { latitude: number; longitude: number; label?: string }
  profileName?: string
  optOut?: 'stop' | 'start' | 'help'
}

export interface StatusReport {
  providerId: string
  row?: string
  attempt?: number
  status: string
  errorCode?: number
  eventType?: string
  /** What `errorCode` means in our words. */
  failure?: Failure
  detail?: string
}

/** A webhook as it came in: raw, before anything touched it. */
export interface WebhookRequest {
  /** Path and query as requested, for example `/twilio/status?m=x&a=1`. */
  target: string
  headers: Record<string, string | undefined>
  body: string
}

/** What somebody sent with a message. `elsewhere`: its address is not the provider's, so nobody asked there. */
export type FetchedMedia = { type: string; bytes: Buffer } | { problem: 'gone' | 'too_large' | 'elsewhere' }

/** The way to people. Speaks the provider's language and knows nothing else of ours. */
export interface Channel {
  isAuthentic(request: WebhookRequest): boolean
  readInbound(request: WebhookRequest): Inbound
  readStatus(request: WebhookRequest): StatusReport
  /**
   * Makes sure that the provider knows the buttons, list or template of this content; gives its id.
   * Null: plain text needs none. Done before the mark, because it may be slow and is not a hand-over.
   * Throws CONTENT_INVALID for a template that can never be approved, PROVIDER_UNAVAILABLE when it cannot tell now.
   */
  prepare(content: Rendered): Promise<string | null>
  /** Never throws for a refusal or a broken line. One request, no retry inside. */
  send(message: OutboundMessage, signal?: AbortSignal): Promise<SendOutcome>
  /** All pages, newest first. Throws when the list cannot be read. */
  list(query: {
    to?: Address
    from?: Address
    since: number
    withDate: boolean
  }): AsyncIterable<ListedMessage>
  fetchStatus(providerId: string): Promise<{ status: string; errorCode?: number; failure?: Failure } | null>
  /** A voice note or picture by the address that came with its message. Throws when the provider cannot be asked. */
  fetchMedia(url: string): Promise<FetchedMedia>
  /** Empties the body and deletes the media of a message at the provider. */
  redact(providerId: string): Promise<void>
}
