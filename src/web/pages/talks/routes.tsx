import { type Request, Router } from 'express'
import type { Contact } from '../../../domain/contact'
import type { Staff } from '../../../domain/staff'
import type { Content } from '../../../ports/content'
import type { TalkReading } from '../../../use-cases/readTalk'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { sayings } from '../campaign/sayings'
import { TalkPage } from './TalkPage'
import { TalksPage } from './TalksPage'

export interface TalkRoutes {
  content: Content
  /** Whom they supervise now. */
  mine(by: Staff): Promise<Contact[]>
  /** @throws NOT_FOUND for whoever is not the supervisor; every reading is logged */
  read(by: Staff, contact: string): Promise<TalkReading>
}

/** The only pages on which answers with a name are read. */
export function talkRoutes(routes: TalkRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  router.get('/talks', async (request, response) => {
    const people = await routes.mine(byOf(request))
    response.send(page(<TalksPage words={wordsOf(request)} people={people} />))
  })

  router.get('/talks/:id', async (request, response) => {
    const words = wordsOf(request)
    const reading = await routes.read(byOf(request), request.params.id)
    response.send(page(<TalkPage words={words} reading={reading} {...sayings(routes.content, words, {})} />))
  })
  return router
}
