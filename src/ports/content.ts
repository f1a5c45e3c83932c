import type { Dialog } from '../domain/dialog/definition'
import type { LanguageWords } from '../domain/dialog/lexicon'
import type { TextKey } from '../domain/message'
import type { ExpectedText } from '../domain/text/expectedText'
import type { Timeline } from '../domain/timeline/definition'
import type { Texts } from './texts'

/** Everything in dialogs/, timelines/ and locales/, read and checked once at start. */
export interface Content {
  /** The version a run began with, or the newest. Old versions live in `dialogs/old/<id>.<version>.yaml`. */
  dialog(id: string, version?: number): Dialog | null
  dialogs: readonly Dialog[]
  timeline(id: string): Timeline | null
  timelines: readonly Timeline[]
  words: readonly LanguageWords[]
  texts: Texts
  /** Every text that may be said to people, by key, and what it is for. */
  expected: ReadonlyMap<TextKey, ExpectedText>
}
