import type { OwnQuestion } from './dialog/ownQuestion'

/** BCP 47 as in locales/: `nl`, `ar`, `fa-AF`. */
export type LanguageTag = string
export type ChannelName = 'whatsapp' | 'sms'
export const CHANNELS = ['whatsapp', 'sms'] as const

/** `{ channel: 'whatsapp', address: '+32470000001' }`; WhatsApp may give an account id `BE.1A2B` instead of a number. */
export interface Address {
  channel: ChannelName
  address: string
}

/** `file path in locales/<language>/` + `:` + dotted key: `dialogs/rsvp:coming.ask`. */
export type TextKey = string

/**
 * A reference to what is said; words come at the last moment, so a corrected text or a changed language still counts.
 * `question` brings its choices along (buttons, list, numbered lines).
 */
export interface Say {
  text: TextKey
  /** Only what cannot be looked up when rendering: a number of tries, the person's own list. */
  values?: Record<string, string | number>
  question?: {
    dialog: string
    version: number
    id: string
    /** An organiser's own question: its words come along, and stand in the place of `text`. */
    own?: OwnQuestion
  }
  /** Sentences that stand before it in the same message: thanks, or what was wrong with the answer. They ask nothing. */
  lead?: { text: TextKey; values?: Record<string, string | number> }[]
  /** Values that are texts themselves: `{ travel: 'dialogs/preparation:travel.bus' }`. */
  texts?: Record<string, TextKey>
  /** Buttons outside a dialog, by the text of their label (did you mean stop?) or a language's own name. */
  choices?: { id: string; text?: TextKey; label?: string }[]
  /** Numbers the choices in the text on every channel: after an answer that was not understood. */
  numbered?: boolean
}

export interface Choice {
  /** Ours; comes back as the button's payload. */
  id: string
  label: string
  description?: string
}

/** Ready to leave, in one language, for one channel. */
export interface Rendered {
  text: string
  language: LanguageTag
  direction: 'ltr' | 'rtl'
  /** The language asked for, when the text came from another one along the fallback chain. */
  wanted?: LanguageTag
  /** In words of the organisation's or campaign's own. */
  own?: true
  /** At most 3 choices become buttons, more become a list opened with `listButton`. Absent on SMS: numbered in `text`. */
  choices?: Choice[]
  listButton?: string
  /** The same text with its places open, for approval by WhatsApp: name, pattern with {{1}}…, values in that order. */
  template?: { name: string; pattern: string; values: string[] }
  mediaUrl?: string
}
