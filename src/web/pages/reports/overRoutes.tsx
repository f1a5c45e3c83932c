import { type Request, Router } from 'express'
import { z } from 'zod'
import { can } from '../../../domain/access/can'
import type { Policy } from '../../../domain/anonymity/printAtom'
import { AUDIENCES } from '../../../domain/contact'
import type { Reader } from '../../../domain/report/eventReport'
import type { Limits } from '../../../domain/settings/limits'
import type { Staff } from '../../../domain/staff'
import type { ReportsAsked, ReportsReading } from '../../../use-cases/readReports'
import type { Summary } from '../../../use-cases/readSummary'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { EVENTS_ASKED, type EventsAsked } from './asked'
import { type FileRoutes, fileRoutes } from './fileRoutes'
import { OwnWords } from './OwnWords'
import { outcomeRows } from './outcomeRows'
import { overRows } from './overRows'
import { ReportsPage } from './ReportsPage'
import { ReportsPrintPage } from './ReportsPrintPage'
import type { Speaking } from './reading'
import { SummaryPage } from './SummaryPage'
import { reviewPath, type TextRoutes } from './textRoutes'
import { trainingRows } from './trainingRows'

export interface OverRoutes extends FileRoutes, Pick<TextRoutes, 'shownTexts' | 'directionOf'> {
  list(by: Staff, asked: Omit<ReportsAsked, 'organisation'>): Promise<ReportsReading>
  summary(by: Staff, asked: EventsAsked): Promise<Summary>
  house(by: Staff): Promise<{ name: string; policy: Policy; limits: Limits }>
  now(): number
}

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
  ...EVENTS_ASKED,
  audience: z.enum(AUDIENCES).optional().catch(undefined),
  target,
  day: z.iso.date().optional().catch(undefined),
})

/** Events together: on the screen, on paper, on one page, and as a file; and who found work and what people learn as one of its own. */
export function overRoutes(
  routes: OverRoutes,
  wordsOf: (request: Request) => Words,
  speakingTo: (request: Request) => Promise<Speaking>,
  readerOf: (by: Staff) => Reader,
): Router {
  const router = Router()

  router.get('/reports', async (request, response) => {
    const by = byOf(request)
    const { target: aim, day, ...asked } = LIST.parse(request.query)
    const reading = await routes.list(by, { ...asked, outcomes: { reader: readerOf(by), day } })
    const props = { ...(await speakingTo(request)), reading, target: aim }
    response.send(page(<ReportsPage {...props}>{await pooledWords(request, reading)}</ReportsPage>))
  })

  /** Of one series: words of few people that waited for those of its other events. */
  const pooledWords = async (request: Request, { asked, series: known }: ReportsReading, onPaper = false) => {
    const { series } = asked
    if (series === undefined || known.every(({ id }) => id !== series)) return null
    const by = byOf(request)
    const place = { in: 'series', series } as const
    const texts = await routes.shownTexts(by, place)
    if (texts.texts.length + texts.waiting === 0) return null
    const speaking = await speakingTo(request)
    const mayReview = !onPaper && can(by.role, 'review_texts')
    return (
      <OwnWords
        {...speaking}
        title={speaking.words.say('reports:own_words.pooled')}
        shown={{ ...texts, directionOf: routes.directionOf }}
        review={mayReview ? reviewPath(place) : undefined}
      />
    )
  }

  const onPaper = async (request: Request) => {
    const { name, limits } = await routes.house(byOf(request))
    const made = { organisation: name, madeOn: routes.now(), limit: limits.outside }
    return { ...(await speakingTo(request)), ...made, onPaper: true }
  }

  router.get('/reports/print', async (request, response) => {
    const { target: aim, day: _, ...asked } = LIST.parse(request.query)
    const reading = await routes.list(byOf(request), { ...asked, outcomes: { reader: 'organiser' } })
    const props = { ...(await onPaper(request)), reading, target: aim }
    const pooled = await pooledWords(request, reading, true)
    response.send(page(<ReportsPrintPage {...props}>{pooled}</ReportsPrintPage>))
  })

  router.get('/reports/summary', async (request, response) => {
    const { target: aim, series, from, to } = LIST.parse(request.query)
    const summary = await routes.summary(byOf(request), { series, from, to })
    response.send(page(<SummaryPage {...(await onPaper(request))} summary={summary} target={aim} />))
  })

  // As for anybody who knows nobody: whatever leaves as a file may be passed on.
  const all = {
    csv: '/reports/figures.csv',
    xlsx: '/reports/figures.xlsx',
    name: 'reports',
    title: 'reports:title',
  }
  const work = {
    csv: '/reports/outcomes/figures.csv',
    xlsx: '/reports/outcomes/figures.xlsx',
    name: 'outcomes',
    title: 'work:report.title',
  }
  const learning = {
    csv: '/reports/trainings/figures.csv',
    xlsx: '/reports/trainings/figures.xlsx',
    name: 'trainings',
    title: 'work:training.title',
  }
  router.use(
    fileRoutes(routes, wordsOf, all, async request => {
      const { target: _, day: __, ...asked } = LIST.parse(request.query)
      return overRows(await speakingTo(request), await routes.list(byOf(request), asked))
    }),
    fileRoutes(routes, wordsOf, work, async request => {
      const { outcomes } = await routes.list(byOf(request), { outcomes: { reader: 'organiser' } })
      return outcomeRows(await speakingTo(request), outcomes)
    }),
    fileRoutes(routes, wordsOf, learning, async request => {
      const { trainings } = await routes.list(byOf(request), { outcomes: { reader: 'organiser' } })
      return trainingRows(await speakingTo(request), trainings)
    }),
  )
  return router
}
