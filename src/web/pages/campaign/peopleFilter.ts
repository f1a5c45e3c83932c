import type { Person } from '../../../domain/report/personOf'

/** The views of the list of people, in the order of their links. */
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

export const isFilter = (name: unknown): name is PeopleFilter =>
  typeof name === 'string' && Object.hasOwn(FILTERS, name)
