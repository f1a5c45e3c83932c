import { type Request, Router } from 'express'
import { AppError } from '../../../errors'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { sayings } from '../campaign/sayings'
import { DataPage } from './DataPage'
import { ForgetPage } from './ForgetPage'
import type { ContactsRoutes } from './routes'

/** What the law gives every person: to have what we know of them, and to be forgotten. */
export function privacyRoutes(routes: ContactsRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  router.get('/contacts/:id/data', async (request, response) => {
    const words = wordsOf(request)
    const data = await routes.personData(byOf(request), request.params.id, false)
    response.send(page(<DataPage words={words} data={data} {...sayings(routes.content, words, {})} />))
  })

  router.post('/contacts/:id/data', async (request, response) => {
    const data = await routes.personData(byOf(request), request.params.id, true)
    response
      .attachment('person.json')
      .type('application/json')
      .send(JSON.stringify(data, null, 2))
  })

  router.get('/contacts/:id/forget', async (request, response) => {
    const contact = await routes.contact(byOf(request), request.params.id)
    response.send(page(<ForgetPage words={wordsOf(request)} contact={contact} />))
  })

  router.post('/contacts/:id/forget', async (request, response) => {
    const { id } = request.params
    const by = byOf(request)
    try {
      await routes.forget(by, id)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      // Sent twice, it is done all the same.
      if (error.code === 'CONTACT_NOT_FOUND') return response.redirect(303, '/contacts?done=forgotten')
      if (error.code !== 'CONTACT_BUSY') throw error
      const words = wordsOf(request)
      const contact = await routes.contact(by, id)
      const wrong = words.say('contacts:forget.busy')
      response.status(409).send(page(<ForgetPage words={words} contact={contact} wrong={wrong} />))
      return
    }
    response.redirect(303, '/contacts?done=forgotten')
  })

  return router
}
