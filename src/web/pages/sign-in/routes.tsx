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

/** The door itself: for everybody. */
export function signInRoutes(routes: SignInRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()
  const show = (
    request: Request,
    response: Response,
    props: Omit<SignInProps, 'words' | 'practice'>,
    status = 200,
  ) => {
    const practice = routes.signInAs !== undefined && isOwnMachine(request)
    response.setHeader('cache-control', 'no-store')
    response.status(status).send(page(<SignInPage {...props} words={wordsOf(request)} practice={practice} />))
  }

  router.get('/sign-in', (request, response) => {
    const { away, out } = request.query
    const told = away === 'yes' ? 'away' : out === 'yes' ? 'signed_out' : undefined
    show(request, response, { to: ownPath(request.query.to), told })
  })

  router.post('/sign-in', async (request, response) => {
    const practice = PRACTICE.safeParse(request.body)
    if (practice.success) {
      if (!routes.signInAs || !isOwnMachine(request))
        throw new AppError('NOT_FOUND', 'Only in practice, on its own machine')
      const { secret, staff } = await routes.signInAs(practice.data.role)
      return void (await enter(routes, request, response, { secret, staff, to: practice.data.to }))
    }
    const form = FORM.safeParse(request.body)
    const { email = '', password = '', to = '/' } = form.success ? form.data : {}
    const signedIn = await routes.signIn({ email, password, from: request.ip ?? '' })
    if (signedIn.outcome === 'signed_in')
      return void (await enter(routes, request, response, { ...signedIn, to }))
    const told = signedIn.outcome === 'wrong' ? 'wrong' : { until: signedIn.until }
    show(request, response, { to: ownPath(to), email, told }, told === 'wrong' ? 422 : 429)
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
  { secret, staff, to }: { secret: string; staff: Staff; to: unknown },
): Promise<void> {
  const before = secretIn(request, routes)
  if (before) await routes.signOut(before)
  keepSecret(response, secret, routes)
  rememberedLanguage(response, staff.language)
  response.redirect(303, ownPath(to))
}

/** Everybody's first page: what they may see. */
export const homeRoutes = (): Router =>
  Router().get('/', (request, response) => response.redirect(homeOf(byOf(request).role)))
