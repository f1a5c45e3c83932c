import { DateTime } from 'luxon'
import type { Lexicon } from '../dialog/buildLexicon'
import type { Address } from '../message'
import { emailOf, type Staff } from '../staff'
import { isEmptyCell, nearestLanguage, readAudience, readDay, readLanguageCell, readYesNo } from './cellWords'
import type { Columns } from './guessColumns'
import type { Field } from './headerWords'
import { isToFix, type ListedConsent, type ListedPerson, type NoteCode, type RowNote } from './list'
import { readPhoneCell } from './readPhoneCell'

export interface Reading {
  columns: Columns
  lexicon: Lexicon
  /** Where a number without a country is from: `BE`. */
  region: string
  zone: string
  now: number
  /** Whom a list may name as supervisor, by the address they sign in with. */
  staff: readonly Pick<Staff, '_id' | 'name' | 'email'>[]
}

export interface ReadRow {
  /** Absent when something must be put right first. */
  person?: ListedPerson
  notes: RowNote[]
}

const LONGEST_NAME = 80
const LONGEST_TEXT = 60

/** One row of a list; null: nothing stands in it. */
export function readRow(cells: readonly string[], row: number, reading: Reading): ReadRow | null {
  const cell = (field: Field) => {
    const column = reading.columns[field]
    return column === undefined ? '' : (cells[column] ?? '').trim()
  }
  if (!Object.keys(reading.columns).some(field => cell(field as Field) !== '')) return null
  const name = nameOf(cell)
  const notes: RowNote[] = []
  const say: Say = (code, field, values) => {
    const column = reading.columns[field]
    notes.push({
      row,
      code,
      name,
      field,
      ...(column === undefined ? {} : { column, cell: cell(field) }),
      ...(values && { values }),
    })
  }
  if (!/\p{L}/u.test(name)) say('name_missing', reading.columns.name === undefined ? 'last_name' : 'name')
  if (name.length > LONGEST_NAME) say('name_long', reading.columns.name === undefined ? 'last_name' : 'name')
  const addresses = addressesOf(cell, reading, say)
  const language = languageOf(cell('language'), reading, say)
  const audience = isEmptyCell(cell('audience')) ? undefined : readAudience(cell('audience'))
  if (audience === undefined && !isEmptyCell(cell('audience'))) say('audience_unknown', 'audience')
  const evening = eveningOf(cell('evening'), reading, say)
  const supervisor = supervisorOf(cell('supervisor'), reading, say)
  const consent = consentOf(cell, reading, say)
  if (notes.some(isToFix)) return { notes }
  const tags = cell('tags')
    .split(/[,;|\n]/)
    .map(tag => tag.trim().slice(0, LONGEST_TEXT))
    .filter(tag => tag !== '' && !isEmptyCell(tag))
  return {
    person: {
      row,
      name,
      addresses,
      saysWhatsapp: !isEmptyCell(cell('whatsapp')),
      ...(language !== undefined && { language }),
      ...(audience !== undefined && { audience }),
      tags: [...new Set(tags)],
      ...(evening !== undefined && { evening }),
      ...(supervisor !== undefined && { supervisor }),
      ...(consent !== undefined && { consent }),
    },
    notes,
  }
}

type Cell = (field: Field) => string
type Say = (code: NoteCode, field: Field, values?: Record<string, string | number>) => void

function nameOf(cell: Cell): string {
  const whole = cell('name') || `${cell('first_name')} ${cell('last_name')}`
  return (
    whole
      .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
      // An apostrophe that kept a name from being read as a formula; not the one of 's Jongers.
      .replace(/^'(?=[=+\-@])/, '')
      .trim()
      .normalize('NFC')
  )
}

/**
 * WhatsApp first, then SMS: who has no WhatsApp gets the message by SMS. A second number may stand in the WhatsApp column.
 * Without any number it is letters alone; a list that has no column for one says so once, not of every row.
 */
function addressesOf(cell: Cell, { region, lexicon, columns }: Reading, say: Say): Address[] {
  const own = cell('phone')
  const whatsapp = cell('whatsapp')
  const second = isEmptyCell(whatsapp) ? null : readPhoneCell(whatsapp, region)
  const answer = isEmptyCell(whatsapp) ? undefined : readYesNo(whatsapp, lexicon)
  if (second && !second.ok && answer === undefined) say('whatsapp_unclear', 'whatsapp')
  const phone = isEmptyCell(own) ? null : readPhoneCell(own, region)
  if (phone === null && !second?.ok && (columns.phone ?? columns.whatsapp) !== undefined)
    say(answer === 'yes' ? 'phone_missing' : 'by_letter', columns.phone === undefined ? 'whatsapp' : 'phone')
  if (phone && !phone.ok) say(phone.problem, 'phone', 'digits' in phone ? { count: phone.digits } : undefined)
  const onWhatsapp = second?.ok ? second.number : phone?.ok && answer !== 'no' ? phone.number : null
  return [
    ...(onWhatsapp === null ? [] : [{ channel: 'whatsapp' as const, address: onWhatsapp }]),
    ...(phone?.ok ? [{ channel: 'sms' as const, address: phone.number }] : []),
  ]
}

function languageOf(cell: string, { lexicon }: Reading, say: Say): string | undefined {
  if (isEmptyCell(cell)) return undefined
  const tag = readLanguageCell(cell, lexicon)
  if (tag !== undefined) return tag
  const near = nearestLanguage(cell, lexicon)
  if (near === undefined) say('language_unknown', 'language')
  else say('language_near', 'language', { tag: near })
  return undefined
}

function eveningOf(cell: string, { lexicon }: Reading, say: Say): boolean | undefined {
  if (isEmptyCell(cell)) return undefined
  const answer =
    readYesNo(cell, lexicon) ??
    (/^(?:'?s )?(?:avonds?|le soir|soir|evenings?)$/i.test(cell) ? 'yes' : undefined)
  if (answer === undefined) say('evening_unclear', 'evening')
  return answer === undefined ? undefined : answer === 'yes'
}

function supervisorOf(cell: string, { staff }: Reading, say: Say): ListedPerson['supervisor'] {
  if (isEmptyCell(cell)) return undefined
  const email = emailOf(cell)
  const found = staff.find(one => one.email === email)
  if (!found) say('supervisor_unknown', 'supervisor')
  return found && { _id: found._id, name: found.name }
}

/** A yes without a day counts, with the day of today; nobody can prove more. */
function consentOf(cell: Cell, reading: Reading, say: Say): ListedConsent | undefined {
  const text = cell('consent')
  const day = cell('consent_date')
  const state = isEmptyCell(text) ? undefined : readYesNo(text, reading.lexicon)
  // Some lists have the day itself in the column of consent.
  const inPlace = state === undefined && !isEmptyCell(text) ? readDay(text, reading.zone) : undefined
  if (state === undefined && inPlace === undefined) {
    if (!isEmptyCell(text)) say('consent_unclear', 'consent')
    else if (reading.columns.consent !== undefined) say('consent_missing', 'consent')
    return undefined
  }
  const at = isEmptyCell(day) ? inPlace : readDay(day, reading.zone)
  if (at === undefined && !isEmptyCell(day)) say('consent_day_unclear', 'consent_date')
  if (at !== undefined && at > reading.now)
    say('consent_day_future', isEmptyCell(day) ? 'consent' : 'consent_date')
  if (at === undefined && isEmptyCell(day) && state === 'yes') say('consent_undated', 'consent')
  const how = cell('consent_how').slice(0, LONGEST_TEXT)
  return {
    state: state === 'no' ? 'withdrawn' : 'given',
    ...(at !== undefined && { at }),
    day: at === undefined ? 'undated' : DateTime.fromMillis(at, { zone: reading.zone }).toISODate()!,
    ...(!isEmptyCell(how) && { how }),
  }
}
