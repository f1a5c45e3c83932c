import { Info } from 'luxon'
import type { Offset } from './definition'

/** Why a step is due when it is. Each becomes words: English with the rule's id here, the reader's own on the pages. */
export type Reason =
  | { why: 'offset'; offset: Offset; from: 'start' | 'end' }
  /** Nobody answered `after` for so many days (G7). */
  | { why: 'silence'; days: number; after: string }
  /** `off` is a weekday, 1 Monday to 7 Sunday, a holiday, or a day on which the house is closed; `to` is the day it became (G3a). */
  | { why: 'day_off'; off: number | 'public_holiday' | 'closed'; to: number; before: boolean }
  /** The other step, that it rests on, does not happen or carries it. */
  | { why: 'not_happening' | 'carried'; step: string }
  | {
      why:
        | 'evening'
        | 'no_allowed_moment'
        | 'window_past'
        | 'event_over'
        | 'first_allowed'
        | 'at_once'
        | 'no_moment_before_start'
        | 'no_room'
        | 'earlier'
        | 'same_day'
        | 'has_left'
        | 'off'
    }

const WORDS = {
  evening: 'evening slot (G3)',
  no_allowed_moment: 'no allowed moment (G3)',
  window_past: 'window is past (G4)',
  event_over: 'the event is over by then',
  first_allowed: 'late → first allowed moment (G4)',
  at_once: 'late → at once, as the first message (G4)',
  no_moment_before_start: 'late; no allowed moment before start (G3)',
  no_room: 'no room before start (G4)',
  earlier: 'earlier, before start (G4)',
  same_day: 'little time left: a person phones the same day (G4)',
  has_left: 'has left',
  off: 'left out by the coordinator',
} as const

const OFF = { public_holiday: 'public holiday', closed: 'closing day' } as const

export const UNITS = ['months', 'weeks', 'days', 'hours'] as const

/** `1 month before start (G2); Sunday → Saturday before (G3a)`: for the command line and for machines. */
export const ruleOf = (reasons: readonly Reason[]): string => reasons.map(words).join('; ')

function words(reason: Reason): string {
  switch (reason.why) {
    case 'offset':
      return offsetWords(reason.offset, reason.from)
    case 'silence':
      return `${reason.days} days after ${reason.after} without an answer (G7)`
    case 'day_off': {
      const off = typeof reason.off === 'number' ? weekday(reason.off) : OFF[reason.off]
      return `${off} → ${weekday(reason.to)} ${reason.before ? 'before' : 'after'} (G3a)`
    }
    case 'not_happening':
      return `${reason.step} does not happen`
    case 'carried':
      return `late → carried by ${reason.step} (G4)`
    default:
      return WORDS[reason.why]
  }
}

function offsetWords(offset: Offset, from: 'start' | 'end'): string {
  const parts = UNITS.flatMap(unit => {
    const count = Math.abs(offset[unit] ?? 0)
    return count === 0 ? [] : [`${count} ${count === 1 ? unit.slice(0, -1) : unit}`]
  })
  if (parts.length === 0) return `on the day of the ${from}`
  const rule = offset.months || offset.weeks ? ' (G2)' : ''
  return `${parts.join(' and ')} ${isBefore(offset) ? 'before' : 'after'} ${from}${rule}`
}

export const isBefore = (offset: Offset): boolean => UNITS.some(unit => (offset[unit] ?? 0) < 0)

const weekday = (day: number): string => Info.weekdays('long', { locale: 'en' })[day - 1] ?? ''
