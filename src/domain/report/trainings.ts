import { sum } from '../anonymity/shape'
import {
  TRAINING_KINDS,
  TRAINING_STATUSES,
  type TrainingKind,
  type TrainingState,
} from '../contacts/training'
import { type Distribution, distribution, joinSmall } from './distribution'
import type { Grouped } from './outcomeReport'
import { quarterEnds, settledTogether } from './settled'
import { tally } from './tally'

/** Somebody who came, what they learn, and on which ISO day each word of it was written. */
export interface Learner {
  /** ISO day on which their first action began. */
  startedOn: string
  /** Of each training what was known of it, the oldest first. */
  trainings: readonly (readonly (Pick<TrainingState, 'kind' | 'status' | 'known' | 'mistaken'> & {
    writtenOn: string
  })[])[]
}

export const LESSONS = TRAINING_KINDS.filter(kind => kind !== 'workplace')
/** More than one word is true of somebody. */
export const SEVERAL = 'several'

/** Who knows everybody by name sees every count. */
export interface ExactTrainings {
  reader: 'staff'
  /** In lessons, and in more than one training. */
  people: number
  several: number
  /** Of trainings, never of people. */
  kinds: Distribution
  statuses: Distribution
  /** Three counts of three different things. */
  workplace: { people: number; known: number; registrations: number }
}

export const GROUPED_TRAININGS = ['kinds', 'statuses', 'workplace'] as const

/** Anybody else: of people, as it was at the end of a quarter; null: too few. */
export interface GroupedTrainings {
  reader: 'organiser'
  figures: { of: (typeof GROUPED_TRAININGS)[number]; figure: Grouped | null }[]
}

export type TrainingReport = ExactTrainings | GroupedTrainings

const isLesson = ({ kind }: { kind: TrainingKind }): boolean => kind !== 'workplace'

/** As it was known at the end of that day; what was noted by mistake is left out. */
const knownOn = ({ trainings }: Learner, day: string) =>
  trainings.flatMap(states => {
    const last = states.findLast(({ writtenOn }) => writtenOn <= day)
    return last && !last.mistaken ? [last] : []
  })

/** Who follows which training, where it stands, and who learns at work (R5). */
export function exactTrainings(people: readonly Learner[], today: string): ExactTrainings {
  const learning = people.map(person => knownOn(person, today))
  const lessons = learning.map(own => own.filter(isLesson)).filter(own => own.length > 0)
  const places = learning.map(own => own.filter(one => !isLesson(one))).filter(own => own.length > 0)
  const trainings = lessons.flat()
  const counted = (names: readonly string[], words: readonly string[]): Distribution => {
    const counts: Record<string, number> = tally(words)
    return distribution(
      names.map(name => ({ name, count: counts[name] ?? 0 })),
      words.length,
    )
  }
  return {
    reader: 'staff',
    people: lessons.length,
    several: lessons.filter(own => own.length > 1).length,
    kinds: counted(
      LESSONS,
      trainings.map(({ kind }) => kind),
    ),
    statuses: counted(
      TRAINING_STATUSES,
      trainings.map(({ status }) => status),
    ),
    workplace: {
      people: places.length,
      known: places.filter(own => own.some(({ known }) => known)).length,
      registrations: sum(places.map(own => own.length)),
    },
  }
}

/** One word of each person, so that every row is of people and each of them stands in one. */
const WORD: Record<(typeof GROUPED_TRAININGS)[number], (own: ReturnType<typeof knownOn>) => string | null> = {
  kinds: own => oneWord(own.filter(isLesson).map(({ kind }) => kind)),
  statuses: own => oneWord(own.filter(isLesson).map(({ status }) => status)),
  workplace: own => {
    const places = own.filter(one => !isLesson(one))
    return places.length === 0 ? null : places.some(({ known }) => known) ? 'known' : 'not_known'
  },
}
const NAMES: Record<(typeof GROUPED_TRAININGS)[number], readonly string[]> = {
  kinds: [...LESSONS, SEVERAL],
  statuses: [...TRAINING_STATUSES, SEVERAL],
  workplace: ['known', 'not_known'],
}

const oneWord = (words: readonly string[]): string | null =>
  new Set(words).size > 1 ? SEVERAL : (words[0] ?? null)

/**
 * The same by the rule for outcomes: joined rows of people, a printed base, and a version that stays until k people differ.
 * Kinds and statuses are about the same people, so they change together: else two bases would tell who came in between.
 */
export function groupedTrainings(people: readonly Learner[], today: string, k: number): GroupedTrainings {
  const [first = today] = people.map(({ startedOn }) => startedOn).toSorted()
  // Of others nothing was ever known.
  const learners = people.filter(({ trainings }) => trainings.length > 0)
  const known = quarterEnds(first, today).map(day => ({
    day,
    of: learners.map(person => (person.startedOn > day ? [] : knownOn(person, day))),
  }))
  const grouped = (together: GroupedTrainings['figures'][number]['of'][]) => {
    const looks = together.map(of => known.map(look => look.of.map(WORD[of])))
    const at = settledTogether(looks, k)
    return together.map((of, index) => {
      const figure = at === null ? null : shares(looks[index]![at]!, NAMES[of], k)
      return { of, figure: figure && { day: known[at!]!.day, shares: figure } }
    })
  }
  return { reader: 'organiser', figures: [...grouped(['kinds', 'statuses']), ...grouped(['workplace'])] }
}

function shares(look: readonly (string | null)[], names: readonly string[], k: number): Distribution | null {
  const words = look.filter(word => word !== null)
  const counts: Record<string, number> = tally(words)
  return joinSmall(
    names.map(name => ({ name, count: counts[name] ?? 0 })),
    words.length,
    k,
  )
}
