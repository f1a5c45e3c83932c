import type { Channel } from '../ports/channel'
import type { Clock } from '../ports/clock'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import type { NewId } from '../ports/ids'
import type { Log } from '../ports/log'
import type { Seal } from '../ports/seal'
import type { Templates } from '../ports/templates'
import type { Threads } from '../store/threads'
import type { Sending } from '../use-cases/sending'
import type { TakeTurns } from '../use-cases/takeTurns'

/** What the desks work with; made once in app.ts. */
export interface DeskTools {
  documents: Documents
  content: Content
  channel: Channel
  templates: Templates
  clock: Clock
  log: Log
  seal: Seal
  newId: NewId
  /** 0 to below 1, unforeseeable: who sees a shuffled list cannot guess its order. */
  random(): number
  sending: Sending
  turns: TakeTurns
  threads: Threads
  /** One person's turn, soon, and what was said to them. */
  kick(contact: string, organisation: string): void
  /** Looks at everything that is due, now. */
  tick(): Promise<void>
  /** IANA. */
  zone: string
}
