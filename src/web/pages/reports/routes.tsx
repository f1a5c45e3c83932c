import { type Request, Router } from 'express'
import { z } from 'zod'
import { can } from '../../../domain/access/can'
import { AUDIENCES } from '../../../domain/contact'
import type { Reader } from '../../../domain/report/eventReport'
import type { Staff } from '../../../domain/staff'
import type { Content } from '../../../ports/content'
import type { EventReport } from '../../../use-cases/readReport'
import type { ReportsAsked, ReportsReading } from '../../../use-cases/readReports'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { type Sayings, sayings } from '../campaign/sayings'
import { ComparePage } from './ComparePage'
import { figureWords } from './figureWords'
import { funnelFilter } from './filters'
import { PrintPage } from './PrintPage'
import { ReportPage } from './ReportPage'
import { ReportsPage } from './ReportsPage'
import { readingOf } from './reading'
import { type Cell, reportRows } from './rows'

/** What may be read; each is a use-case, wired at the desk. */
export interface ReportRoutes {
  list(by: Staff, asked: Omit<ReportsAsked, 'organisation'>): Promise<ReportsReading>
  event(by: Staff, campaign: string, reader: Reader): Promise<EventReport>
  house(by: Staff): Promise<{ name: string; policy: { k: number; s: number } }>
  csv(rows: readonly (readonly Cell[])[]): Buffer
  xlsx(rows: readonly (readonly Cell[])[], sheet: string): Promise<Buffer>
  content: Content
  now(): number
}

const MOST_COMPARED = 6
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
const month = z.string().regex(MONTH).optional().catch(undefined)
/** `50`, or `60-80`. */
const target = z
  .string()
  .regex(/^\d{1,6}(-\d{1,6})?$/)
  .transform(text => {
    const [low = 0, high] = text.split('-').map(Number)
    return high === undefined ? low : ([low, high] as const)
  })
  .optional()
  .catch(undefined)
const LIST = z.object({
  series: z.string().min(1).max(200).optional().catch(undefined),
  audience: z.enum(AUDIENCES).optional().catch(undefined),
  from: month,
  to: month,
  target,
})

/** Who knows people by name sees every count; whoever does not, and everything that leaves on paper or as a file, does not. */
const readerOf = ({ role }: Staff): Reader => (can(role, 'see_contacts') ? 'staff' : 'organiser')

export function reportRoutes(routes: ReportRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()
  // Of all that a text may say about an event, its name: the rest is about people.
  const saysOf = (words: Words, report?: EventReport): Sayings =>
    sayings(routes.content, words, report ? { event: report.event.name } : {})
  const readingFor = async (request: Request, reader: Reader, onPaper = false) => {
    const words = wordsOf(request)
    const report = await routes.event(byOf(request), String(request.params.id), reader)
    return readingOf(report, words, saysOf(words, report), onPaper)
  }

  router.get('/reports', async (request, response) => {
    const words = wordsOf(request)
    const by = byOf(request)
    const { target: aim, ...asked } = LIST.parse(request.query)
    const [reading, { policy }] = await Promise.all([routes.list(by, asked), routes.house(by)])
    const speaking = {
      words,
      policy,
      figures: figureWords(words, policy.s),
      onPaper: false,
      ...saysOf(words),
    }
    response.send(page(<ReportsPage {...speaking} reading={reading} target={aim} />))
  })

  router.get('/reports/compare', async (request, response) => {
    const words = wordsOf(request)
    const by = byOf(request)
    const ids = [request.query.events ?? []].flat().join(',').split(',').filter(Boolean)
    const asked = [...new Set(ids)].slice(0, MOST_COMPARED)
    const reports = await Promise.all(asked.map(id => routes.event(by, id, readerOf(by))))
    const { policy } = await routes.house(by)
    const series = new Set(reports.map(({ event }) => event.series))
    const { lines } = await routes.list(by, {})
    const others = lines
      .filter(({ event }) => !asked.includes(event.id) && (series.size === 0 || series.has(event.series)))
      .map(({ event }) => event)
    const speaking = {
      words,
      policy,
      figures: figureWords(words, policy.s),
      onPaper: false,
      ...saysOf(words),
    }
    const inOrder = reports.toSorted((a, b) => (a.event.start < b.event.start ? -1 : 1))
    response.send(page(<ComparePage {...speaking} reports={inOrder} others={others} />))
  })

  router.get(['/reports/events/:id', '/campaigns/:id/report'], async (request, response) => {
    const by = byOf(request)
    const reading = await readingFor(request, readerOf(by))
    const filter = funnelFilter(reading.report, request.query)
    const mayGo = can(by.role, 'see_campaigns')
    response.send(page(<ReportPage reading={reading} filter={filter} campaign={mayGo} />))
  })

  router.get('/reports/events/:id/print', async (request, response) => {
    const reading = await readingFor(request, 'organiser', true)
    const { name } = await routes.house(byOf(request))
    response.send(page(<PrintPage reading={reading} madeOn={routes.now()} organisation={name} />))
  })

  router.get('/reports/events/:id/figures.csv', async (request, response) => {
    const rows = reportRows(await readingFor(request, 'organiser'))
    response.attachment('report.csv').type('text/csv; charset=utf-8').send(routes.csv(rows))
  })

  router.get('/reports/events/:id/figures.xlsx', async (request, response) => {
    const reading = await readingFor(request, 'organiser')
    const file = await routes.xlsx(reportRows(reading), reading.words.say('reports:title'))
    response.attachment('report.xlsx').send(file)
  })
  return router
}
