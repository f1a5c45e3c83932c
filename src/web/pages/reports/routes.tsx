import { type Request, type Response, Router } from 'express'
import { can } from '../../../domain/access/can'
import type { Reader } from '../../../domain/report/eventReport'
import type { Staff } from '../../../domain/staff'
import type { Content } from '../../../ports/content'
import type { EventReport } from '../../../use-cases/readReport'
import { wrongWords } from '../../components/Field'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { type Sayings, sayings } from '../campaign/sayings'
import { queryOf } from './asked'
import { Conclusions } from './Conclusions'
import { type CloseRoutes, closeRoutes } from './closeRoutes'
import { type CompareRoutes, compareRoutes } from './compareRoutes'
import { type ConclusionRoutes, conclusionRoutes, EMPTY_DRAFT, type SentConclusion } from './conclusionRoutes'
import { figureWords } from './figureWords'
import { funnelFilter } from './filters'
import { OwnWords } from './OwnWords'
import { type OverRoutes, overRoutes } from './overRoutes'
import { type OwnRoutes, ownRoutes } from './ownRoutes'
import { PrintPage } from './PrintPage'
import { ReportPage } from './ReportPage'
import { readingOf, type Speaking } from './reading'
import { reportRows } from './rows'
import { reviewPath, type TextRoutes, textRoutes } from './textRoutes'

/** What may be read; each is a use-case, wired at the desk. */
export interface ReportRoutes
  extends CloseRoutes,
    CompareRoutes,
    ConclusionRoutes,
    OverRoutes,
    OwnRoutes,
    TextRoutes {
  newKey(): string
  content: Content
}

/** What the strip under the heading may say. */
const DONE = ['kept', 'dropped', 'closed'] as const

/** Who knows people by name sees every count; whoever does not, and everything that leaves on paper or as a file, does not. */
const readerOf = ({ role }: Staff): Reader => (can(role, 'see_contacts') ? 'staff' : 'organiser')

export function reportRoutes(routes: ReportRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()
  // Of all that a text may say about an event, its name: the rest is about people.
  const saysOf = (words: Words, report?: EventReport): Sayings =>
    sayings(routes.content, words, report ? { event: report.event.name } : {})
  const speakingTo = async (request: Request): Promise<Speaking> => {
    const words = wordsOf(request)
    const { policy } = await routes.house(byOf(request))
    return { words, policy, figures: figureWords(words, policy.s), onPaper: false, ...saysOf(words) }
  }
  const readingFor = async (request: Request, reader: Reader, onPaper = false) => {
    const words = wordsOf(request)
    const report = await routes.event(byOf(request), String(request.params.id), reader)
    return readingOf(report, words, saysOf(words, report), onPaper)
  }

  router.use(overRoutes(routes, wordsOf, speakingTo, readerOf))
  router.use(compareRoutes(routes, speakingTo, readerOf))

  /** Words of one event, and where those are that waited for its series. */
  const textsOf = async (by: Staff, { id, series }: EventReport['event']) => {
    const own = await routes.shownTexts(by, { in: 'event', campaign: id })
    const pooled = await routes.shownTexts(by, { in: 'series', series })
    const pool =
      pooled.texts.length + pooled.waiting > 0 ? `/reports?${queryOf({ series })}#own-words` : undefined
    return { shown: { ...own, directionOf: routes.directionOf }, pool }
  }

  const show = async (request: Request, response: Response, sent?: SentConclusion) => {
    const by = byOf(request)
    const reading = await readingFor(request, readerOf(by))
    const { words, report } = reading
    const { id } = report.event
    const draft = sent?.draft ?? EMPTY_DRAFT
    const wrong = wrongWords(sent?.problems ?? [], 'reports', words)
    const done = DONE.find(one => one === request.query.done)
    const props = {
      reading,
      filter: funnelFilter(report, request.query),
      campaign: can(by.role, 'see_campaigns'),
      tab: request.path.startsWith('/campaigns/'),
      mayClose: can(by.role, 'change_campaigns'),
      done,
      // What was taken away can be had back.
      dropped: done === 'dropped' && typeof request.query.of === 'string' ? request.query.of : undefined,
    }
    const { shown, pool } = await textsOf(by, report.event)
    response.status(sent ? 422 : 200).send(
      page(
        <ReportPage {...props}>
          <OwnWords
            words={words}
            shown={shown}
            pool={pool}
            review={can(by.role, 'review_texts') ? reviewPath({ in: 'event', campaign: id }) : undefined}
          />
          <Conclusions
            words={words}
            campaign={id}
            conclusions={await routes.conclusions(by, id)}
            form={{ key: sent?.key ?? routes.newKey(), draft, wrong }}
          />
        </ReportPage>,
      ),
    )
  }
  router.get(['/reports/events/:id', '/campaigns/:id/report'], (request, response) => show(request, response))
  router.use(conclusionRoutes(routes, wordsOf, show), textRoutes(routes, wordsOf, speakingTo))
  router.use(ownRoutes(routes, wordsOf), closeRoutes(routes, wordsOf))

  router.get('/reports/events/:id/print', async (request, response) => {
    const by = byOf(request)
    const reading = await readingFor(request, 'organiser', true)
    const { words, report } = reading
    const { id } = report.event
    const { name } = await routes.house(by)
    const { shown } = await textsOf(by, report.event)
    response.send(
      page(
        <PrintPage reading={reading} madeOn={routes.now()} organisation={name}>
          <OwnWords words={words} shown={shown} />
          <Conclusions words={words} campaign={id} conclusions={await routes.conclusions(by, id)} />
        </PrintPage>,
      ),
    )
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
