import { type Request, type Response, Router } from 'express'
import type { Campaign } from '../../../domain/campaign'
import type { EventForm } from '../../../domain/campaigns/eventForm'
import type { FieldProblem } from '../../../domain/fieldProblem'
import type { Conclusion } from '../../../domain/report/conclusion'
import type { Staff } from '../../../domain/staff'
import { AppError } from '../../../errors'
import type { CampaignLine } from '../../../use-cases/readCampaigns'
import type { FormReading } from '../../../use-cases/readForm'
import type { DraftAsked, Saved } from '../../../use-cases/saveDraft'
import { wrongWords } from '../../components/Field'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { CampaignsPage } from '../campaigns/CampaignsPage'
import { type EditRoutes, editRoutes } from '../change/editRoutes'
import { type StartRoutes, startRoutes } from '../change/startRoutes'
import { FormPage } from './FormPage'
import { peopleRoutes } from './peopleRoutes'
import { type PlanRoutes, planRoutes } from './planRoutes'
import { FORM_KEY, readForm } from './readForm'
import { ofMainAudience } from './SoFar'
import { type TestRoutes, testRoutes } from './testRoutes'

/** What planning may do; each is a use-case, wired in `src/desk/planning.ts`. */
export interface PlanningRoutes extends StartRoutes, PlanRoutes, EditRoutes, TestRoutes {
  lines(by: Staff): Promise<CampaignLine[]>
  campaign(by: Staff, id: string): Promise<Campaign>
  newKey(): string
  form(
    by: Staff,
    asked: { campaign?: Campaign | undefined; after?: Campaign | undefined; typed?: EventForm | undefined },
  ): Promise<FormReading>
  /** @throws CAMPAIGN_CHANGED when somebody else was faster */
  save(by: Staff, asked: DraftAsked): Promise<Saved>
  removeDraft(by: Staff, campaign: string, back: boolean): Promise<void>
  staffName(by: Staff, id: string | undefined): Promise<string>
  conclusions(by: Staff, series: string): Promise<Conclusion[]>
}

export const pathOfCampaign = (id: string): string => `/campaigns/${encodeURIComponent(id)}`

export function planningRoutes(routes: PlanningRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  router.get('/campaigns', async (request, response) => {
    const by = byOf(request)
    const { removed } = request.query
    const props = {
      lines: await routes.lines(by),
      words: wordsOf(request),
      removed: typeof removed === 'string' ? removed : undefined,
    }
    response.send(page(<CampaignsPage {...props} />))
  })

  router.get('/campaigns/new', async (request, response) => {
    const by = byOf(request)
    const { after: asked } = request.query
    const after = typeof asked === 'string' && asked !== '' ? await routes.campaign(by, asked) : undefined
    await show(request, response, { id: routes.newKey(), after })
  })

  router.post('/campaigns/new', async (request, response) => {
    const body = FORM_KEY.safeParse(request.body)
    if (!body.success) throw new AppError('ARGUMENT_INVALID', 'The form has no key')
    const { after } = body.data
    await save(request, response, body.data.key, {
      after: after ? await routes.campaign(byOf(request), after) : undefined,
    })
  })

  /** A draft has no overview yet: its form is its page. */
  router.get('/campaigns/:id', async (request, response, next) => {
    const { state, _id } = await routes.campaign(byOf(request), request.params.id)
    if (state === 'draft') response.redirect(303, `${pathOfCampaign(_id)}/edit`)
    else next()
  })

  router.get('/campaigns/:id/edit', async (request, response, next) => {
    const campaign = await routes.campaign(byOf(request), request.params.id)
    if (campaign.state !== 'draft') return next()
    await show(request, response, { id: campaign._id, campaign, done: request.query.done === 'saved' })
  })

  router.post('/campaigns/:id/edit', async (request, response, next) => {
    const campaign = await routes.campaign(byOf(request), request.params.id)
    if (campaign.state !== 'draft') return next()
    await save(request, response, campaign._id, { campaign })
  })

  router.post('/campaigns/:id/remove', async (request, response) => {
    const { id } = request.params
    const back = request.body.back === 'yes'
    await routes.removeDraft(byOf(request), id, back)
    response.redirect(303, back ? '/campaigns' : `/campaigns?removed=${encodeURIComponent(id)}`)
  })

  for (const routesOf of [peopleRoutes, planRoutes, startRoutes, editRoutes, testRoutes])
    router.use(routesOf(routes, wordsOf))

  async function save(
    request: Request,
    response: Response,
    id: string,
    about: { campaign?: Campaign | undefined; after?: Campaign | undefined },
  ): Promise<void> {
    const by = byOf(request)
    const typed = readForm(request.body)
    const { version, next, page } = FORM_KEY.parse({ ...request.body, key: routes.newKey() })
    try {
      const saved = await routes.save(by, { id, version, page, form: typed, after: about.after })
      if (!saved.ok)
        return await show(request, response, { id, ...about, typed, version, problems: saved.problems })
      const { _id } = saved.campaign
      const onTo = { plan: '/steps', people: '/people', save: '/edit?done=saved' }
      response.redirect(303, pathOfCampaign(_id) + onTo[next])
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'CAMPAIGN_CHANGED')) throw error
      const campaign = await routes.campaign(by, id)
      if (campaign.state !== 'draft') throw error
      await show(request, response, { id, campaign, typed, isLate: true })
    }
  }

  async function show(
    request: Request,
    response: Response,
    about: {
      id: string
      campaign?: Campaign | undefined
      after?: Campaign | undefined
      typed?: EventForm
      version?: number | undefined
      problems?: FieldProblem[]
      /** Somebody else saved it first. */
      isLate?: boolean
      done?: boolean
    },
  ): Promise<void> {
    const by = byOf(request)
    const words = wordsOf(request)
    const { id, campaign, after, typed, problems = [], isLate = false } = about
    const reading = await routes.form(by, { campaign, after, typed })
    const theirs = isLate ? (await routes.form(by, { campaign })).form : undefined
    const series = campaign?.series ?? after?.series
    const props = {
      ...reading,
      steps: ofMainAudience(reading.steps),
      words,
      id,
      pageKey: routes.newKey(),
      version: campaign?.version ?? about.version,
      after: after?._id,
      isSaved: campaign !== undefined,
      wrong: wrongWords(problems, 'campaigns', words),
      theirs,
      faster: isLate ? await routes.staffName(by, campaign?.savedBy) : undefined,
      conclusions: series ? await routes.conclusions(by, series) : [],
      begun: false,
      done: about.done ?? false,
    }
    const status = problems.length > 0 ? 422 : isLate ? 409 : 200
    response.status(status).send(page(<FormPage {...props} />))
  }

  return router
}
