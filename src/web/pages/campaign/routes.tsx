import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Campaign } from '../../../domain/campaign'
import type { Staff } from '../../../domain/staff'
import { AppError } from '../../../errors'
import type { Clock } from '../../../ports/clock'
import type { Content } from '../../../ports/content'
import type { Attendance } from '../../../use-cases/markAttendance'
import type { CampaignReading } from '../../../use-cases/readCampaign'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { doTask, type TaskRoutes, type Told, toldOf } from '../tasks/deeds'
import { CampaignPage } from './CampaignPage'
import { viewOf } from './peopleView'
import { type FactsOf, sayings } from './sayings'

/** What the pages may do; each is a use-case, wired in app.ts. */
export interface CampaignRoutes extends TaskRoutes {
  campaigns(by: Staff): Promise<Campaign[]>
  read(by: Staff, campaign: string, which?: { speaks?: string | undefined }): Promise<CampaignReading>
  askConsent(by: Staff, contact: string): Promise<void>
  /** False: a colleague noted something else than was seen. */
  markAttendance(by: Staff, campaign: string, who: Attendance | 'all_who_said_yes'): Promise<boolean>
  content: Content
  facts: FactsOf
  clock: Clock
  zone: string
}

/** What the strip under the heading may say. */
const DONE = [
  'moved',
  'cancelled',
  'attendance',
  'attendance_late',
  'start',
  'pause',
  'resume',
  'edited',
  'repeated',
  'nothing_repeated',
] as const

const id = z.string().min(1).max(200)
const BODIES = {
  'ask-consent': z.object({ contact: id }),
  attendance: z.union([
    z.object({ all: z.literal('yes') }),
    z.object({ contact: id, attended: z.enum(['yes', 'no']), seen: z.enum(['', 'yes', 'no']) }),
  ]),
}

export function campaignRoutes(routes: CampaignRoutes, wordsOf: (request: Request) => Words): Router {
  const { content, clock } = routes
  const router = Router()

  async function show(request: Request<{ id: string }>, response: Response, lost?: Told): Promise<void> {
    const words = wordsOf(request)
    const { done } = request.query
    const view = viewOf(request.query)
    const by = byOf(request)
    const reading = await routes.read(by, request.params.id, view)
    const facts = routes.facts(reading.campaign.event, words.language)
    const props = {
      reading,
      words,
      now: clock.now(),
      view,
      done: DONE.find(one => one === done),
      told: lost ?? (await toldOf(routes, by, request.query)),
      ...sayings(content, words, facts),
    } as const
    response.status(lost ? 409 : 200).send(page(<CampaignPage {...props} />))
  }
  router.get('/campaigns/:id', (request, response) => show(request, response))

  /** Each does its deed, safe to do twice, and says where on the page it can be seen. */
  const deeds = {
    'ask-consent': async (by: Staff, _: string, { contact }: z.infer<(typeof BODIES)['ask-consent']>) => {
      await routes.askConsent(by, contact)
      return `#person-${encodeURIComponent(contact)}`
    },
    attendance: async (by: Staff, campaign: string, body: z.infer<typeof BODIES.attendance>) => {
      if ('all' in body) {
        await routes.markAttendance(by, campaign, 'all_who_said_yes')
        return '?done=attendance'
      }
      const { contact } = body
      const attended = body.attended === 'yes'
      const seen = body.seen === '' ? null : body.seen === 'yes'
      const noted = await routes.markAttendance(by, campaign, { contact, attended, seen })
      return noted ? `#person-${encodeURIComponent(contact)}` : '?done=attendance_late'
    },
  }
  for (const deed of Object.keys(deeds) as (keyof typeof deeds)[])
    router.post(`/campaigns/:id/${deed}`, async (request, response) => {
      const body = BODIES[deed].safeParse(request.body)
      if (!body.success) throw new AppError('ARGUMENT_INVALID', 'The form is not complete', { deed })
      const campaign = String(request.params.id)
      const where = await deeds[deed](byOf(request), campaign, body.data as never)
      response.redirect(303, `/campaigns/${encodeURIComponent(campaign)}${where}`)
    })

  router.post('/campaigns/:id/tasks', async (request, response) => {
    const { query, lost } = await doTask(routes, byOf(request), request.body)
    if (lost) await show(request, response, lost)
    else response.redirect(303, `/campaigns/${encodeURIComponent(request.params.id)}?${query}#strip`)
  })
  return router
}
