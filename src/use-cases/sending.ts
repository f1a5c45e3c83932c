import type { Campaign } from '../domain/campaign'
import type { Contact } from '../domain/contact'
import type { Timing } from '../domain/delivery/timing'
import type { LanguageTag } from '../domain/message'
import type { Organisation } from '../domain/organisation'
import type { OutboxRow } from '../domain/outbox'
import type { Channel } from '../ports/channel'
import type { Clock } from '../ports/clock'
import type { Content } from '../ports/content'
import type { CrashPoint } from '../ports/crashPoint'
import type { Documents } from '../ports/documents'
import type { Log } from '../ports/log'
import type { Templates } from '../ports/templates'
import type { Texts } from '../ports/texts'
import type { Attempts } from '../store/attempts'
import type { Outbox } from '../store/outbox'
import type { ProviderMessages } from '../store/providerMessages'
import type { Senders } from '../store/senders'
import type { Statuses } from '../store/statuses'

/** What everything on the way out needs: from the claim to the last status. */
export interface Sending {
  documents: Documents
  outbox: Outbox
  attempts: Attempts
  providerMessages: ProviderMessages
  statuses: Statuses
  senders: Senders
  channel: Channel
  content: { texts: Pick<Texts, 'render' | 'direction'> } & Pick<Content, 'timeline'>
  templates: Pick<Templates, 'standingOf'>
  /** The values that every text may use, worded in `language`. */
  facts: (about: {
    contact: Contact
    organisation: Organisation
    campaign: Campaign | null
    language: LanguageTag
  }) => Record<string, string | number>
  /** Is the person of a campaign's row still among those whom its step is for? RSVP, attendance, what was answered. */
  stillWanted: (row: OutboxRow, campaign: Campaign) => Promise<boolean>
  /** How many SMS segments a text takes. */
  segmentsOf: (text: string) => number
  timing: Timing
  clock: Clock
  /** Names this process in the leases it holds. */
  owner: string
  /** From 0 to 1: spreads what failed together. */
  chance: () => number
  /** Messages on their way at the same moment, at most. */
  parallel: number
  log: Log
  crash?: CrashPoint
}
