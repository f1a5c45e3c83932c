import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Staff } from '../../../domain/staff'
import type { Accepted } from '../../../use-cases/acceptInvitation'
import { page } from '../../page'
import type { Words } from '../../words'
import { enter, type SignInRoutes } from '../sign-in/routes'
import { InvitationPage, type InvitationProps } from './InvitationPage'

export interface InvitationRoutes extends Pick<SignInRoutes, 'signOut' | 'secure'> {
  readInvitation(secret: string): Promise<Staff | null>
  acceptInvitation(asked: { secret: string; password: string }): Promise<Accepted>
}

const FORM = z.object({ password: z.string().max(10_000) })

export function invitationRoutes(routes: InvitationRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()
  const show = async (
    request: Request<{ secret: string }>,
    response: Response,
    wrong?: InvitationProps['wrong'],
  ) => {
    const { secret } = request.params
    const invited = (await routes.readInvitation(secret)) ?? undefined
    const path = `/invitation/${encodeURIComponent(secret)}`
    const props = { words: wordsOf(request as unknown as Request), path, invited, wrong }
    response.setHeader('cache-control', 'no-store')
    response.status(invited ? (wrong ? 422 : 200) : 410).send(page(<InvitationPage {...props} />))
  }

  router.get('/invitation/:secret', (request, response) => show(request, response))
  router.post('/invitation/:secret', async (request, response) => {
    const form = FORM.safeParse(request.body)
    const password = form.success ? form.data.password : ''
    const accepted = await routes.acceptInvitation({ secret: request.params.secret, password })
    if (accepted.outcome === 'signed_in')
      await enter(routes, request as unknown as Request, response, { ...accepted, to: '/' })
    else await show(request, response, accepted.outcome === 'over' ? undefined : accepted.outcome)
  })
  return router
}
