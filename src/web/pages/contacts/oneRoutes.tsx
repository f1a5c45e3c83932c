import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { ConsentForm } from '../../../domain/contacts/consentForm'
import { type ContactForm, formOf } from '../../../domain/contacts/contactForm'
import { tagOf } from '../../../domain/contacts/tagOf'
import { versionOf } from '../../../domain/contacts/version'
import type { WorkForm } from '../../../domain/contacts/workNote'
import { AppError } from '../../../errors'
import { type Wrong, wrongWords } from '../../components/Field'
import { formKey, readForm, text } from '../../forms'
import { page } from '../../page'
import { BESIDE_FORM, besideFrom } from '../../readBeside'
import { byOf, partOf } from '../../session'
import type { Words } from '../../words'
import { ContactPage } from './ContactPage'
import { EditContactPage } from './EditContactPage'
import { CONSENT, CONTACT, isoDay } from './forms'
import type { ContactsRoutes } from './routes'
import { undoRemoved } from './trainingRoutes'

/** What the strip under the name may say. */
const DONE = [
  'added',
  'changed',
  'tag_added',
  'untagged',
  'noted',
  'merged',
  'unmerged',
  'asked',
  'removed',
] as const

const EDIT = CONTACT.extend({ version: z.string().max(40) })
const TAGS = z.object({ add: z.string().max(200).default(''), remove: z.string().max(200).default('') })
const NOTE = CONSENT.extend({ key: formKey })
const WORK_NOTE = z.object({ key: formKey, work: text, ...BESIDE_FORM, workDay: text })

/** A form as it was sent, and what is wrong with it. */
interface Typed<T> {
  key: string
  form: T
  wrong: Wrong
}

export function oneContactRoutes(routes: ContactsRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()
  const { texts } = routes.content
  const choices = async (request: Request) => ({
    languages: texts.languages,
    supervisors: await routes.supervisors(byOf(request)),
  })

  router.get('/contacts/:id', (request, response) => show(request, response, request.params.id))

  router.post('/contacts/:id/tags', async (request, response) => {
    const { id } = request.params
    const { add, remove } = readForm(TAGS, request)
    const tag = tagOf(add)
    await routes.contact(byOf(request), id)
    if (remove !== '') await routes.untag(byOf(request), id, remove)
    else if (tag !== '') await routes.tag(byOf(request), [id], tag)
    back(response, id, remove === '' ? 'tag_added' : 'untagged')
  })

  router.post('/contacts/:id/consents', async (request, response) => {
    const { id } = request.params
    const { key, ...form } = readForm(NOTE, request)
    const noted = await routes.noteConsent(byOf(request), id, { key, form })
    if (noted.ok) return back(response, id, 'noted')
    const wrong = wrongWords(noted.problems, 'contacts', wordsOf(request))
    await show(request, response, id, { consent: { key, form, wrong } })
  })

  router.post('/contacts/:id/work', async (request, response) => {
    const { id } = request.params
    const { key, work, workDay, ...beside } = readForm(WORK_NOTE, request)
    const form = { work, day: workDay, ...besideFrom(beside) }
    const noted = await routes.noteWork(byOf(request), id, { key, form })
    if (noted.ok) return back(response, id, 'noted')
    await show(request, response, id, {
      work: { key, form, wrong: wrongWords(noted.problems, 'work', wordsOf(request)) },
    })
  })

  router.post('/contacts/:id/follow', async (request, response) => {
    const { id } = request.params
    await routes.askToFollow(byOf(request), id)
    back(response, id, 'asked')
  })

  router.post('/contacts/:id/intake', async (request, response) => {
    const { id } = request.params
    await routes.askIntake(byOf(request), [id])
    back(response, id, 'asked')
  })

  router.get('/contacts/:id/edit', async (request, response) => {
    const contact = await routes.contact(byOf(request), request.params.id)
    const form = formOf(contact)
    const props = { words: wordsOf(request), contact, form, version: versionOf(contact), wrong: {} }
    response.send(page(<EditContactPage {...props} {...(await choices(request))} />))
  })

  router.post('/contacts/:id/edit', async (request, response) => {
    const { id } = request.params
    const { version, ...form } = readForm(EDIT, request)
    try {
      const kept = await routes.change(byOf(request), id, { version, form })
      if (kept.ok) return back(response, id, 'changed')
      const wrong = wrongWords(kept.problems, 'contacts', wordsOf(request))
      await again(request, response, id, { form, wrong, taken: kept.taken, status: 422 })
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'CONTACT_CHANGED') throw error
      await again(request, response, id, { form, wrong: {}, status: 409 })
    }
  })

  /** What was typed stays; after a change by somebody else it stands beside what is there now. */
  async function again(
    request: Request,
    response: Response,
    id: string,
    {
      form,
      wrong,
      taken,
      status,
    }: { form: ContactForm; wrong: Wrong; taken?: { _id: string; name: string } | undefined; status: number },
  ): Promise<void> {
    const contact = await routes.contact(byOf(request), id)
    const props = { words: wordsOf(request), contact, form, version: versionOf(contact), wrong, taken }
    const changed = status === 409 ? formOf(contact) : undefined
    const shown = <EditContactPage {...props} changed={changed} {...(await choices(request))} />
    response.status(status).send(page(shown))
  }

  async function show(
    request: Request,
    response: Response,
    id: string,
    typed: { consent?: Typed<ConsentForm>; work?: Typed<WorkForm> } = {},
  ): Promise<void> {
    const reading = await routes.read(byOf(request), id)
    const [intake] = await routes.intakes(byOf(request), [id])
    const now = routes.clock.now()
    const day = isoDay(now, await routes.zone(byOf(request)))
    const empty = { purpose: 'C1', state: '', by: '', day, how: '', about: '' }
    const { done, history } = request.query
    const props = {
      words: wordsOf(request),
      reading,
      intake: intake!,
      merged: await routes.merged(byOf(request), id),
      now,
      done: DONE.find(one => one === done),
      undo: undoRemoved(id, request.query, wordsOf(request)),
      direction: texts.direction,
      all: history === 'all',
      inbox: partOf('/inbox') !== undefined,
      isSupervisor: reading.contact.supervisor === byOf(request)._id,
      consent: {
        key: routes.newId(),
        form: empty,
        wrong: {},
        ...typed.consent,
        open: typed.consent !== undefined,
      },
      work: {
        key: routes.newId(),
        form: { work: '', day },
        wrong: {},
        ...typed.work,
        open: typed.work !== undefined,
      },
    }
    response.status(typed.consent || typed.work ? 422 : 200).send(page(<ContactPage {...props} />))
  }

  return router
}

function back(response: Response, id: string, done: (typeof DONE)[number]): void {
  response.redirect(303, `/contacts/${encodeURIComponent(id)}?done=${done}`)
}
