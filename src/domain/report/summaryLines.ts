import { sum } from '../anonymity/shape'
import { groupBy } from '../groupBy'
import type { EventLine } from './overEvents'

type Line = Pick<EventLine, 'event' | 'isOver' | 'invited' | 'came'>

export interface SummaryLine {
  /** Of the event, or of the last one of its series; empty: all that have no line of their own. */
  name: string
  /** ISO local; absent: of several events. */
  start?: string
  events: number
  invited: number
  came: number
}

/**
 * Events that are over in so few lines that they fit: each by itself, else each series, else the largest series and the
 * rest in one.
 * @param lines newest first
 */
export function summaryLines(lines: readonly Line[], most: number): SummaryLine[] {
  const past = lines.filter(({ isOver }) => isOver)
  if (past.length <= most)
    return past.map(({ event, invited, came }) => ({
      name: event.name,
      start: event.start,
      events: 1,
      invited,
      came,
    }))
  const kinds = [...groupBy(past, ({ event }) => event.series).values()]
    .map(own => together(own[0]!.event.name, own))
    .sort((a, b) => b.invited - a.invited)
  if (kinds.length <= most) return kinds
  const shown = kinds.slice(0, most - 1)
  const rest = kinds.slice(most - 1)
  return [
    ...shown,
    {
      name: '',
      events: sum(rest.map(({ events }) => events)),
      invited: sum(rest.map(({ invited }) => invited)),
      came: sum(rest.map(({ came }) => came)),
    },
  ]
}

const together = (name: string, own: readonly Line[]): SummaryLine => ({
  name,
  events: own.length,
  invited: sum(own.map(({ invited }) => invited)),
  came: sum(own.map(({ came }) => came)),
})
