import type { Enrolment } from '../campaign'
import type { Audience } from '../contact'
import { attendanceOf, hasCome } from './attendance'
import type { ReportedEvent } from './eventReport'
import { participation } from './participation'
import { stepRates } from './steps'

/** One event in a list of many. */
export interface EventLine {
  event: ReportedEvent
  /** The timeline it follows. */
  kind: string
  isOver: boolean
  invited: number
  saidYes: number
  came: number
  /** Of those who were asked what they thought, without a name. */
  asked: number
  answered: number
  /** Who came, by id; stays in here. */
  people: readonly string[]
}

/** What one event adds, for one audience or for everybody. */
export function eventLine(
  about: Pick<EventLine, 'event' | 'kind' | 'isOver'>,
  enrolments: readonly Enrolment[],
  audience?: Audience,
): EventLine {
  const theirs = enrolments.filter(one => audience === undefined || one.audience === audience)
  const { isMarked, invited, came, said } = attendanceOf(theirs)
  const marks = theirs.map(({ evaluations }) => Object.values(evaluations))
  return {
    ...about,
    invited,
    saidYes: said.yes.people,
    came,
    asked: marks.filter(own => own.length > 0).length,
    answered: marks.filter(own => own.includes('answered')).length,
    people: theirs.filter(one => hasCome(one, isMarked)).map(({ contact }) => contact),
  }
}

export interface OverEvents {
  events: number
  /** Different people who came at least once, and how often somebody came (R4). */
  people: number
  participations: number
  kinds: Record<string, number>
  /** invited → said yes → came → answered. */
  counts: [invited: number, saidYes: number, came: number, answered: number]
  rates: (number | null)[]
  overall: number | null
}

/** Events that are over, together; one that is still to come would only lower every rate. */
export function overEvents(lines: readonly EventLine[]): OverEvents {
  const past = lines.filter(({ isOver }) => isOver)
  const total = (of: (line: EventLine) => number) => past.reduce((sum, line) => sum + of(line), 0)
  const counts: OverEvents['counts'] = [
    total(({ invited }) => invited),
    total(({ saidYes }) => saidYes),
    total(({ came }) => came),
    total(({ answered }) => answered),
  ]
  const { kinds, total: participations } = participation(
    past.map(({ event, kind, came }) => ({ group: event.series, kind, people: came })),
  )
  return {
    events: past.length,
    people: new Set(past.flatMap(({ people }) => people)).size,
    participations,
    kinds,
    counts,
    ...stepRates(counts),
  }
}
