import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { ROLES, type Role, type Staff } from '../../../domain/staff'
import { AppError } from '../../../errors'
import type { SignedIn } from '../../../use-cases/signIn'
import { isOwnMachine } from '../../isOwnMachine'
import { homeOf } from '../../nav'
import { page } from '../../page'
import { rememberedLanguage } from '../../readerOf'
import { byOf, dropSecret, keepSecret, ownPath, type Sessions, secretIn } from '../../session'
import type { Words } from '../../words'
import { GoOnPage } from './GoOnPage'
import { keptForm, unpackForm } from './keptForm'
import { SignInPage, type SignInProps } from './SignInPage'

/** What the door may do; each is a use-case, wired in app.ts. */
export interface SignInRoutes extends Sessions {
  signIn(asked: { email: string; password: string; from: string }): Promise<SignedIn>
  signOut(secret: string): Promise<void>
  /** In practice: signs in as the demo's coordinator, organiser or admin. */
  signInAs?: ((role: Role) => Promise<{ secret: string; staff: Staff }>) | undefined
}

const FORM = z.object({ email: z.string().max(1_000), password: z.string().max(10_000), to: z.string() })
const PRACTICE = z.object({ role: z.enum(ROLES), to: z.string() })

const show = (
  routes: SignInRoutes,
  request: Request,
  response: Response,
  props: Omit<SignInProps, 'practice'>,
  status = 200,
) => {
  const practice = routes.signInAs !== undefined && isOwnMachine(request)
  response.setHeader('cache-control', 'no-store')
  response.status(status).send(page(<SignInPage {...props} practice={practice} />))
}

/** A form that came after the session was over waits at the door with whoever sent it. */
export const keepAtDoor =
  (routes: SignInRoutes, wordsOf: (request: Request) => Words) =>
  (request: Request, response: Response, to: string): boolean => {
    const kept = keptForm(request)
    if (kept) show(routes, request, response, { words: wordsOf(request), to, told: 'kept', kept }, 401)
    return kept !== undefined
  }

/** The door itself: for everybody. */
export function signInRoutes(routes: SignInRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()
  router.get('/sign-in', (request, response) => {
    const { away, out } = request.query
    const told = away === 'yes' ? 'away' : out === 'yes' ? 'signed_out' : undefined
    show(routes, request, response, { words: wordsOf(request), to: ownPath(request.query.to), told })
  })

  /** Back to where one was, or to what one had typed there. */
  async function goOn(request: Request, response: Response, found: { secret: string; staff: Staff }) {
    const { to, kept: packed } = request.body as Record<string, unknown>
    const kept = unpackForm(packed)
    if (!kept) return enter(routes, request, response, { ...found, to })
    await letIn(routes, request, response, found)
    const words = { ...wordsOf(request), reader: found.staff }
    response.send(page(<GoOnPage words={words} kept={kept} to={ownPath(to)} />))
  }

  router.post('/sign-in', async (request, response) => {
    const practice = PRACTICE.safeParse(request.body)
    if (practice.success) {
      if (!routes.signInAs || !isOwnMachine(request))
        throw new AppError('NOT_FOUND', 'Only in practice, on its own machine')
      return goOn(request, response, await routes.signInAs(practice.data.role))
    }
    const form = FORM.safeParse(request.body)
    const { email = '', password = '', to = '/' } = form.success ? form.data : {}
    const signedIn = await routes.signIn({ email, password, from: request.ip ?? '' })
    if (signedIn.outcome === 'signed_in') return goOn(request, response, signedIn)
    const told = signedIn.outcome === 'wrong' ? 'wrong' : { until: signedIn.until }
    const kept = unpackForm(request.body?.kept)
    const props = { words: wordsOf(request), to: ownPath(to), email, told, kept } as const
    show(routes, request, response, props, told === 'wrong' ? 422 : 429)
  })

  router.post('/sign-out', async (request, response) => {
    const secret = secretIn(request, routes)
    if (secret) await routes.signOut(secret)
    dropSecret(response, routes)
    response.redirect(303, '/sign-in?out=yes')
  })
  return router
}

/** The session of before ends, the new one begins, and one is where one wanted to be, in one's own language. */
export async function enter(
  routes: Pick<SignInRoutes, 'signOut' | 'secure'>,
  request: Request,
  response: Response,
  { to, ...found }: { secret: string; staff: Staff; to: unknown },
): Promise<void> {
  await letIn(routes, request, response, found)
  response.redirect(303, ownPath(to))
}

async function letIn(
  routes: Pick<SignInRoutes, 'signOut' | 'secure'>,
  request: Request,
  response: Response,
  { secret, staff }: { secret: string; staff: Staff },
): Promise<void> {
  const before = secretIn(request, routes)
  if (before) await routes.signOut(before)
  keepSecret(response, secret, routes)
  rememberedLanguage(response, staff.language)
}

/** Everybody's first page: what they may see. */
export const homeRoutes = (): Router =>
  Router().get('/', (request, response) => response.redirect(homeOf(byOf(request).role)))
