import { DateTime } from 'luxon'
import { type BesideWork, besideFigures, type OfKnown } from './besideWork'
import { percent } from './share'

/** A person can be both at once: the statuses of one moment are a set. */
export const WORK_STATUSES = ['employee', 'self_employed'] as const
export type WorkStatus = (typeof WORK_STATUSES)[number]

/** What was known of somebody; `unknown` when nobody could say whether they work. */
export interface Told extends BesideWork {
  statuses: readonly WorkStatus[] | 'unknown'
}

/** On one day. */
export interface StatusNote extends Told {
  /** ISO day. */
  day: string
}

export interface FollowedPerson {
  /** Outcomes are about people inside the target group alone. */
  inside: boolean
  /** ISO day on which their first action began. */
  startedOn: string
  /** Oldest first. */
  notes: readonly StatusNote[]
}

/** Where one person is at one point; null: outside the target group, or not that far. */
export type Standing = Told | null

const NOTHING: Told = { statuses: 'unknown' }

/** As one choice, for a form and for a list. */
export const WORK = ['employee', 'self_employed', 'both', 'none', 'unknown'] as const
export type Work = (typeof WORK)[number]

const STATUSES: Record<Exclude<Work, 'unknown'>, readonly WorkStatus[]> = {
  employee: ['employee'],
  self_employed: ['self_employed'],
  both: ['employee', 'self_employed'],
  none: [],
}

export function workOf({ statuses }: Pick<Told, 'statuses'>): Work {
  if (statuses === 'unknown') return 'unknown'
  return statuses.length > 1 ? 'both' : (statuses[0] ?? 'none')
}

export const statusesOf = (work: Work): { statuses?: WorkStatus[] } =>
  work === 'unknown' ? {} : { statuses: [...STATUSES[work]] }

/** Months after the first action at which people are asked. */
export const POINTS = [3, 6, 9, 12] as const
/** Who is asked in these days around a point is asked about that point (TL-16). */
export const POINT_DAYS = { before: 7, after: 21 } as const

export interface Outcome {
  /** People inside the target group who have come that far. */
  due: number
  /** Of how many of those the status is known; never everybody who was ever there. */
  known: number
  employee: number
  selfEmployed: number
  /** People with at least one of the two: less than their sum when somebody is both. */
  inWork: number
  both: number
  /** Each of those of whom that is known: nobody by silence. */
  beside: Record<keyof BesideWork, OfKnown>
  percent: { employee: number | null; selfEmployed: number | null; inWork: number | null }
}

/** ISO days. */
export interface PointWindow {
  day: string
  from: string
  to: string
}

/** By first action, the point so many months later, with the days around it; many people share one beginning. */
export function windowsAfter(months: number): (startedOn: string) => PointWindow {
  const known = new Map<string, PointWindow>()
  return startedOn => {
    const window = known.get(startedOn) ?? windowOf(startedOn, months)
    known.set(startedOn, window)
    return window
  }
}

export function windowOf(startedOn: string, months: number): PointWindow {
  const point = DateTime.fromISO(startedOn).plus({ months })
  return {
    day: point.toISODate()!,
    from: point.minus({ days: POINT_DAYS.before }).toISODate()!,
    to: point.plus({ days: POINT_DAYS.after }).toISODate()!,
  }
}

/** By the latest note on or before that day (R6). */
export const standingOn = ({ inside, startedOn, notes }: FollowedPerson, day: string): Standing =>
  inside && startedOn <= day ? (notes.findLast(note => note.day <= day) ?? NOTHING) : null

/** By what was noted around that point of theirs: nobody stays in work by silence (R6). */
export const standingAt = ({ inside, notes }: FollowedPerson, point: PointWindow, today: string): Standing =>
  inside && point.day <= today
    ? (notes.findLast(({ day }) => day >= point.from && day <= point.to) ?? NOTHING)
    : null

export const outcomeOn = (people: readonly FollowedPerson[], day: string): Outcome =>
  outcomeOf(people.map(person => standingOn(person, day)))

/** Who has not come that far, or whose status then is unknown, is not counted above or below the line. */
export function outcomeAfter(people: readonly FollowedPerson[], months: number, today: string): Outcome {
  const windowFor = windowsAfter(months)
  return outcomeOf(people.map(person => standingAt(person, windowFor(person.startedOn), today)))
}

function outcomeOf(standings: readonly Standing[]): Outcome {
  const due = standings.filter(standing => standing !== null)
  const sets = due.flatMap(({ statuses }) => (statuses === 'unknown' ? [] : [statuses]))
  const known = sets.length
  const having = (...wanted: WorkStatus[]) =>
    sets.filter(statuses => wanted.some(status => statuses.includes(status))).length
  const employee = having('employee')
  const selfEmployed = having('self_employed')
  const inWork = having('employee', 'self_employed')
  return {
    due: due.length,
    known,
    employee,
    selfEmployed,
    inWork,
    both: employee + selfEmployed - inWork,
    beside: besideFigures(due),
    percent: {
      employee: percent(employee, known),
      selfEmployed: percent(selfEmployed, known),
      inWork: percent(inWork, known),
    },
  }
}
