import type {
  AnonymousReply,
  AnonymousText,
  Evaluation,
  EvaluationKey,
  KioskBatch,
  LedgerEntry,
  Letter,
  RollUp,
  Sound,
} from './anonymity/evaluation'
import type { Announcement, ApiRequest, ApiToken, Delivery, Hook } from './api'
import type { Campaign, Enrolment } from './campaign'
import type { Case } from './cases/case'
import type { Contact } from './contact'
import type { ListImport } from './contacts/listImport'
import type { Merge } from './contacts/merge'
import type { Training } from './contacts/training'
import type { WorkNote } from './contacts/workNote'
import type { Conversation, NamedReply, StoredInbound, Task } from './conversation'
import type { Failure } from './delivery/failure'
import type { ContactNote, KeptMedia, Thread } from './inbox/thread'
import type { Kiosk } from './kiosk'
import type { PaperLetter } from './letters/paperLetter'
import type { PlacePicture } from './letters/placePicture'
import type { Organisation } from './organisation'
import type { OutboxRow } from './outbox'
import type { Conclusion } from './report/conclusion'
import type { AuditEntry, Invitation, Session, SignInTries, Staff } from './staff'
import type { OwnText } from './text/ownText'
import type { ReviewLink } from './text/reviewLink'
import type { SavedReply } from './text/savedReply'
import type { TextReview } from './text/textReview'

/** A provider's message and the one attempt it belongs to. `_id` is the provider's id. */
export interface ProviderMessage {
  _id: string
  row: string
  attempt: number
}

/** A status as it was reported. `_id` is `sid|status|errorCode|eventType`: each counts once. */
export interface StatusRecord {
  _id: string
  sid: string
  status: string
  errorCode?: number
  eventType?: string
  /** What a failed status means, translated at the door. */
  failure?: Failure
  row?: string
  attempt?: number
  at: number
  applied: boolean
}

/** The turn lane of a contact: saves double work, never needed for safety. */
export interface Lane {
  _id: string
  owner: string
  until: number
}

/** Token bucket in one number: the moment at which this sender has caught up. `_id` is `organisation|channel`. */
export interface Sender {
  _id: string
  freeAt: number
  intervalMs: number
  burstMs: number
  reserveMs: number
  pausedUntil: number
  pausedWhy?: string
  /** Tokens ever taken; every tenth is a planned message's when replies would take all. */
  taken?: number
}

/** What the provider knows of one content: a template or a set of buttons, in one language. `_id` is a hash of all of it. */
export interface ContentRecord {
  _id: string
  name: string
  language: string
  contentId?: string
  /** none: not a template; else WhatsApp's approval. */
  approval: 'none' | 'waiting' | 'approved' | 'rejected' | 'paused' | 'disabled'
  /** When `approval` became what it is. */
  since?: number
  /** WhatsApp's own words about a refusal. */
  reason?: string
}

/** A small fact of the installation by name: last catch-up, wound clock, schema version. */
export interface Fact {
  _id: string
  value: unknown
}

/** What must be emptied at the provider. `_id` is the provider's id. */
export interface Redaction {
  _id: string
  nextAt: number
  tries: number
}

export interface Collections {
  organisations: Organisation
  contacts: Contact
  imports: ListImport
  merges: Merge
  campaigns: Campaign
  enrolments: Enrolment
  outbox: OutboxRow
  providerMessages: ProviderMessage
  statuses: StatusRecord
  inbound: StoredInbound
  conversations: Conversation
  lanes: Lane
  senders: Sender
  tasks: Task
  threads: Thread
  contactNotes: ContactNote
  workNotes: WorkNote
  trainings: Training
  cases: Case
  media: KeptMedia
  paperLetters: PaperLetter
  placePictures: PlacePicture
  namedReplies: NamedReply
  contents: ContentRecord
  redactions: Redaction
  facts: Fact
  evaluations: Evaluation
  evaluationKeys: EvaluationKey
  letterbox: Letter
  kiosks: Kiosk
  kioskBatches: KioskBatch
  replies: AnonymousReply
  texts: AnonymousText
  sounds: Sound
  ledger: LedgerEntry
  rollUps: RollUp
  staff: Staff
  sessions: Session
  invitations: Invitation
  signInTries: SignInTries
  auditLog: AuditEntry
  ownTexts: OwnText
  textReviews: TextReview
  reviewLinks: ReviewLink
  apiTokens: ApiToken
  apiRequests: ApiRequest
  hooks: Hook
  deliveries: Delivery
  announcements: Announcement
  savedReplies: SavedReply
  conclusions: Conclusion
}
