export type ChannelName = 'whatsapp' | 'sms'

export type Status =
  | 'accepted'
  | 'scheduled'
  | 'queued'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'undelivered'
  | 'failed'
  | 'canceled'
  | 'received'

export interface Choices {
  kind: 'buttons' | 'list'
  /** The word that opens a list. */
  opens?: string
  options: { id: string; title: string; description?: string }[]
}

export interface Message {
  sid: string
  channel: ChannelName
  direction: 'inbound' | 'outbound-api' | 'outbound-reply'
  /** As in Twilio's interface: `whatsapp:+32…` or `+32…`. */
  from: string
  to: string
  /** The number of the person at the other end, without channel. */
  phone: string
  /** What the interface tells; emptied when the message is redacted. */
  body: string
  /** What stands on the phone; redacting does not reach it. */
  shown: string
  status: Status
  errorCode: number | null
  serviceSid: string | null
  segments: number
  media: string[]
  createdAt: number
  sentAt: number | null
  updatedAt: number
  onPhoneAt: number | null
  statusCallback?: string
  /** Magic test numbers tell nobody. */
  silent?: boolean
  sendAt?: number
  contentSid?: string
  language?: string
  /** Name of the approved template it was sent with. */
  template?: string
  choices?: Choices
  chosen?: string
  mediaUrls?: string[]
  /** Why it will fail when it is its turn; decided when it was handed over. */
  doom?: { status: 'failed' | 'undelivered'; code: number }
  /** Reached nobody because the sender was blocked; unblocking does not bring it back. */
  swallowed?: boolean
  /** Inbound only: the fields of the webhook besides the common ones. */
  fields?: Record<string, string>
  kind?: 'text' | 'tap' | 'voice' | 'image' | 'location'
  /** Inbound only: the webhook was answered well. */
  heard?: boolean
  /** Inbound only: the organisation showed that it read it. */
  readByUs?: boolean
  /** Wiped from the phone, still known to the interface. */
  wiped?: boolean
}

export interface Phone {
  address: string
  name: string
  language: string
  channels: ChannelName[]
  /** The channel it writes on now. */
  writes: ChannelName
  on: boolean
  blocks: boolean
  readReceipts: boolean
  /** Last time this person wrote, per sender (`whatsapp:+32…`): opens the 24-hour window. */
  lastInbound: Record<string, number>
  /** SMS senders this person said STOP to. */
  optedOut: string[]
  order: number
}

export type ApprovalStatus = 'received' | 'pending' | 'approved' | 'rejected' | 'paused' | 'disabled'

export interface Approval {
  name: string
  category: string
  contentType: string
  status: ApprovalStatus
  rejectionReason: string
}

export interface Content {
  sid: string
  friendlyName: string | null
  language: string
  variables: Record<string, string>
  types: Record<string, Record<string, unknown>>
  createdAt: number
  updatedAt: number
  approval: Approval | null
}

export interface Media {
  sid: string
  message: string
  type: string
  createdAt: number
}

/** Something that happens by itself, later. */
export type Due = { id: string; at: number } & (
  | { does: 'advance'; sid: string; to: Status }
  | { does: 'callback'; sid: string; params: Record<string, string>; url: string }
  | { does: 'inbound'; sid: string; lane: string }
  | { does: 'approve'; sid: string }
)

/** One request to the product and what came back: "What the server saw". */
export interface Seen {
  at: number
  phone: string
  kind: 'inbound' | 'status'
  sid: string
  status: string
  path: string
  signature: string
  token: string
  tries: number
  /** HTTP status, or the reason why there is none. */
  answer: string
  code: number | null
}
