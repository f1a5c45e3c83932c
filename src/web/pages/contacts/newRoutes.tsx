import { type Request, Router } from 'express'
import { z } from 'zod'
import { tagsOf } from '../../../domain/contacts/tagOf'
import { wrongWords } from '../../components/Field'
import { formKey, readForm, text } from '../../forms'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { CONTACT, isoDay, TOLD } from './forms'
import { NewContactPage } from './NewContactPage'
import type { ContactsRoutes } from './routes'

/** The one for which somebody is choosing people. */
const campaign = z.string().max(200).default('').catch('')
const NEW = CONTACT.extend(TOLD.shape).extend({
  id: formKey,
  tags: text,
  agrees: z.enum(['yes', 'no']).default('no'),
  campaign,
})

export function newContactRoutes(routes: ContactsRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()
  const choices = async (request: Request) => ({
    languages: routes.content.texts.languages,
    supervisors: await routes.supervisors(byOf(request)),
  })

  router.get('/contacts/new', async (request, response) => {
    const day = isoDay(routes.clock.now(), await routes.zone(byOf(request)))
    const form = CONTACT.parse({ reach: 'both', audience: 'participant', reads: 'simple' })
    const consent = { by: '', day, how: '' }
    const props = { words: wordsOf(request), id: routes.newId(), form, tags: '', agrees: false }
    const from = campaign.parse(request.query.campaign)
    response.send(
      page(
        <NewContactPage
          {...props}
          campaign={from}
          consent={consent}
          {...(await choices(request))}
          wrong={{}}
        />,
      ),
    )
  })

  router.post('/contacts/new', async (request, response) => {
    const { id, tags, agrees, by, day, how, campaign: from, ...form } = readForm(NEW, request)
    const told = { by, day, how }
    const consent = agrees === 'yes' ? told : null
    const kept = await routes.add(byOf(request), { id, form, tags: tagsOf(tags), consent })
    if (kept.ok) {
      const contact = encodeURIComponent(kept.contact)
      const to = from
        ? `/campaigns/${encodeURIComponent(from)}/people?new=${contact}`
        : `/contacts/${contact}?done=added`
      return response.redirect(303, to)
    }
    const words = wordsOf(request)
    const wrong = wrongWords(kept.problems, 'contacts', words)
    const props = {
      words,
      id,
      campaign: from,
      form,
      tags,
      agrees: agrees === 'yes',
      consent: told,
      wrong,
      ...(await choices(request)),
    }
    response.status(422).send(page(<NewContactPage {...props} taken={kept.taken} />))
  })

  return router
}
