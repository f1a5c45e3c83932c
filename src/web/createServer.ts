import { createServer as createHttpServer, type Server } from 'node:http'
import path from 'node:path'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import helmet from 'helmet'
import { AppError } from '../errors'
import type { Log } from '../ports/log'
import type { Texts } from '../ports/texts'
import { fontFolders } from './fontFolders'
import { ownPagesOnly, staffOnly } from './guards'
import { type Health, healthRoutes } from './health'
import { page } from './page'
import { type CampaignRoutes, campaignRoutes } from './pages/campaign/routes'
import { type ChangeRoutes, changeRoutes } from './pages/change/routes'
import { ErrorPage } from './pages/error/ErrorPage'
import { keepLanguage, languageOf } from './readerOf'
import { answerWebhook, isWebhook, type Webhooks } from './webhooks'
import { type Words, wordsFor } from './words'

export interface ServerParts {
  webhooks: Webhooks
  campaigns: CampaignRoutes & ChangeRoutes
  health: () => Promise<Health>
  texts: Texts
  zone: string
  /** Asked from staff; absent in practice, when only this machine can reach the pages. */
  staffPassword?: string | undefined
  log: Log
}

/** Everything that is mounted, on one page. The two webhooks are answered before Express sees them. */
export function createServer(parts: ServerParts): Server {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.use(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: CSP },
      strictTransportSecurity: false,
    }),
  )
  app.use('/assets', express.static(path.join(__dirname, 'assets'), { maxAge: '1h' }))
  for (const folder of fontFolders())
    app.use('/assets/fonts', express.static(folder, { maxAge: '365d', immutable: true }))
  app.use(healthRoutes(parts.health))
  const wordsOf = (request: Request) => wordsFor(parts.texts, languageOf(request), parts.zone)
  app.use(
    staffOnly(parts.staffPassword),
    ownPagesOnly,
    keepLanguage,
    express.urlencoded({ extended: false, limit: '64kb' }),
  )
  app.get('/', (_request, response) => response.redirect('/campaigns'))
  app.use(campaignRoutes(parts.campaigns, wordsOf), changeRoutes(parts.campaigns, wordsOf))
  app.use((_request: Request) => {
    throw new AppError('NOT_FOUND', 'There is no such page')
  })
  onError(app, wordsOf, parts.log)
  return createHttpServer((request, response) => {
    if (isWebhook(request)) void answerWebhook(parts.webhooks, request, response)
    else app(request, response)
  })
}

const CSP = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  fontSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
}

function onError(app: Express, wordsOf: (request: Request) => Words, log: Log): void {
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    const known = error instanceof AppError ? error : unreadable(error)
    if (!known || known.ourFault) log.error('page', error, { path: request.path })
    const back =
      request.method === 'POST' ? `/${request.path.split('/').slice(1, 3).join('/')}` : '/campaigns'
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
