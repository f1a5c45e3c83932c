import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Campaign } from '../../../domain/campaign'
import { isShow, type Show } from '../../../domain/day/guests'
import type { Staff } from '../../../domain/staff'
import { AppError } from '../../../errors'
import type { Clock } from '../../../ports/clock'
import type { NewId } from '../../../ports/ids'
import type { WalkedIn, WalkIn } from '../../../use-cases/addWalkIn'
import type { Counted, Tap } from '../../../use-cases/checkIn'
import type { DayReading } from '../../../use-cases/readDay'
import { wrongWords } from '../../components/Field'
import { formKey, text } from '../../forms'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { DayPage, type DayView, dayPath, viewPath } from './DayPage'
import { MOST_ALONG } from './GuestRow'
import { DONES, type Done } from './Said'
import { WalkInPage } from './WalkInPage'

type Pressed = Omit<Tap, 'by'>

/** What happens at the door. Everything is safe to do twice. */
export interface DayRoutes {
  campaign(by: Staff, id: string): Promise<Campaign>
  day(by: Staff, campaign: string): Promise<DayReading>
  checkIn(
    by: Staff,
    campaign: string,
    tap: Pressed & { companions: number; children: number },
  ): Promise<Counted>
  undoCheckIn(by: Staff, campaign: string, tap: Pressed & { markedAt: number }): Promise<Counted>
  changeCompany(
    by: Staff,
    campaign: string,
    tap: Pressed & { who: 'companions' | 'children'; from: number; to: number },
  ): Promise<Counted>
  walkIn(by: Staff, campaign: string, form: WalkIn): Promise<WalkedIn>
  /** People of the organisation who are not on the list. */
  others(
    by: Staff,
    campaign: string,
    query: string,
  ): Promise<{ contact: string; name: string; phoneEnd?: string }[]>
  comeIn(by: Staff, campaign: string, contact: string): Promise<void>
  markNoShows(by: Staff, campaign: string): Promise<number>
  undoNoShows(by: Staff, campaign: string, at: number): Promise<number>
  languages: readonly { tag: string; endonym: string }[]
  newId: NewId
  clock: Pick<Clock, 'now'>
}

const id = z.string().min(1).max(200)
const along = z.coerce.number().int().min(0).max(MOST_ALONG)
const TAP = {
  contact: id,
  tap: z
    .string()
    .regex(/^\w{16,64}$/)
    .optional(),
  agoMs: z.coerce.number().min(0).optional(),
}
const HERE = z.object({ ...TAP, companions: along.default(0), children: along.default(0) })
const UNDO = z.object({ ...TAP, at: z.coerce.number().int() })
const COMPANY = z.object({ ...TAP, who: z.enum(['companions', 'children']), from: along, to: along })
const KNOWN = z.object({ contact: id })
const AT = z.object({ at: z.coerce.number().int() })
const WALK_IN = z.object({
  key: formKey,
  name: text,
  language: text,
  phone: text,
  mayWrite: text,
})

function formOf<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const read = schema.safeParse(body)
  if (!read.success) throw new AppError('ARGUMENT_INVALID', 'The form is not complete')
  return read.data
}

function viewOf({ show, q, done, who, count }: Record<string, unknown>): DayView {
  const what = DONES.find(one => one === done)
  return {
    show: isShow(show) ? show : 'expected',
    query: typeof q === 'string' ? q.trim().slice(0, 80) : '',
    done: what && {
      what,
      ...(typeof who === 'string' ? { contact: who } : {}),
      ...(/^\d{1,5}$/.test(String(count)) ? { count: Number(count) } : {}),
    },
  }
}

export function dayRoutes(routes: DayRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  const show = async (request: Request, response: Response, view: DayView) => {
    const id = String(request.params.id)
    const reading = await routes.day(byOf(request), id)
    const others = view.query.length > 1 ? await routes.others(byOf(request), id, view.query) : []
    const props = { ...view, reading, others, words: wordsOf(request), now: routes.clock.now() }
    response.send(page(<DayPage {...props} />))
  }
  router.get('/campaigns/:id/day', (request, response) =>
    show(request, response, { ...viewOf(request.query), query: '' }),
  )
  /** Who is looked for is a name or a number, so it stays out of the address. */
  router.post('/campaigns/:id/day', (request, response) => show(request, response, viewOf(request.body)))

  const deeds = {
    here: async (by: Staff, campaign: string, body: unknown): Promise<Done> => {
      const { contact, ...tap } = formOf(HERE, body)
      const counted = await routes.checkIn(by, campaign, { contact, ...tap })
      return { what: counted === 'done' ? 'here' : 'already', contact }
    },
    undo: async (by: Staff, campaign: string, body: unknown): Promise<Done> => {
      const { contact, at, ...tap } = formOf(UNDO, body)
      const counted = await routes.undoCheckIn(by, campaign, { contact, markedAt: at, ...tap })
      return { what: counted === 'done' ? 'undone' : 'not_changed', contact }
    },
    company: async (by: Staff, campaign: string, body: unknown): Promise<Done> => {
      const { contact, ...tap } = formOf(COMPANY, body)
      const counted = await routes.changeCompany(by, campaign, { contact, ...tap })
      return { what: counted === 'done' ? 'changed' : 'not_changed', contact }
    },
    known: async (by: Staff, campaign: string, body: unknown): Promise<Done> => {
      const { contact } = formOf(KNOWN, body)
      await routes.comeIn(by, campaign, contact)
      return { what: 'here', contact }
    },
    'no-shows': async (by: Staff, campaign: string): Promise<Done> => ({
      what: 'no_shows',
      count: await routes.markNoShows(by, campaign),
    }),
    'no-shows/undo': async (by: Staff, campaign: string, body: unknown): Promise<Done> => ({
      what: 'no_shows_undone',
      count: await routes.undoNoShows(by, campaign, formOf(AT, body).at),
    }),
  }
  for (const deed of Object.keys(deeds) as (keyof typeof deeds)[])
    router.post(`/campaigns/:id/day/${deed}`, async (request, response) => {
      const campaign = String(request.params.id)
      const done = await deeds[deed](byOf(request), campaign, request.body)
      // Found and done: the next one is looked for anew.
      goBack(response, campaign, viewOf(request.body).show, done)
    })

  router.get('/campaigns/:id/day/walk-in', async (request, response) => {
    const form = { key: routes.newId(), name: '', language: '', phone: '', mayWrite: '' }
    const campaign = await routes.campaign(byOf(request), request.params.id)
    showWalkIn(request, response, campaign, form)
  })

  router.post('/campaigns/:id/day/walk-in', async (request, response) => {
    const form = formOf(WALK_IN, request.body)
    const campaign = await routes.campaign(byOf(request), request.params.id)
    const walked = await routes.walkIn(byOf(request), campaign._id, form)
    if (walked.ok) goBack(response, campaign._id, 'expected', { what: 'here', contact: walked.contact })
    else showWalkIn(request, response, campaign, form, walked.problems)
  })

  function showWalkIn(
    request: Request<{ id: string }>,
    response: Response,
    campaign: Campaign,
    form: WalkIn,
    problems: Extract<WalkedIn, { ok: false }>['problems'] = [],
  ): void {
    const words = wordsOf(request as unknown as Request)
    const props = {
      campaign,
      words,
      form,
      wrong: wrongWords(problems, 'day', words),
      languages: routes.languages,
    }
    response.status(problems.length > 0 ? 422 : 200).send(page(<WalkInPage {...props} />))
  }

  return router
}

function goBack(response: Response, campaign: string, show: Show, { what, contact, count }: Done): void {
  const path = viewPath(dayPath(campaign), show)
  const done = new URLSearchParams({
    done: what,
    ...(contact === undefined ? {} : { who: contact }),
    ...(count === undefined ? {} : { count: String(count) }),
  })
  response.redirect(303, `${path}${path.includes('?') ? '&' : '?'}${done}`)
}
