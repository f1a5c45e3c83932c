import type { OwnQuestion } from '../dialog/ownQuestion'
import type { LanguageTag } from '../message'
import type { Printed } from './printAtom'
import type { Total } from './totals'

/** Where the answers come from. A tablet at the door counts taps, not persons: it has blocks of its own. */
export type Way = 'chat' | 'kiosk'

/** Asked on the day itself, by a tablet or a poster at the door: it is in no timeline. */
export const ON_THE_DAY = 'smiley-evaluation'

/** What the answers of one event may be told apart by; at most one, and never more (anonymity 3.3). */
export const BREAKDOWNS = ['language', 'audience'] as const
export type Breakdown = (typeof BREAKDOWNS)[number]

/** One instrument at one event, decided when it is planned. No dates finer than a day, no counters (anonymity 2.1). */
export interface Evaluation {
  _id: string
  organisation: string
  campaign: string
  series: string
  /** The dialog that asks it. */
  dialog: string
  dialogVersion: number
  /** What the organiser asks as well. Fixed when the first person is asked, so that blocks stay comparable. */
  ownQuestions?: OwnQuestion[]
  /** +1 whenever those change. */
  edition?: number
  instrument: string
  way: Way
  privacy: 'anonymous'
  classBy: 'none' | Breakdown
  /** Fixed before the first invitation, from the list of the invited. */
  classes: { label: string; members: string[] }[]
  /** X25519, base64url. */
  publicKey: string
  /** ISO day on which it closes. */
  closesOn: string
  live: boolean
  /** How many people are in blocks so far. */
  sealed: number
  /** +1 whenever letters are taken out, and of a pool also when some come in: the condition under which that happens once. */
  rev?: number
  /** Of a pool, which belongs to a series and to no campaign (`poolOf`): the events whose few answers wait here. */
  pooled?: string[]
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
  /** From a tablet, which sends several people's taps together; absent: one. */
  people?: number
}

/** What the tablet sent before, by the random number it gave it: counted once. Holds nothing else. */
export interface KioskBatch {
  _id: string
  evaluation: string
}

/**
 * Never in a backup: several in a row would tell who spoke. A voice note as an answer, locked with a key of its own that is in
 * the answer's box and nowhere else: a box that is dropped has erased it. Nothing here says whose it is.
 */
export interface Sound {
  _id: string
  locked: string
  /** In whose letters its key may be. Absent once a reviewer may hear it. */
  evaluation?: string
  /** The remark that waits until somebody has written it down. */
  text?: string
  /** ISO day: then it goes, written down or not. */
  until?: string
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
  organisation: string
  campaign: string
  series: string
  evaluation: string
  dialog: string
  dialogVersion: number
  block: string
  question: string
  /** As it was written, or written down; only a reviewer reads it. Empty while it is a voice that nobody has written down. */
  text: string
  /** Where its voice is, and the key to it, locked by the installation. Gone as soon as the voice is. */
  recording?: string
  /** At least k people of the block spoke; elsewhere that somebody spoke would point to them. */
  manySpoke?: boolean
  /** The staff member who wrote down what was said; kept where many spoke. */
  writtenDownBy?: string
  /** Only where at least k people of the block used it; elsewhere the language alone would point to somebody. */
  language?: LanguageTag
  /** Proposed: one reader would show it like this, and a second one decides. */
  state: 'waiting' | 'proposed' | 'shown' | 'refused'
  /** That first reader, while it is proposed. */
  proposedBy?: string
  /** What readers get: the text with words taken out, or its translation. */
  shown?: string
  /** The staff member whose translation is shown; then the original never is. */
  translatedBy?: string
  /** Themes, put on by hand. */
  tags: string[]
  /** +1 with every decision. */
  rev: number
}

/** What was printed for one question of one block: the only thing reports read. Only ever added to. */
export interface LedgerEntry {
  /** `evaluation:block:question[:option]` */
  _id: string
  organisation: string
  evaluation: string
  campaign: string
  series: string
  dialog: string
  dialogVersion: number
  instrument: string
  way: Way
  question: string
  option?: string
  /** An organiser's own question, in its words: no file has them. */
  own?: OwnQuestion
  block: string
  /** The class of the people in the block, as `classes` names it; empty without classes. */
  label: string
  /** Of a block of several events with few answers each: which ones. */
  pooled?: string[]
  /** ISO day of sealing. */
  day: string
  /** People in the block, whether they answered this question or not. */
  people: number
  /** Fewest people in a printed count when it was printed: what "few" means, also after the setting changed. */
  s: number
  printed: Printed
}

/** What many blocks printed, added up and kept, so that a report over a million answers is one read. */
export interface RollUp {
  /** A hash of what it is about. */
  _id: string
  organisation: string
  scope: 'series' | 'month'
  /** The series, or the ISO month of sealing: `2026-12`. */
  of: string
  dialog: string
  dialogVersion: number
  instrument: string
  way: Way
  question: string
  option?: string
  /** An organiser's own question, in its words: no file has them. */
  own?: OwnQuestion
  label: string
  /** Blocks added so far; the condition under which the next one is. */
  rev: number
  total: Total
}

/** In place of a campaign: what waits for each other, of the events of one series. */
export const poolOf = (series: string): string => `pool:${series}`
