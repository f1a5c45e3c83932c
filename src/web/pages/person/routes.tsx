import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Staff } from '../../../domain/staff'
import { AppError } from '../../../errors'
import type { Texts } from '../../../ports/texts'
import type { MeantReading } from '../../../use-cases/noteMeant'
import type { PersonReading } from '../../../use-cases/readPerson'
import type { RsvpChange } from '../../../use-cases/setRsvp'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { meantRoutes } from './meantRoutes'
import { PersonPage, type PersonTold } from './PersonPage'

export interface PersonRoutes {
  texts: Pick<Texts, 'direction'>
  person(by: Staff, campaign: string, contact: string): Promise<PersonReading>
  /** False: they answered something else meanwhile. */
  setRsvp(by: Staff, change: Omit<RsvpChange, 'by'>): Promise<boolean>
  /** @returns how many get it */
  repeat(by: Staff, campaign: string, step: string, contact?: string): Promise<number>
  meant(by: Staff, task: string): Promise<MeantReading>
  /** False: a colleague was first. */
  noteMeant(by: Staff, task: string, contact: string | null): Promise<boolean>
}

const FORM = z.union([
  z.object({
    rsvp: z.enum(['yes', 'no', 'maybe', 'silent']),
    seen: z.union([z.literal('').transform(() => undefined), z.coerce.number().int()]),
  }),
  z.object({ repeat: z.string().min(1).max(200) }),
])

const STEP = z.object({ step: z.string().min(1).max(200) })

const incomplete = () => new AppError('ARGUMENT_INVALID', 'The form is not complete')

/** One person in one campaign, and a step once more for those it did not reach. */
export function personRoutes(routes: PersonRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()
  router.use(meantRoutes(routes, wordsOf))
  const show = async (request: Request, response: Response, told?: PersonTold, status = 200) => {
    const { id, contact } = request.params
    const reading = await routes.person(byOf(request), String(id), String(contact))
    const props = { reading, told, words: wordsOf(request), directionOf: routes.texts.direction }
    response.status(status).send(page(<PersonPage {...props} />))
  }

  router.get('/campaigns/:id/people/:contact', (request, response) => {
    const done = (['rsvp', 'repeated', 'nothing'] as const).find(one => one === request.query.done)
    return show(request, response, done)
  })

  router.post('/campaigns/:id/people/:contact', async (request, response) => {
    const form = FORM.safeParse(request.body)
    if (!form.success) throw incomplete()
    const by = byOf(request)
    const { id: campaign, contact } = request.params
    const back = (done: PersonTold) =>
      response.redirect(
        303,
        `/campaigns/${encodeURIComponent(campaign)}/people/${encodeURIComponent(contact)}?done=${done}`,
      )
    if ('repeat' in form.data) {
      const count = await routes.repeat(by, campaign, form.data.repeat, contact)
      return back(count > 0 ? 'repeated' : 'nothing')
    }
    const { rsvp, seen } = form.data
    const set = await routes.setRsvp(by, { campaign, contact, rsvp, seenAt: seen })
    return set ? back('rsvp') : show(request, response, 'changed', 409)
  })

  router.post('/campaigns/:id/repeat', async (request, response) => {
    const form = STEP.safeParse(request.body)
    if (!form.success) throw incomplete()
    const count = await routes.repeat(byOf(request), request.params.id, form.data.step)
    response.redirect(
      303,
      `/campaigns/${encodeURIComponent(request.params.id)}?done=${count > 0 ? 'repeated' : 'nothing_repeated'}`,
    )
  })
  return router
}
