import { deviation } from './deviation'
import { type Distribution, joinSmall } from './distribution'
import {
  type FollowedPerson,
  type Outcome,
  outcomeAfter,
  outcomeOn,
  POINTS,
  type Standing,
  standingAt,
  standingOn,
  WORK,
  type Work,
  windowsAfter,
  workOf,
} from './outcome'
import { quarterEnds, settled } from './settled'
import { tally } from './tally'

/** Somebody who took part, and when each note about them was written. */
export interface WrittenPerson extends FollowedPerson {
  notes: readonly (FollowedPerson['notes'][number] & { writtenOn: string })[]
}

/** So many months after the first action; null: on one day. */
export type Point = (typeof POINTS)[number] | null

/** Who knows everybody by name sees every count. */
export interface ExactOutcomes {
  reader: 'staff'
  /** ISO day of the row without months. */
  day: string
  fit: ReturnType<typeof deviation>
  people: number
  points: { point: Point; outcome: Outcome }[]
}

/** Small groups joined, as it was known at the end of that day. */
export interface Grouped {
  day: string
  shares: Distribution
}

/** Anybody else: as it was at the end of a quarter; null: too few people. */
export interface GroupedOutcomes {
  reader: 'organiser'
  fit: Grouped | null
  points: { point: Point; figure: Grouped | null }[]
}

export type OutcomeReport = ExactOutcomes | GroupedOutcomes

const ALL_POINTS: readonly Point[] = [...POINTS, null]

/** Who found work, and how many people are outside the target group (R2, R6). */
export function exactOutcomes(
  people: readonly FollowedPerson[],
  { day, today, limit }: { day: string; today: string; limit: number },
): ExactOutcomes {
  return {
    reader: 'staff',
    day,
    people: people.length,
    fit: deviation(people.length, people.filter(({ inside }) => !inside).length, limit),
    points: ALL_POINTS.map(point => ({
      point,
      outcome: point === null ? outcomeOn(people, day) : outcomeAfter(people, point, today),
    })),
  }
}

/** The same, by the rule for profiles: joined rows, a printed base, and a version that stays until k people differ. */
export function groupedOutcomes(people: readonly WrittenPerson[], today: string, k: number): GroupedOutcomes {
  const [first = today] = people.map(({ startedOn }) => startedOn).toSorted()
  const days = quarterEnds(first, today)
  // Of others nothing was ever known.
  const noted = people.filter(({ notes }) => notes.length > 0)
  return {
    reader: 'organiser',
    fit: grouped(
      days,
      day => people.map(({ inside, startedOn }) => (startedOn > day ? null : inside ? 'inside' : 'outside')),
      ['inside', 'outside'],
      k,
    ),
    points: ALL_POINTS.map(point => {
      const windowFor = point === null ? null : windowsAfter(point)
      const known = (day: string) =>
        noted.map(person => {
          const then = { ...person, notes: person.notes.filter(({ writtenOn }) => writtenOn <= day) }
          return wordOf(
            windowFor ? standingAt(then, windowFor(person.startedOn), day) : standingOn(then, day),
          )
        })
      return { point, figure: grouped(days, known, KNOWN, k) }
    }),
  }
}

const KNOWN = WORK.filter(work => work !== 'unknown')

const wordOf = (standing: Standing): Work | null =>
  standing === null || standing === 'unknown' ? null : workOf(standing)

function grouped(
  days: readonly string[],
  known: (day: string) => (string | null)[],
  names: readonly string[],
  k: number,
): Grouped | null {
  const looks = days.map(known)
  const at = settled(looks, k)
  if (at === null) return null
  const people = looks[at]!.filter(one => one !== null)
  const counts: Record<string, number> = tally(people)
  const rows = names.map(name => ({ name, count: counts[name] ?? 0 }))
  const shares = joinSmall(rows, people.length, k)
  return shares && { day: days[at]!, shares }
}
