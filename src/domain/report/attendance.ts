import type { Enrolment, Rsvp } from '../campaign'

export type Said = Rsvp | 'silent'

export interface Attendance {
  /** Marked at the door; without a mark for anybody, whoever said yes counts as having come. */
  isMarked: boolean
  invited: number
  came: number
  /** Each answer, and how many of those who gave it came. */
  said: Record<Said, { people: number; came: number }>
}

/** What people said and who came, of the participants (E-05). */
export function attendanceOf(enrolments: readonly Pick<Enrolment, 'rsvp' | 'attended'>[]): Attendance {
  const isMarked = enrolments.some(({ attended }) => attended === true)
  const came = (one: Pick<Enrolment, 'rsvp' | 'attended'>) => hasCome(one, isMarked)
  const of = (said: Said) => {
    const theirs = enrolments.filter(({ rsvp = 'silent' }) => rsvp === said)
    return { people: theirs.length, came: theirs.filter(came).length }
  }
  return {
    isMarked,
    invited: enrolments.length,
    came: enrolments.filter(came).length,
    said: { yes: of('yes'), maybe: of('maybe'), no: of('no'), silent: of('silent') },
  }
}

/** By the mark at the door; where nobody was marked, by their own yes. */
export const hasCome = (
  { rsvp, attended }: Pick<Enrolment, 'rsvp' | 'attended'>,
  isMarked: boolean,
): boolean => attended ?? (!isMarked && rsvp === 'yes')
