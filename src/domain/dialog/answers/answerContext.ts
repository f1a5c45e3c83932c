import type { ChannelName, LanguageTag } from '../../message'
import type { Lexicon } from '../buildLexicon'

/** What is known when a reply is read, beside the question itself. */
export interface AnswerContext {
  /** The person's own language; an unknown one is heard as Dutch and English. */
  language: LanguageTag
  lexicon: Lexicon
  /** The day it is for the organisation, `2026-11-21`. */
  today: string
  /** IANA zone in which `today` is that day. */
  zone: string
  channel: ChannelName
  /** Option id → the label the person saw. Without one, the id itself is read as the label. */
  labels?: Record<string, string>
  /** How days are written with numbers only; `dmy` unless said. */
  order?: 'dmy' | 'mdy' | 'ymd'
}
