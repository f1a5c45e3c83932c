import type { Audience, Contact } from '../contact'
import type { Address, LanguageTag } from '../message'
import type { Staff } from '../staff'
import type { Field } from './headerWords'

/** What a list tells about one person. What it does not tell is absent and changes nothing. */
export interface ListedPerson {
  /** As the spreadsheet counts: the first row is 1. */
  row: number
  name: string
  /** None: letters are all that reaches them. */
  addresses: Address[]
  /** The list says itself that this person has WhatsApp. Else it is tried: who has none gets an SMS. */
  saysWhatsapp: boolean
  language?: LanguageTag
  audience?: Audience
  tags: string[]
  evening?: boolean
  /** Who guides them: one of the staff. */
  supervisor?: Pick<Staff, '_id' | 'name'>
  consent?: ListedConsent
}

export interface ListedConsent {
  state: 'given' | 'withdrawn'
  /** Absent: the list has no date. */
  at?: number
  /** The day as in the register's key: `2026-03-12`, or `undated`. */
  day: string
  /** In the words of the list: signed form, by phone. */
  how?: string
  /** What staff said of the whole list: `paper`, `phone`, `talk`. */
  by?: string
}

/**
 * What is said of a row. fix: the row stays out until the list is right. watch: it is taken over, and this is good to know.
 * known: the person is there already.
 */
export const NOTES = {
  name_missing: 'fix',
  name_long: 'fix',
  phone_missing: 'fix',
  phone_invalid: 'fix',
  phone_short: 'fix',
  phone_long: 'fix',
  phone_two: 'fix',
  phone_scientific: 'fix',
  whatsapp_unclear: 'fix',
  language_unknown: 'fix',
  language_near: 'fix',
  audience_unknown: 'fix',
  consent_unclear: 'fix',
  consent_day_unclear: 'fix',
  consent_day_future: 'fix',
  evening_unclear: 'fix',
  supervisor_unknown: 'fix',
  shared_number: 'fix',
  other_person: 'fix',
  two_known: 'fix',
  number_refused: 'fix',
  same_name: 'fix',
  name_known: 'fix',
  names_known: 'fix',
  letter_known: 'fix',
  by_letter: 'watch',
  consent_missing: 'watch',
  consent_undated: 'watch',
  said_stop: 'watch',
  language_kept: 'watch',
  duplicate: 'known',
  unchanged: 'known',
  changes: 'known',
} as const satisfies Record<string, 'fix' | 'watch' | 'known'>
export type NoteCode = keyof typeof NOTES

export interface RowNote {
  row: number
  code: NoteCode
  /** The name in this row, as far as there is one. */
  name: string
  field?: Field
  /** The first column is 0. */
  column?: number
  cell?: string
  /** Other rows, a number of digits, a suggested tag. */
  values?: Record<string, string | number>
  changes?: Change[]
}

export interface Change {
  what: 'name' | 'language' | 'audience' | 'evening' | 'supervisor' | 'tag' | 'channel' | 'consent'
  from?: string
  to: string
}

export interface KnownPerson {
  person: ListedPerson
  contact: Contact
  changes: Change[]
}

export interface ImportPlan {
  add: ListedPerson[]
  change: KnownPerson[]
  unchanged: KnownPerson[]
  /** In the order of the rows. */
  notes: RowNote[]
}

export const isToFix = ({ code }: RowNote): boolean => NOTES[code] === 'fix'
