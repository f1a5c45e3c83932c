import { type Request, type RequestHandler, Router } from 'express'
import { can } from '../../../domain/access/can'
import type { Staff } from '../../../domain/staff'
import type { Texts } from '../../../ports/texts'
import type { PersonalTask, TodayReading } from '../../../use-cases/readToday'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { doTask, type TaskRoutes, toldOf } from '../tasks/deeds'
import { BLOCKS, TodayPage } from './TodayPage'

export interface TodayRoutes extends TaskRoutes {
  /** @param all the kind of task of which every row is wanted */
  texts: Pick<Texts, 'direction'>
  read(by: Staff, all?: PersonalTask): Promise<TodayReading>
  /** By entry of the menu: how many wait for a person there. */
  waiting(by: Staff): Promise<Record<string, number>>
}

export function todayRoutes(routes: TodayRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  router.get('/today', async (request, response) => {
    const by = byOf(request)
    const all = BLOCKS.find(kind => kind === request.query.all)
    const [reading, told] = await Promise.all([routes.read(by, all), toldOf(routes, by, request.query)])
    const props = { reading, told, all, words: wordsOf(request), directionOf: routes.texts.direction }
    response.send(page(<TodayPage {...props} />))
  })

  router.post('/today', async (request, response) => {
    response.redirect(303, `/today?${await doTask(routes, byOf(request), request.body)}`)
  })
  return router
}

/** Counts what waits, for the menu on every page. */
export function countWaiting(routes: Pick<TodayRoutes, 'waiting'>): RequestHandler {
  return async (request, response, next) => {
    const by = byOf(request)
    if (request.method === 'GET' && can(by.role, 'see_campaigns'))
      response.locals.waiting = await routes.waiting(by)
    next()
  }
}
