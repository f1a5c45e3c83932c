import { createServer as createHttpServer, type Server } from 'node:http'
import path from 'node:path'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import helmet from 'helmet'
import { render } from 'preact-render-to-string'
import { AppError } from '../errors'
import type { Log } from '../ports/log'
import type { Texts } from '../ports/texts'
import { ownPagesOnly, staffOnly } from './guards'
import { type Health, healthRoutes } from './health'
import { type CampaignRoutes, campaignRoutes } from './pages/campaign/routes'
import { ErrorPage } from './pages/ErrorPage'
import { answerWebhook, isWebhook, type Webhooks } from './webhooks'
import { chooseLanguage, wordsFor } from './words'

export interface ServerParts {
  webhooks: Webhooks
  campaigns: CampaignRoutes
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
  for (const family of ['figtree', 'noto-sans-arabic'])
    app.use('/fonts', express.static(fontFolder(family), { maxAge: '30d', immutable: true }))
  app.use(healthRoutes(parts.health))
  app.use(
    staffOnly(parts.staffPassword),
    ownPagesOnly,
    express.urlencoded({ extended: false, limit: '64kb' }),
  )
  app.get('/', (_request, response) => response.redirect('/campaigns'))
  app.use(campaignRoutes(parts.campaigns))
  app.use((_request: Request) => {
    throw new AppError('NOT_FOUND', 'There is no such page')
  })
  onError(app, parts)
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

const fontFolder = (family: string): string =>
  path.join(path.dirname(require.resolve(`@fontsource-variable/${family}/package.json`)), 'files')

function onError(app: Express, { texts, zone, log }: ServerParts): void {
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    const known = error instanceof AppError ? error : null
    if (!known || known.ourFault) log.error('page', error, { path: request.path })
    const words = wordsFor(
      texts,
      chooseLanguage(request.query.language, request.headers['accept-language']),
      zone,
    )
    const back =
      request.method === 'POST' ? `/${request.path.split('/').slice(1, 3).join('/')}` : '/campaigns'
    response
      .status(known?.httpStatus ?? 500)
      .send(`<!doctype html>${render(ErrorPage({ code: known?.code ?? null, words, back }))}`)
  })
}
