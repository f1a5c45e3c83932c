import { createServer as createHttpServer, type Server } from 'node:http'
import path from 'node:path'
import compression from 'compression'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import helmet from 'helmet'
import { AppError } from '../errors'
import type { Log } from '../ports/log'
import type { Texts } from '../ports/texts'
import type { Health } from '../use-cases/readHealth'
import { apiRoutes } from './api/routes'
import type { Desk } from './desk'
import { fontFolders } from './fontFolders'
import { ownPagesOnly } from './guards'
import { healthRoutes } from './health'
import { page } from './page'
import { accountRoutes } from './pages/account/routes'
import { campaignRoutes } from './pages/campaign/routes'
import { changeRoutes } from './pages/change/routes'
import { codeRoutes, openChatRoutes } from './pages/code/routes'
import { importRoutes } from './pages/contacts/import/routes'
import { contactRoutes } from './pages/contacts/routes'
import { dayRoutes } from './pages/day/routes'
import { ErrorPage } from './pages/error/ErrorPage'
import { inboxRoutes } from './pages/inbox/routes'
import { invitationRoutes } from './pages/invitation/routes'
import { kioskRoutes } from './pages/kiosk/kioskRoutes'
import { tabletRoutes } from './pages/kiosk/tabletRoutes'
import { letterRoutes } from './pages/letters/routes'
import { moreRoutes } from './pages/more/routes'
import { personRoutes } from './pages/person/routes'
import { planningRoutes } from './pages/planning/routes'
import { reportRoutes } from './pages/reports/routes'
import { reviewRoutes } from './pages/review/routes'
import { settingsRoutes } from './pages/settings/routes'
import { NotForYou } from './pages/sign-in/NotForYou'
import { homeRoutes, keepAtDoor, signInRoutes } from './pages/sign-in/routes'
import { talkRoutes } from './pages/talks/routes'
import { textListRoutes } from './pages/texts/listRoutes'
import { reviewerRoutes } from './pages/texts/reviewerRoutes'
import { textRoutes } from './pages/texts/routes'
import { savedReplyRoutes } from './pages/texts/savedReplyRoutes'
import { textSheetRoutes } from './pages/texts/sheetRoutes'
import { countWaiting, todayRoutes } from './pages/today/routes'
import { pathForLog } from './pathForLog'
import { keepLanguage, languageOf } from './readerOf'
import { allowedOnly, knownOnly, pageOf, signedInOnly, staffOf } from './session'
import { answerWebhook, isWebhook, type Webhooks } from './webhooks'
import { type Words, wordsFor } from './words'

export interface ServerParts {
  webhooks: Webhooks
  desk: Desk
  health: () => Promise<Health>
  texts: Texts
  zone: string
  /** Address of the phones, when nothing leaves this machine. */
  phones?: string | undefined
  log: Log
}

/** Everything that is mounted, on one page. The two webhooks are answered before Express sees them. */
export function createServer(parts: ServerParts): Server {
  const { desk } = parts
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  // A proxy of our own in front tells who asks; anybody else's word about that counts for nothing.
  app.set('trust proxy', 'loopback, uniquelocal')
  app.use(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: CSP },
      strictTransportSecurity: false,
    }),
  )
  // Phones pay for what they load. Nobody can guess at a page by its size: no other site can ask for one in our name.
  app.use(compression())
  // The tablet's worker lies with the other assets, and works for the tablet's pages.
  app.use('/assets/kioskWorker.js', (_request, response, next) => {
    response.setHeader('service-worker-allowed', '/kiosk/')
    next()
  })
  app.use('/assets', express.static(path.join(__dirname, 'assets'), { maxAge: '1h' }))
  app.get('/assets/htmx.min.js', (_request, response) => response.sendFile(HTMX, { maxAge: '1h' }))
  for (const folder of fontFolders())
    app.use('/assets/fonts', express.static(folder, { maxAge: '365d', immutable: true }))
  app.use(healthRoutes(parts.health))
  const wordsOf = (request: Request) => ({
    ...wordsFor(parts.texts, languageOf(request), parts.zone),
    reader: staffOf(request),
    phones: parts.phones,
    waiting: request.res?.locals.waiting,
  })
  app.use('/api', apiRoutes(desk, parts.log))
  // A tablet has no session and gets no cookie.
  app.use(ownPagesOnly, kioskRoutes(desk.kiosk))
  app.use(keepLanguage, express.urlencoded({ extended: false, limit: '64kb' }))
  app.use(signInRoutes(desk.door, wordsOf), invitationRoutes(desk.door, wordsOf))
  app.use(openChatRoutes(desk.code, desk.door), reviewRoutes(desk.review, wordsOf))
  app.use(knownOnly, signedInOnly(desk.door, keepAtDoor(desk.door, wordsOf)))
  app.use(
    allowedOnly((request, response) => {
      const props = { words: wordsOf(request), path: pageOf(request.path) }
      response.status(403).send(page(NotForYou(props)))
    }),
  )
  app.use(countWaiting(desk.today))
  app.use(homeRoutes(), moreRoutes(wordsOf))
  app.use(settingsRoutes(desk.settings, wordsOf), accountRoutes(desk.account, desk.door, wordsOf))
  app.use(dayRoutes(desk.day, wordsOf), letterRoutes(desk.letters, wordsOf))
  app.use(codeRoutes(desk.code, wordsOf))
  app.use(reportRoutes(desk.reports, wordsOf))
  app.use(todayRoutes(desk.today, wordsOf), inboxRoutes(desk.inbox, wordsOf))
  app.use(planningRoutes(desk.campaigns, wordsOf))
  app.use(tabletRoutes(desk.tablets, wordsOf))
  app.use(campaignRoutes(desk.campaigns, wordsOf), changeRoutes(desk.campaigns, wordsOf))
  app.use(importRoutes(desk.imports, wordsOf), contactRoutes(desk.contacts, wordsOf))
  app.use(savedReplyRoutes(desk.texts, wordsOf), textSheetRoutes(desk.texts, wordsOf))
  app.use(textListRoutes(desk.texts, wordsOf), reviewerRoutes(desk.reviewers, wordsOf))
  app.use(textRoutes(desk.texts, wordsOf))
  app.use(personRoutes(desk.person, wordsOf), talkRoutes(desk.talks, wordsOf))
  app.use((_request: Request) => {
    throw new AppError('NOT_FOUND', 'There is no such page')
  })
  onError(app, wordsOf, parts.log)
  return createHttpServer((request, response) => {
    if (isWebhook(request)) void answerWebhook(parts.webhooks, request, response)
    else app(request, response)
  })
}

const HTMX = require.resolve('htmx.org/dist/htmx.min.js')

const CSP = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  connectSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  mediaSrc: ["'self'"],
  fontSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
}

function onError(app: Express, wordsOf: (request: Request) => Words, log: Log): void {
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    const known = error instanceof AppError ? error : unreadable(error)
    if (!known || known.ourFault) log.error('page', error, { path: pathForLog(request.path) })
    const back = request.method === 'POST' ? pageOf(request.path) : '/'
    const code = known?.code ?? null
    response.status(known?.httpStatus ?? 500).send(page(ErrorPage({ code, words: wordsOf(request), back })))
  })
}

/** What Express itself could not read: an address or a body that is none. */
function unreadable(error: unknown): AppError | null {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
  if (status === 413) return new AppError('TOO_LARGE', 'The form is too large')
  return status >= 400 && status < 500 ? new AppError('NOT_READABLE', 'The request cannot be read') : null
}
