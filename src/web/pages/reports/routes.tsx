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
import { Conclusions } from './Conclusions'
import { type CloseRoutes, closeRoutes } from './closeRoutes'
import { type CompareRoutes, compareRoutes } from './compareRoutes'
import { type ConclusionRoutes, conclusionRoutes, EMPTY_DRAFT, type SentConclusion } from './conclusionRoutes'
import { figureWords } from './figureWords'
import { fileRoutes } from './fileRoutes'
import { funnelFilter } from './filters'
import { OwnWords } from './OwnWords'
import { type OverRoutes, overRoutes } from './overRoutes'
import { type OwnRoutes, ownRoutes } from './ownRoutes'
import { PrintPage } from './PrintPage'
import { ReportPage } from './ReportPage'
import { readingOf, type Speaking } from './reading'
import { reportRows } from './rows'
import { reviewPath, shownAt, type TextPlace, type TextRoutes, textRoutes } from './textRoutes'

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

/** Somebody was asked for words: else none will ever come. */
const hears = ({ evaluations }: EventReport): boolean => evaluations.some(({ yields }) => yields.words)

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

  const wordsAt = async (by: Staff, place: TextPlace) => ({
    ...(await routes.shownTexts(by, place)),
    directionOf: routes.directionOf,
  })

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
    const own = { in: 'event', campaign: id } as const
    const series = { in: 'series', series: report.event.series } as const
    const pooled = await wordsAt(by, series)
    const pool = pooled.texts.length + pooled.waiting > 0 ? `${shownAt(series)}#own-words` : undefined
    response.status(sent ? 422 : 200).send(
      page(
        <ReportPage {...props}>
          {pool || hears(report) ? (
            <OwnWords
              {...reading}
              shown={await wordsAt(by, own)}
              pool={pool}
              review={can(by.role, 'review_texts') ? reviewPath(own) : undefined}
            />
          ) : null}
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
    response.send(
      page(
        <PrintPage reading={reading} madeOn={routes.now()} organisation={name}>
          {hears(report) ? (
            <OwnWords {...reading} shown={await wordsAt(by, { in: 'event', campaign: id })} />
          ) : null}
          <Conclusions words={words} campaign={id} conclusions={await routes.conclusions(by, id)} />
        </PrintPage>,
      ),
    )
  })

  const files = {
    csv: '/reports/events/:id/figures.csv',
    xlsx: '/reports/events/:id/figures.xlsx',
    name: 'report',
    title: 'reports:title',
  }
  router.use(
    fileRoutes(routes, wordsOf, files, async request => reportRows(await readingFor(request, 'organiser'))),
  )
  return router
}
