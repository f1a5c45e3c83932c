import type { Person, PersonStep } from '../../../domain/report/personOf'

/** The lists of people that have a name, in the order of their links. */
export const FILTERS = {
  all: () => true,
  yes: ({ rsvp }) => rsvp === 'yes',
  maybe: ({ rsvp }) => rsvp === 'maybe',
  no: ({ rsvp }) => rsvp === 'no',
  silent: ({ rsvp, audience }) => audience === 'participant' && rsvp === undefined,
  not_delivered: ({ steps }) => Object.values(steps).some(({ stage }) => stage === 'not_delivered'),
  not_asked: ({ standing }) => standing === 'not_asked',
} as const satisfies Record<string, (person: Person) => boolean>
export type PeopleFilter = keyof typeof FILTERS

const REACHED = ['answered', 'read', 'delivered', 'sent', 'not_delivered', 'not_sent'] as const
/** What a figure of a step counts; who answered has read it, and what was read was delivered. */
export type Reached = (typeof REACHED)[number]

function hasReached({ stage, answered }: PersonStep, reached: Reached): boolean {
  switch (reached) {
    case 'answered':
      return answered === true
    case 'read':
      return stage === 'read' || answered === true
    case 'delivered':
      return stage === 'delivered' || stage === 'read' || answered === true
    case 'sent':
      return stage === 'sent' && !answered
    default:
      return stage === reached
  }
}

/** Which people are listed; it stands in the address, so that a view can be kept and shared. */
export interface PeopleView {
  people: PeopleFilter
  speaks?: string | undefined
  /** One of the needs. */
  needs?: string | undefined
  step?: string | undefined
  reached?: Reached | undefined
}

/** What the address says, and everybody where it says nothing we know. */
export function viewOf(query: Record<string, unknown>): PeopleView {
  const { people, speaks, needs, step, reached } = query
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const isFilter = (name: unknown): name is PeopleFilter =>
    typeof name === 'string' && Object.hasOwn(FILTERS, name)
  const level = REACHED.find(one => one === reached)
  return {
    people: isFilter(people) ? people : 'all',
    speaks: LANGUAGE.test(text(speaks) ?? '') ? text(speaks) : undefined,
    needs: text(needs),
    ...(text(step) && level ? { step: text(step), reached: level } : {}),
  }
}

/** Looks like a language's tag: others have no name that could be said. */
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z]{2,4})*$/

export const isIn =
  ({ people, speaks, needs, step, reached }: PeopleView) =>
  (person: Person): boolean => {
    const where = step === undefined ? undefined : person.steps[step]
    return (
      FILTERS[people](person) &&
      (speaks === undefined || person.language === speaks) &&
      (needs === undefined || (person.rsvp !== 'no' && person.needs.includes(needs))) &&
      (reached === undefined || (where !== undefined && hasReached(where, reached)))
    )
  }

/** The same view with something else in it. */
export function viewPath(path: string, view: PeopleView, other: Partial<PeopleView> = {}): string {
  const { people, ...rest } = { ...view, ...other }
  const query = new URLSearchParams()
  if (people !== 'all') query.set('people', people)
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) query.set(name, value)
  return query.size > 0 ? `${path}?${query}` : path
}
