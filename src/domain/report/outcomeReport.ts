import type { BesideWork } from './besideWork'
import { deviation } from './deviation'
import { type Distribution, joinSmall } from './distribution'
import {
  type FollowedPerson,
  type Outcome,
  outcomeAfter,
  outcomeOn,
  POINTS,
  standingAt,
  standingOn,
  type Told,
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

/**
 * What anybody may see beside work. Not the level of work: it is asked of who works alone, so its base would say how many
 * work where that is hidden, and what is left of them how few work below it.
 */
export const GROUPED_BESIDE = ['studying', 'internship'] as const satisfies (keyof BesideWork)[]

/** Anybody else: as it was at the end of a quarter; null: too few people. */
export interface GroupedOutcomes {
  reader: 'organiser'
  fit: Grouped | null
  points: { point: Point; figure: Grouped | null }[]
  /** Of those alone of whom each is known. */
  beside: { point: Point; question: (typeof GROUPED_BESIDE)[number]; figure: Grouped | null }[]
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
  const at = ALL_POINTS.map(point => ({ point, looks: standingsAt(noted, point, days) }))
  return {
    reader: 'organiser',
    fit: grouped(
      days.map(day => ({
        day,
        people: people.map(({ inside, startedOn }) =>
          startedOn > day ? null : inside ? 'inside' : 'outside',
        ),
      })),
      ['inside', 'outside'],
      k,
    ),
    points: at.map(({ point, looks }) => ({ point, figure: grouped(inWords(looks, workWord), KNOWN, k) })),
    beside: GROUPED_BESIDE.flatMap(question =>
      at.map(({ point, looks }) => {
        const asked = inWords(looks, ({ [question]: is }) => (is === undefined ? null : is ? 'yes' : 'no'))
        return { point, question, figure: grouped(asked, ['yes', 'no'], k) }
      }),
    ),
  }
}

/** What was known at the end of a day, person by person. */
interface Look<T> {
  day: string
  people: (T | null)[]
}

function standingsAt(people: readonly WrittenPerson[], point: Point, days: readonly string[]): Look<Told>[] {
  const windowFor = point === null ? null : windowsAfter(point)
  return days.map(day => ({
    day,
    people: people.map(person => {
      const then = { ...person, notes: person.notes.filter(({ writtenOn }) => writtenOn <= day) }
      return windowFor ? standingAt(then, windowFor(person.startedOn), day) : standingOn(then, day)
    }),
  }))
}

const inWords = (looks: readonly Look<Told>[], word: (told: Told) => string | null): Look<string>[] =>
  looks.map(({ day, people }) => ({ day, people: people.map(told => told && word(told)) }))

const KNOWN = WORK.filter(work => work !== 'unknown')

const workWord = (told: Told): Work | null => (told.statuses === 'unknown' ? null : workOf(told))

function grouped(looks: readonly Look<string>[], names: readonly string[], k: number): Grouped | null {
  const at = settled(
    looks.map(({ people }) => people),
    k,
  )
  if (at === null) return null
  const { day, people: all } = looks[at]!
  const people = all.filter(one => one !== null)
  const counts: Record<string, number> = tally(people)
  const rows = names.map(name => ({ name, count: counts[name] ?? 0 }))
  const shares = joinSmall(rows, people.length, k)
  return shares && { day, shares }
}
