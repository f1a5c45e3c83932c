import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Campaign } from '../../../domain/campaign'
import type { Staff } from '../../../domain/staff'
import { AppError, type ErrorCode } from '../../../errors'
import type { PersonRun } from '../../../use-cases/dryRun'
import type { ChangePreview, PreviewedChange } from '../../../use-cases/previewChange'
import type { PlanReading } from '../../../use-cases/readPlan'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { type PeopleRoutes, whoIsChosen } from '../planning/peopleRoutes'
import { pathOf } from './ChangePage'
import { JoinPage } from './JoinPage'
import { PausePage } from './PausePage'
import { StartPage } from './StartPage'

/** Starting, pausing, going on, and who comes in late; each is a use-case, wired in `src/desk/changes.ts`. */
export interface StartRoutes extends PeopleRoutes {
  plan(by: Staff, campaign: Campaign): Promise<PlanReading>
  previewChange(by: Staff, campaign: Campaign, change: PreviewedChange): Promise<ChangePreview>
  /** @param askConsent also asks those for consent who were never asked */
  start(by: Staff, campaign: Campaign, version: number, askConsent: boolean): Promise<void>
  pause(by: Staff, campaign: Campaign, version: number): Promise<void>
  resume(by: Staff, campaign: Campaign, version: number): Promise<void>
  joining(by: Staff, campaign: Campaign, contacts: readonly string[]): Promise<PersonRun[]>
}

const BODY = z.object({ version: z.coerce.number().int(), ask: z.literal('yes').optional() })
/** Which state a change begins from, and the one it ends in. */
const STATES = {
  start: ['draft', 'running'],
  pause: ['running', 'paused'],
  resume: ['paused', 'running'],
} as const
type Change = keyof typeof STATES
const BESIDE: readonly ErrorCode[] = [
  'EVENT_IN_PAST',
  'ARGUMENT_INVALID',
  'CAMPAIGN_CHANGED',
  'EVENT_INCOMPLETE',
]

export function startRoutes(routes: StartRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  for (const what of Object.keys(STATES) as Change[]) {
    const [from, to] = STATES[what]

    router.get(`/campaigns/:id/${what}`, async (request, response) => {
      const campaign = await routes.campaign(byOf(request), String(request.params.id))
      if (campaign.state !== from) return response.redirect(303, pathOf(campaign))
      await show(request, response, what, campaign)
    })

    router.post(`/campaigns/:id/${what}`, async (request, response) => {
      const by = byOf(request)
      const campaign = await routes.campaign(by, String(request.params.id))
      const body = BODY.safeParse(request.body)
      if (!body.success) throw new AppError('ARGUMENT_INVALID', 'The form is not complete')
      const { version, ask } = body.data
      try {
        if (what === 'start') await routes.start(by, campaign, version, ask === 'yes')
        else await routes[what](by, campaign, version)
      } catch (error) {
        if (!(error instanceof AppError) || !BESIDE.includes(error.code)) throw error
        const now = await routes.campaign(by, campaign._id)
        // Sent twice, it is done all the same.
        if (error.code !== 'CAMPAIGN_CHANGED' || now.state !== to)
          return void (await show(request, response, what, now, error))
      }
      response.redirect(303, `${pathOf(campaign)}?done=${what}`)
    })
  }

  router.get('/campaigns/:id/people/add', async (request, response) => {
    const campaign = await routes.campaign(byOf(request), request.params.id)
    response.redirect(303, `${pathOf(campaign)}/people`)
  })

  /** First what those who are chosen would get, then the button that says so. */
  router.post('/campaigns/:id/people/add', async (request, response) => {
    const by = byOf(request)
    const words = wordsOf(request)
    const campaign = await routes.campaign(by, request.params.id)
    const chosen = await whoIsChosen(routes, request, campaign)
    if (chosen.length === 0 || campaign.state === 'draft')
      return response.redirect(303, `${pathOf(campaign)}/people`)
    if (request.body.do === 'join') {
      const { count, at } = await routes.enrol(by, campaign, chosen)
      return response.redirect(303, `${pathOf(campaign)}/people?added=${count}&at=${at}`)
    }
    const runs = await routes.joining(by, campaign, chosen)
    response.send(page(<JoinPage campaign={campaign} words={words} runs={runs} />))
  })

  async function show(
    request: Request,
    response: Response,
    what: Change,
    campaign: Campaign,
    error?: AppError,
  ): Promise<void> {
    const by = byOf(request)
    const words = wordsOf(request)
    let wrong = error?.code
    let preview: ChangePreview | undefined
    try {
      if (campaign.event.start !== '' && campaign.state === STATES[what][0])
        preview = await routes.previewChange(by, campaign, { what })
    } catch (problem) {
      if (!(problem instanceof AppError) || !BESIDE.includes(problem.code)) throw problem
      wrong ??= problem.code
    }
    const props = { campaign, words, wrong, preview }
    const status = wrong ? new AppError(wrong, 'shown beside its form').httpStatus : 200
    const html =
      what === 'start' ? (
        <StartPage {...props} plan={await routes.plan(by, campaign)} />
      ) : (
        <PausePage {...props} what={what} />
      )
    response.status(status).send(page(html))
  }

  return router
}
