import type { Enrolment } from '../campaign'
import type { Audience } from '../contact'
import { groupBy } from '../groupBy'
import { attendanceOf, hasCome } from './attendance'
import type { ReportedEvent } from './eventReport'
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
  kinds: KindCount[]
  /** invited → said yes → came → answered. */
  counts: [invited: number, saidYes: number, came: number, answered: number]
  rates: (number | null)[]
  overall: number | null
}

/** Who came to events of one kind, or of several kinds to which few came: one person may come to all of them. */
export interface KindCount {
  kinds: string[]
  people: number
  participations: number
}

/**
 * Events that are over, together; one that is still to come would only lower every rate.
 * @param k fewest people of a kind that stands by itself; 1 for who sees every count
 */
export function overEvents(lines: readonly EventLine[], k: number): OverEvents {
  const past = lines.filter(({ isOver }) => isOver)
  const total = (of: (line: EventLine) => number) => past.reduce((sum, line) => sum + of(line), 0)
  const counts: OverEvents['counts'] = [
    total(({ invited }) => invited),
    total(({ saidYes }) => saidYes),
    total(({ came }) => came),
    total(({ answered }) => answered),
  ]
  return {
    events: past.length,
    people: peopleAt(past),
    participations: total(({ came }) => came),
    kinds: kindCounts(past, k),
    counts,
    ...stepRates(counts),
  }
}

const peopleAt = (lines: readonly Pick<EventLine, 'people'>[]): number =>
  new Set(lines.flatMap(({ people }) => people)).size

/** The largest first. Empty: so few people came that no kind can be shown. */
function kindCounts(past: readonly EventLine[], k: number): KindCount[] {
  const counted = (own: readonly EventLine[]) => ({
    people: peopleAt(own),
    participations: own.reduce((sum, { came }) => sum + came, 0),
  })
  const kinds = [...groupBy(past, ({ kind }) => kind)]
    .map(([kind, own]) => ({ kinds: [kind], own, ...counted(own) }))
    .sort((a, b) => b.people - a.people || (a.kinds[0]! < b.kinds[0]! ? -1 : 1))
  const shown = kinds.filter(({ people }) => people >= k)
  const few = kinds.slice(shown.length)
  const joined = () => few.flatMap(({ own }) => own)
  while (few.length > 0 && peopleAt(joined()) < k && shown.length > 0) few.unshift(shown.pop()!)
  const apart = shown.map(({ own: _, ...kind }) => kind)
  if (few.length === 0) return apart
  if (peopleAt(joined()) < k) return []
  return [...apart, { kinds: few.flatMap(one => one.kinds), ...counted(joined()) }]
}
