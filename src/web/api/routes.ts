import express, { type NextFunction, type Request, type Response, Router } from 'express'
import type { z } from 'zod'
import type { Hook, HookEvent, Scope } from '../../domain/api'
import type { Enrolment } from '../../domain/campaign'
import type { Task } from '../../domain/conversation'
import type { Staff } from '../../domain/staff'
import { AppError } from '../../errors'
import type { Log } from '../../ports/log'
import type { HookMade } from '../../use-cases/apiAccess'
import type { Saved } from '../../use-cases/saveDraft'
import type { Desk } from '../desk'
import type { Endpoint } from './endpoint'
import { ENDPOINTS } from './endpoints'
import { openapi } from './openapi'

/** What other programs need beside the desks of staff; wired in `src/desk/api.ts`. */
export interface ApiRoutes {
  /**
   * Whose token this is, as a coordinator, and what it may do. Null: nobody's.
   * @throws TOO_MANY_REQUESTS after many wrong ones from one place
   */
  whose(token: string, from: string): Promise<{ by: Staff; scope: Scope } | null>
  /** Id of what this request makes. @throws KEY_REUSED */
  idFor(by: Staff, key: string, asked: string): Promise<string>
  enrolments(by: Staff, campaign: string): Promise<Enrolment[]>
  /** @throws CONTACT_NOT_FOUND */
  enrolment(by: Staff, campaign: string, contact: string): Promise<Enrolment>
  /** What a person could do now. */
  tasks(by: Staff): Promise<Task[]>
  /** The campaign that an earlier request with this id made. */
  made(by: Staff, id: string): Promise<Saved | null>
  hooks(by: Staff): Promise<Hook[]>
  makeHook(by: Staff, asked: { id: string; url: string; events: readonly HookEvent[] }): Promise<HookMade>
  endHook(by: Staff, hook: string): Promise<void>
}

const VERSION = '1'
const LONGEST_KEY = 200

/** The same deeds as on the pages, as JSON, for other programs. Mounted before everything that knows cookies. */
export function apiRoutes(desk: Desk, log: Log): Router {
  const router = Router()
  router.get('/openapi.json', (_request, response) => response.json(openapi(ENDPOINTS, VERSION)))
  router.use(express.json({ limit: '64kb' }), async (request, response, next) => {
    response.setHeader('cache-control', 'no-store')
    const token = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')?.[1]
    const known = token ? await desk.api.whose(token, request.ip ?? '') : null
    if (!known) throw new AppError('NOT_SIGNED_IN', 'This needs a token: authorization: Bearer brugbode_…')
    response.locals.by = known.by
    response.locals.mayChange = known.scope === 'write'
    next()
  })
  for (const endpoint of ENDPOINTS)
    router[endpoint.method](endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1'), (request, response) =>
      answer(desk, endpoint, request, response),
    )
  router.use(() => {
    throw new AppError('NOT_FOUND', 'There is no such thing; /api/openapi.json lists what there is')
  })
  router.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    const known = error instanceof AppError ? error : unreadable(error)
    if (!known || known.ourFault) log.error('api', error, { path: request.route?.path ?? '' })
    const { code, message, facts, httpStatus } =
      known ??
      ({ code: 'OUR_FAULT', message: 'Our fault; nothing is lost', facts: {}, httpStatus: 500 } as const)
    response.status(httpStatus).json({ error: { code, message, facts } })
  })
  return router
}

async function answer(desk: Desk, endpoint: Endpoint, request: Request, response: Response): Promise<void> {
  const by: Staff = response.locals.by
  if (endpoint.method !== 'get' && !endpoint.looks && !response.locals.mayChange)
    throw new AppError('NOT_ALLOWED', 'This token may read and nothing more')
  const params = request.params as Record<string, string>
  const query = readBy(endpoint.query, request.query)
  const body = readBy(endpoint.body, request.body ?? {})
  const key = request.headers['idempotency-key']
  if (endpoint.makes && (typeof key !== 'string' || key === '' || key.length > LONGEST_KEY))
    throw new AppError(
      'ARGUMENT_INVALID',
      'What makes something needs an idempotency-key: a new one for each thing',
    )
  const asked = JSON.stringify([endpoint.name, params, body])
  const id = endpoint.makes ? await desk.api.idFor(by, String(key), asked) : ''
  const result = await endpoint.run(desk, { by, params, query, body, id })
  response.status(endpoint.makes ? 201 : 200).json(result)
}

/** @throws ARGUMENT_INVALID with every field that does not fit */
function readBy(schema: z.ZodType | undefined, sent: unknown): unknown {
  if (!schema) return undefined
  const read = schema.safeParse(sent)
  if (read.success) return read.data
  const fields = read.error.issues.map(({ path, message }) => ({ field: path.join('.'), problem: message }))
  throw new AppError('ARGUMENT_INVALID', 'This does not fit; /api/openapi.json says how it looks', { fields })
}

/** What Express could not read. */
function unreadable(error: unknown): AppError | null {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
  if (status === 413) return new AppError('TOO_LARGE', 'The body is too large')
  return status >= 400 && status < 500 ? new AppError('NOT_READABLE', 'This is no JSON') : null
}
