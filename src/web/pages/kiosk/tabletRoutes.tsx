import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Campaign } from '../../../domain/campaign'
import type { Staff } from '../../../domain/staff'
import type { Tablets } from '../../../use-cases/readKiosk'
import { formKey, readForm } from '../../forms'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { pathOf } from '../change/ChangePage'
import { PosterPage, type PosterProps } from './PosterPage'
import { TabletPage } from './TabletPage'

/** What a coordinator does with the tablets at one event. */
export interface TabletRoutes {
  read(by: Staff, campaign: string): Promise<{ campaign: Campaign; tablets: Tablets; least: number }>
  newKey(): string
  /** @returns the secret for the link; with the same key it is the same */
  open(by: Staff, campaign: string, key: string): Promise<string>
  /** @throws NOT_FOUND */
  end(by: Staff, campaign: string, kiosk: string): Promise<void>
  poster(by: Staff, campaign: string): Promise<Omit<PosterProps, 'words'>>
}

const OPEN = z.object({ key: formKey })

export function tabletRoutes(routes: TabletRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()
  const show = async (
    request: Request<{ id: string }>,
    response: Response,
    more: { link?: string; ended?: boolean },
  ) => {
    const read = await routes.read(byOf(request), request.params.id)
    const newKey = routes.newKey()
    response.send(page(<TabletPage {...read} {...more} newKey={newKey} words={wordsOf(request)} />))
  }

  router.get('/campaigns/:id/day/kiosk', (request, response) =>
    show(request, response, { ended: request.query.done === 'ended' }),
  )

  router.get('/campaigns/:id/day/poster', async (request, response) => {
    const poster = await routes.poster(byOf(request), request.params.id)
    response.send(page(<PosterPage {...poster} words={wordsOf(request)} />))
  })

  /** The link is in this answer and nowhere else: not in an address, and not in the store. */
  router.post('/campaigns/:id/day/kiosk', async (request, response) => {
    const { key } = readForm(OPEN, request)
    const secret = await routes.open(byOf(request), request.params.id, key)
    const link = `${request.protocol}://${request.get('host')}/kiosk/${secret}`
    await show(request, response, { link })
  })

  router.post('/campaigns/:id/day/kiosk/end', async (request, response) => {
    const { campaign } = await routes.read(byOf(request), request.params.id)
    await routes.end(byOf(request), campaign._id, String(request.body?.kiosk ?? ''))
    response.redirect(303, `${pathOf(campaign)}/day/kiosk?done=ended`)
  })

  return router
}
