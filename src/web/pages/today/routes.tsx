import { type Request, type RequestHandler, type Response, Router } from 'express'
import { can } from '../../../domain/access/can'
import type { Staff } from '../../../domain/staff'
import type { Texts } from '../../../ports/texts'
import type { PersonalTask, TodayReading } from '../../../use-cases/readToday'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { doTask, type TaskRoutes, type Told, toldOf } from '../tasks/deeds'
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

  async function show(request: Request, response: Response, lost?: Told): Promise<void> {
    const by = byOf(request)
    const all = BLOCKS.find(kind => kind === request.query.all)
    const [reading, told] = await Promise.all([routes.read(by, all), toldOf(routes, by, request.query)])
    const props = {
      reading,
      told: lost ?? told,
      all,
      words: wordsOf(request),
      directionOf: routes.texts.direction,
    }
    response.status(lost ? 409 : 200).send(page(<TodayPage {...props} />))
  }
  router.get('/today', (request, response) => show(request, response))

  router.post('/today', async (request, response) => {
    const { query, lost } = await doTask(routes, byOf(request), request.body)
    if (lost) await show(request, response, lost)
    else response.redirect(303, `/today?${query}`)
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
