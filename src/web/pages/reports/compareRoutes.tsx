import { type Request, Router } from 'express'
import { z } from 'zod'
import { compared, groupsIn, MOST_COMPARED } from '../../../domain/report/compared'
import type { Reader } from '../../../domain/report/eventReport'
import type { Staff } from '../../../domain/staff'
import type { EventReport } from '../../../use-cases/readReport'
import type { ReportsAsked, ReportsReading } from '../../../use-cases/readReports'
import { page } from '../../page'
import { byOf } from '../../session'
import { EVENTS_ASKED } from './asked'
import { ComparePage } from './ComparePage'
import type { Speaking } from './reading'

export interface CompareRoutes {
  list(by: Staff, asked: Omit<ReportsAsked, 'organisation'>): Promise<ReportsReading>
  event(by: Staff, campaign: string, reader: Reader): Promise<EventReport>
}

const COMPARE = z.object({
  ...EVENTS_ASKED,
  events: z
    .union([z.string(), z.array(z.string())])
    .transform(ids => [...new Set([ids].flat().join(',').split(',').filter(Boolean))])
    .catch([]),
  group: z.string().min(1).max(500).optional().catch(undefined),
})

/** The same question at several events, side by side: whole events, or a group that was fixed when each was planned. */
export function compareRoutes(
  routes: CompareRoutes,
  speakingTo: (request: Request) => Promise<Speaking>,
  readerOf: (by: Staff) => Reader,
): Router {
  const router = Router()
  router.get('/reports/compare', async (request, response) => {
    const by = byOf(request)
    const { events, group, ...asked } = COMPARE.parse(request.query)
    const { lines, series } = await routes.list(by, asked)
    const isChoice = Object.values(asked).some(one => one !== undefined)
    const fitting = isChoice ? compared(lines).map(({ event }) => event.id) : []
    const chosen = events.length > 0 ? events.slice(0, MOST_COMPARED) : fitting
    const reports = await Promise.all(chosen.map(id => routes.event(by, id, readerOf(by))))
    const kinds = new Set(reports.map(({ event }) => event.series))
    const groups = groupsIn(reports)
    const props = {
      asked,
      series,
      reports: reports.toSorted((a, b) => (a.event.start < b.event.start ? -1 : 1)),
      others: lines
        .map(({ event }) => event)
        .filter(({ id, series: kind }) => !chosen.includes(id) && (kinds.size === 0 || kinds.has(kind))),
      groups,
      group: groups.find(one => one === group),
      over: lines.filter(({ isOver }) => isOver).length,
      isTicked: events.length > 0,
    }
    response.send(page(<ComparePage {...(await speakingTo(request))} {...props} />))
  })
  return router
}
