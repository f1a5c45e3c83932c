import type { LanguageTag } from '../message'
import type { Printed } from './printAtom'

/** One instrument at one event, decided when it is planned. No dates finer than a day, no counters (anonymity 2.1). */
export interface Evaluation {
  _id: string
  organisation: string
  campaign: string
  series: string
  /** The dialog that asks it. */
  dialog: string
  dialogVersion: number
  instrument: string
  privacy: 'anonymous'
  classBy: 'none' | 'language' | 'audience'
  classes: { label: string; members: string[] }[]
  /** X25519, base64url. */
  publicKey: string
  /** ISO day on which it closes. */
  closesOn: string
  live: boolean
  /** How many people are in blocks so far; the condition under which the next block is sealed. */
  sealed: number
  /** Its single replies are gone. */
  forgotten?: boolean
  state: 'open' | 'closed'
}

/** Never in a backup. The private key, wrapped with the installation's own key; gone after the close and its grace. */
export interface EvaluationKey {
  /** The evaluation. */
  _id: string
  wrappedPrivateKey: string
}

/** A sealed reply that waits for its block. Fixed sizes, nothing readable. */
export interface Letter {
  _id: string
  evaluation: string
  letter: string
}

/** A reply after its block is sealed: shuffled, with a respondent that never existed before. */
export interface AnonymousReply {
  _id: string
  evaluation: string
  block: string
  respondent: string
  answers: Record<string, unknown>
}

/** A remark after its block is sealed; it cannot be joined to scores. */
export interface AnonymousText {
  _id: string
  evaluation: string
  block: string
  question: string
  text: string
  language?: LanguageTag
  state: 'waiting' | 'shown' | 'refused'
  tags: string[]
}

/** What was printed for one question of one block: the only thing reports read. Only ever added to. */
export interface LedgerEntry {
  /** `evaluation:block:question[:option]` */
  _id: string
  organisation: string
  evaluation: string
  campaign: string
  series: string
  instrument: string
  question: string
  option?: string
  block: string
  label: string
  /** ISO day of sealing. */
  day: string
  printed: Printed
}
