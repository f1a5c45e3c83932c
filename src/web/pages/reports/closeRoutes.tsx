import { type Request, Router } from 'express'
import type { Staff } from '../../../domain/staff'
import type { Closing } from '../../../use-cases/readClosing'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { ClosePage } from './ClosePage'

export interface CloseRoutes {
  /** @throws NOT_FOUND before the event is over */
  closing(by: Staff, campaign: string, instrument: string): Promise<Closing>
  /** Done twice, or by two at once, it is closed once. */
  close(by: Staff, campaign: string, instrument: string): Promise<void>
}

/** Answers come together on their promised day, or when somebody who may change campaigns closes before it. */
export function closeRoutes(routes: CloseRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()
  const CLOSE = '/campaigns/:id/report/close/:instrument'
  const report = (id: string) => `/campaigns/${encodeURIComponent(id)}/report`

  router.get(CLOSE, async (request, response) => {
    const { id, instrument } = request.params
    const closing = await routes.closing(byOf(request), id, instrument)
    if (closing.evaluation.state === 'closed') return response.redirect(303, report(id))
    response.send(page(<ClosePage closing={closing} words={wordsOf(request)} />))
  })

  router.post(CLOSE, async (request, response) => {
    const { id, instrument } = request.params
    await routes.close(byOf(request), id, instrument)
    response.redirect(303, `${report(id)}?done=closed`)
  })
  return router
}
