import { type ConsentEntry, type Contact, PURPOSES, type Purpose } from '../contact'
import type { FieldProblem } from '../fieldProblem'
import { readDay } from './cellWords'

/** A line for the register as staff type it. */
export interface ConsentForm {
  purpose: string
  state: string
  by: string
  /** As a field for days gives it: `2026-11-25`. */
  day: string
  how: string
  about: string
}

/** How somebody told staff. */
export const TOLD_BY = ['paper', 'phone', 'talk'] as const

/** One event, one receiver: a yes for one says nothing about another. */
export const ABOUT_ONE: readonly Purpose[] = ['C5', 'C6']

export type ReadConsentForm =
  | { ok: true; line: Omit<ConsentEntry, 'key' | 'notedBy'> }
  | { ok: false; problems: FieldProblem[] }

const LONGEST_TEXT = 200

/** @param contact in whose register it comes; a STOP or a no to messages is taken back by the person alone */
export function readConsentForm(
  form: ConsentForm,
  contact: Pick<Contact, 'consents' | 'stopped' | 'language'>,
  { zone, now }: { zone: string; now: number },
): ReadConsentForm {
  const problems: FieldProblem[] = []
  const say = (field: keyof ConsentForm, problem: string) => void problems.push({ field, problem })
  const purpose = PURPOSES.find(one => one === form.purpose)
  const state = (['given', 'withdrawn'] as const).find(one => one === form.state)
  const by = TOLD_BY.find(one => one === form.by)
  const at = readDay(form.day, zone)
  if (!purpose) say('purpose', 'purpose_missing')
  if (!state) say('state', 'state_missing')
  if (!by) say('by', 'by_missing')
  if (at === undefined) say('day', 'day_unclear')
  else if (at > now) say('day', 'day_future')
  if (purpose && ABOUT_ONE.includes(purpose) && form.about.trim() === '') say('about', 'about_missing')
  if (purpose === 'C1' && state === 'given' && refusesMessages(contact)) say('state', 'said_stop')
  if (problems.length > 0) return { ok: false, problems }
  const how = form.how.trim().slice(0, LONGEST_TEXT)
  const about = form.about.trim().slice(0, LONGEST_TEXT)
  return {
    ok: true,
    line: {
      purpose: purpose!,
      state: state!,
      version: 'staff',
      language: contact.language,
      at: at!,
      by: by!,
      ...(how !== '' && { how }),
      ...(about !== '' && ABOUT_ONE.includes(purpose!) && { about }),
    },
  }
}

/** They wrote STOP, or their last word on messages is no. */
export const refusesMessages = ({ consents, stopped }: Pick<Contact, 'consents' | 'stopped'>): boolean =>
  stopped !== undefined ||
  consents.findLast(({ purpose, state }) => purpose === 'C1' && state !== 'asked')?.state === 'withdrawn'
