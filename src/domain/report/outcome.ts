import { DateTime } from 'luxon'
import { percent } from './share'

/** A person can be both at once: the statuses of one moment are a set. */
export type WorkStatus = 'employee' | 'self_employed'

/** What was known of somebody on one day; `unknown` when nobody could say. */
export interface StatusNote {
  /** ISO day. */
  day: string
  statuses: readonly WorkStatus[] | 'unknown'
}

export interface FollowedPerson {
  /** Outcomes are about people inside the target group alone. */
  inside: boolean
  /** ISO day on which their first action began. */
  startedOn: string
  /** Oldest first. */
  notes: readonly StatusNote[]
}

export interface Outcome {
  /** Of how many the status is known; never everybody who was ever there. */
  known: number
  employee: number
  selfEmployed: number
  /** People with at least one of the two: less than their sum when somebody is both. */
  inWork: number
  both: number
  percent: { employee: number | null; selfEmployed: number | null; inWork: number | null }
}

/** The latest note on or before that day, of everybody inside the target group who has one (R6). */
export const outcomeOn = (people: readonly FollowedPerson[], day: string): Outcome =>
  count(people.filter(({ inside }) => inside).map(person => noteOn(person, day)))

/**
 * So many months after each person's own start: who has not come that far, or whose status then is unknown, is not
 * counted at all, above or below the line (R6).
 */
export const outcomeAfter = (people: readonly FollowedPerson[], months: number, today: string): Outcome =>
  count(
    people
      .filter(({ inside }) => inside)
      .flatMap(person => {
        const day = DateTime.fromISO(person.startedOn).plus({ months }).toISODate()!
        return day <= today ? [noteOn(person, day)] : []
      }),
  )

const noteOn = ({ notes }: FollowedPerson, day: string) => notes.findLast(note => note.day <= day)

function count(notes: readonly (StatusNote | undefined)[]): Outcome {
  const sets = notes.flatMap(note => (note && note.statuses !== 'unknown' ? [note.statuses] : []))
  const known = sets.length
  const having = (...wanted: WorkStatus[]) =>
    sets.filter(statuses => wanted.some(status => statuses.includes(status))).length
  const employee = having('employee')
  const selfEmployed = having('self_employed')
  const inWork = having('employee', 'self_employed')
  return {
    known,
    employee,
    selfEmployed,
    inWork,
    both: employee + selfEmployed - inWork,
    percent: {
      employee: percent(employee, known),
      selfEmployed: percent(selfEmployed, known),
      inWork: percent(inWork, known),
    },
  }
}
