import { type Request, type RequestHandler, type Response, Router } from 'express'
import { z } from 'zod'
import { can } from '../../../domain/access/can'
import { scannedText } from '../../../domain/letters/chatLink'
import { codesIn, isCode } from '../../../domain/letters/code'
import type { Organisation } from '../../../domain/organisation'
import type { Staff } from '../../../domain/staff'
import { AppError } from '../../../errors'
import type { Texts } from '../../../ports/texts'
import type { Counted } from '../../../use-cases/checkIn'
import type { Scan } from '../../../use-cases/readScan'
import { page } from '../../page'
import { byOf, type Sessions, secretIn } from '../../session'
import type { Words } from '../../words'
import { OpenChatPage } from './OpenChatPage'
import { ScanPage } from './ScanPage'

export interface CodeRoutes {
  texts: Pick<Texts, 'say' | 'languages' | 'endonym' | 'direction'>
  /** What a code means at the door of an event of theirs, or of the letter's own; null: nothing of theirs. */
  scan(by: Staff, code: string, at: string | undefined): Promise<Scan | null>
  checkIn(by: Staff, code: string, at: string | undefined): Promise<Counted | 'not_on_list'>
  /** Where strangers write to; null when several organisations live here: a page cannot tell whose a letter is. */
  onlyHouse(): Promise<House | null>
}

export type House = Pick<Organisation, 'name' | 'project' | 'senders'> & {
  /** The number for text messages, as people here read it. */
  sms: string | undefined
}

const DOOR = z.object({ day: z.string().min(1).max(200).optional() })
const SCANNED = z.object({ text: z.string().max(2_000) })
/** Stands where a scanned picture held no code. */
const NO_CODE = 'none'

const codeOf = (request: Request<{ code: string }>): string =>
  codesIn(request.params.code)[0] ?? request.params.code.slice(0, 60)
const doorOf = (given: unknown): string | undefined => DOOR.safeParse(given).data?.day

/**
 * For whoever is not at the door: how to write to us. It is the same page for every code, one of ours or not, so that it
 * tells nobody which codes there are; and it names nobody.
 */
export function openChatRoutes(
  routes: CodeRoutes,
  sessions: Pick<Sessions, 'readSession' | 'secure'>,
): Router {
  const router = Router()
  router.get('/c/:code', async (request, response, next) => {
    response.setHeader('cache-control', 'no-store')
    response.setHeader('x-robots-tag', 'noindex')
    const secret = secretIn(request, sessions)
    const staff = secret ? await sessions.readSession(secret) : null
    const door = doorOf(request.query)
    const code = codeOf(request)
    const isAtWork = staff !== null && can(staff.role, 'change_campaigns')
    if (isAtWork && (door !== undefined || (await routes.scan(staff, code, door)))) return next()
    const { texts } = routes
    const accepted = (request.headers['accept-language'] ?? '')
      .split(',')
      .map(part => part.trim().slice(0, 2))
    const wanted = [request.query.language, ...accepted]
    const language = wanted.flatMap(tag => texts.languages.find(known => known === tag) ?? [])[0] ?? 'nl'
    const props = { texts, language, code: isCode(code) ? code : null, house: await routes.onlyHouse() }
    response.send(page(<OpenChatPage {...props} />))
  })
  return router
}

/** At the door: looking changes nothing, whoever or whatever opens the address; the button does. */
export function codeRoutes(routes: CodeRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  router.get('/c/:code', async (request, response) => {
    const scan = await routes.scan(byOf(request), codeOf(request), doorOf(request.query))
    if (!scan) throw new AppError('NOT_FOUND', 'There is no such code')
    const justNow = request.query.done === 'here'
    response.send(
      page(<ScanPage scan={scan} code={codeOf(request)} justNow={justNow} words={wordsOf(request)} />),
    )
  })

  const checkIn = async (request: Request, response: Response, code: string, door: string | undefined) => {
    const counted = await routes.checkIn(byOf(request), code, door)
    const query = new URLSearchParams({
      ...(door === undefined ? {} : { day: door }),
      ...(counted === 'done' ? { done: 'here' } : {}),
    })
    response.redirect(303, `/c/${encodeURIComponent(code)}${query.size > 0 ? `?${query}` : ''}`)
  }
  const press: RequestHandler<{ code: string }> = (request, response) =>
    checkIn(request as Request, response, codeOf(request), doorOf(request.body))
  router.post('/c/:code', press)

  /** What the camera saw. */
  router.post('/campaigns/:id/day/scan', async (request, response) => {
    const sent = SCANNED.safeParse(request.body)
    if (!sent.success) throw new AppError('ARGUMENT_INVALID', 'Nothing was scanned')
    const [code = NO_CODE] = codesIn(scannedText(sent.data.text))
    await checkIn(request as unknown as Request, response, code, request.params.id)
  })
  return router
}
