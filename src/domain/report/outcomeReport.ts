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

/** Anybody else: as it was at the end of a quarter, small groups joined; null: too few people. */
export interface GroupedOutcomes {
  reader: 'organiser'
  fit: { day: string | null; shares: Distribution | null }
  points: { point: Point; day: string | null; shares: Distribution | null }[]
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
  const fit = grouped(
    days.map(day =>
      people.map(({ inside, startedOn }) => (startedOn > day ? null : inside ? 'inside' : 'outside')),
    ),
    ['inside', 'outside'],
    k,
  )
  return {
    reader: 'organiser',
    fit: { day: days[fit.at] ?? null, shares: fit.shares },
    points: ALL_POINTS.map(point => {
      const windowFor = point === null ? null : windowsAfter(point)
      const looks = days.map(day =>
        noted.map(person => {
          const then = { ...person, notes: person.notes.filter(({ writtenOn }) => writtenOn <= day) }
          return wordOf(
            windowFor ? standingAt(then, windowFor(person.startedOn), day) : standingOn(then, day),
          )
        }),
      )
      const { at, shares } = grouped(looks, KNOWN, k)
      return { point, day: days[at] ?? null, shares }
    }),
  }
}

const KNOWN = WORK.filter(work => work !== 'unknown')

const wordOf = (standing: Standing): Work | null =>
  standing === null || standing === 'unknown' ? null : workOf(standing)

function grouped(
  looks: readonly (readonly (string | null)[])[],
  names: readonly string[],
  k: number,
): { at: number; shares: Distribution | null } {
  const at = settled(looks, k) ?? -1
  const known = looks[at]?.filter(one => one !== null) ?? []
  const counts: Record<string, number> = tally(known)
  const rows = names.map(name => ({ name, count: counts[name] ?? 0 }))
  return { at, shares: joinSmall(rows, known.length, k) }
}
