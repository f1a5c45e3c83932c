import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Campaign } from '../../../domain/campaign'
import type { ContactFilter } from '../../../domain/contacts/contactFilter'
import type { Staff } from '../../../domain/staff'
import { AppError } from '../../../errors'
import type { PeopleReading } from '../../../use-cases/readPeople'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { filterOf, pathFor, queryOf } from '../contacts/contactQuery'
import { PeoplePage, type PeoplePageProps } from './PeoplePage'

/** Whom a campaign is for; each is a use-case, wired in `src/desk/choosing.ts`. */
export interface PeopleRoutes {
  campaign(by: Staff, id: string): Promise<Campaign>
  people(by: Staff, campaign: Campaign, filter: ContactFilter): Promise<PeopleReading>
  enrol(by: Staff, campaign: Campaign, contacts: readonly string[]): Promise<{ count: number; at: number }>
  takeOut(by: Staff, campaign: Campaign, contact: string): Promise<void>
  takeOutSince(by: Staff, campaign: Campaign, at: number): Promise<void>
}

const id = z.string().min(1).max(200)
export const CHOICE = z.object({
  // `campaign` comes from the list of contacts.
  do: z.enum(['search', 'add', 'campaign', 'join']).default('search'),
  search: z.string().max(200).default(''),
  all: z.literal('yes').optional(),
  contact: z.union([id.transform(one => [one]), z.array(id).max(2000)]).default([]),
})

/** Those who were ticked, or everybody who is meant. */
export async function whoIsChosen(
  routes: Pick<PeopleRoutes, 'people'>,
  request: Request,
  campaign: Campaign,
): Promise<string[]> {
  const { all, contact, search } = CHOICE.parse(request.body)
  if (!all) return contact
  const filter = filterOf(queryOf(request), search.trim())
  const { free } = await routes.people(byOf(request), campaign, filter)
  return free.map(({ _id }) => _id)
}

export function peopleRoutes(routes: PeopleRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  router.get('/campaigns/:id/people', async (request, response) => {
    const { added, at, out, new: fresh } = request.query
    const isDone = /^\d{1,6}$/.test(String(added)) && /^\d{1,15}$/.test(String(at))
    await show(request, response, {
      added: isDone ? { count: Number(added), at: Number(at) } : undefined,
      out: typeof out === 'string' ? out : undefined,
      fresh: typeof fresh === 'string' ? fresh : undefined,
    })
  })

  /** What is typed to search by is a name or a number, so it stays out of the address. */
  router.post('/campaigns/:id/people', async (request, response) => {
    const body = CHOICE.safeParse(request.body)
    if (!body.success) throw new AppError('ARGUMENT_INVALID', 'The form is not complete')
    if (body.data.do === 'search') return void (await show(request, response, {}))
    const by = byOf(request)
    const campaign = await routes.campaign(by, request.params.id)
    if (campaign.state !== 'draft') throw new AppError('CAMPAIGN_CHANGED', 'It has begun')
    const contacts = await whoIsChosen(routes, request, campaign)
    if (contacts.length === 0) return void (await show(request, response, { nobody: true }))
    const { count, at } = await routes.enrol(by, campaign, contacts)
    const to = pathFor(queryOf(request), undefined, `/campaigns/${encodeURIComponent(campaign._id)}/people`)
    response.redirect(303, `${to}${to.includes('?') ? '&' : '?'}added=${count}&at=${at}`)
  })

  router.post('/campaigns/:id/people/out', async (request, response) => {
    const by = byOf(request)
    const campaign = await routes.campaign(by, request.params.id)
    const contact = id.safeParse(request.body.contact)
    if (!contact.success) throw new AppError('ARGUMENT_INVALID', 'The form is not complete')
    await routes.takeOut(by, campaign, contact.data)
    const path = `/campaigns/${encodeURIComponent(campaign._id)}/people`
    response.redirect(303, `${path}?out=${encodeURIComponent(contact.data)}`)
  })

  router.post('/campaigns/:id/people/undo', async (request, response) => {
    const by = byOf(request)
    const campaign = await routes.campaign(by, request.params.id)
    await routes.takeOutSince(by, campaign, Number(request.body.at))
    response.redirect(303, `/campaigns/${encodeURIComponent(campaign._id)}/people`)
  })

  async function show(
    request: Request,
    response: Response,
    about: Pick<PeoplePageProps, 'added' | 'out' | 'fresh'> & { nobody?: boolean },
  ): Promise<void> {
    const by = byOf(request)
    const campaign = await routes.campaign(by, String(request.params.id))
    const query = queryOf(request)
    const search = typeof request.body?.search === 'string' ? request.body.search.trim().slice(0, 80) : ''
    const reading = await routes.people(by, campaign, filterOf(query, search))
    const { nobody = false, ...done } = about
    const props = { campaign, reading, words: wordsOf(request), query, search, nobody, ...done }
    response.status(nobody ? 422 : 200).send(page(<PeoplePage {...props} />))
  }

  return router
}
