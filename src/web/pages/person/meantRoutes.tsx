import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Wrong } from '../../components/Field'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { MeantPage } from './MeantPage'
import type { PersonRoutes } from './routes'

/** Nothing ticked is not the same as nobody of them. */
const FORM = z.object({ contact: z.string().max(200) })

/** A coordinator says whom somebody meant by a name. */
export function meantRoutes(routes: PersonRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()
  const path = '/campaigns/:id/meant/:task'

  async function show(request: Request, response: Response, isEmpty = false): Promise<void> {
    const words = wordsOf(request)
    const reading = await routes.meant(byOf(request), String(request.params.task))
    const wrong: Wrong = isEmpty ? { contact: words.say('tasks:meant.choose_one') } : {}
    response
      .status(isEmpty ? 422 : 200)
      .send(page(<MeantPage reading={reading} words={words} wrong={wrong} />))
  }
  router.get(path, (request, response) => show(request, response))
  router.post(path, async (request, response) => {
    const form = FORM.safeParse(request.body)
    if (!form.success) return show(request, response, true)
    const { task } = request.params
    const noted = await routes.noteMeant(byOf(request), task, form.data.contact || null)
    response.redirect(303, `/today?${new URLSearchParams({ [noted ? 'noted' : 'closed']: task })}`)
  })
  return router
}
