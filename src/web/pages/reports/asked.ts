import { z } from 'zod'
import type { ReportsAsked } from '../../../use-cases/readReports'
import { numbersIn } from '../../numbers'
import type { Words } from '../../words'

/** Which events: those of one kind, of some months, or all. */
export type EventsAsked = Pick<ReportsAsked, 'series' | 'from' | 'to'>

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .optional()
  .catch(undefined)

/** What cannot be read is not asked. */
export const EVENTS_ASKED = {
  series: z.string().min(1).max(200).optional().catch(undefined),
  from: month,
  to: month,
}

/** `series=jobcafe&from=2026-01`, without what was not asked. */
export const queryOf = (asked: Readonly<Record<string, string | undefined>>): string =>
  new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString()

/** `Job café, from Jan 2026 to Dec 2026`; of everything: all kinds. */
export function askedWords(
  { series, from, to }: EventsAsked,
  all: readonly { id: string; name: string }[],
  words: Words,
): string {
  const kind = all.find(({ id }) => id === series)?.name ?? words.say('reports:choose.all_series')
  const { month: said } = numbersIn(words.language)
  if (from !== undefined && to !== undefined)
    return words.say('reports:choose.between', { kind, from: said(from), to: said(to) })
  if (from !== undefined) return words.say('reports:choose.since', { kind, from: said(from) })
  return to === undefined ? kind : words.say('reports:choose.until', { kind, to: said(to) })
}
