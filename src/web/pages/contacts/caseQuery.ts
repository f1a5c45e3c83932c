import type { Request } from 'express'
import { MOST_WEEKS, SHOWN, type Shown, USUAL_WEEKS } from '../../../domain/cases/show'
import { readDay } from '../../../domain/contacts/cellWords'
import type { FieldProblem } from '../../../domain/fieldProblem'
import { isoDay } from './forms'

/** What the links and the form of the list ask; it stands in the address, so a view can be shared. */
export interface CaseQuery {
  show: Shown
  weeks: number
  mine: boolean
  /** ISO day; absent: today. */
  day?: string
}

/** The choice, and what of it could not be read; `typed` stays in its field. */
export interface ReadCaseQuery {
  query: CaseQuery
  typed: { weeks: string; day: string }
  problems: FieldProblem[]
}

export const CASES = '/contacts/cases'

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 40) : '')

export function readCaseQuery(
  { query }: Pick<Request, 'query'>,
  { zone, now }: { zone: string; now: number },
): ReadCaseQuery {
  const problems: FieldProblem[] = []
  const typed = { weeks: text(query.weeks), day: text(query.day) }
  const weeks = /^\d{1,3}$/.test(typed.weeks) ? Number(typed.weeks) : 0
  const isMeant = typed.weeks === '' || (weeks >= 1 && weeks <= MOST_WEEKS)
  if (!isMeant) problems.push({ field: 'weeks', problem: 'weeks_unclear', values: { most: MOST_WEEKS } })
  const at = typed.day === '' ? undefined : readDay(typed.day, zone)
  if (typed.day !== '' && at === undefined) problems.push({ field: 'day', problem: 'day_unclear' })
  if (at !== undefined && at > now) problems.push({ field: 'day', problem: 'day_future' })
  const day = at === undefined || at > now ? undefined : isoDay(at, zone)
  return {
    query: {
      show: SHOWN.find(one => one === query.show) ?? 'all',
      weeks: isMeant && weeks > 0 ? weeks : USUAL_WEEKS,
      mine: query.mine === 'yes',
      ...(day === undefined ? {} : { day }),
    },
    typed,
    problems,
  }
}

/** @param base the page, or its file */
export function casesPath({ show, weeks, mine, day }: CaseQuery, after?: string, base = CASES): string {
  const params = new URLSearchParams({
    ...(show === 'all' ? {} : { show }),
    ...(weeks === USUAL_WEEKS ? {} : { weeks: String(weeks) }),
    ...(mine ? { mine: 'yes' } : {}),
    ...(day === undefined ? {} : { day }),
    ...(after === undefined ? {} : { after }),
  })
  return params.size > 0 ? `${base}?${params}` : base
}
