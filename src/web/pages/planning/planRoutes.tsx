import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Campaign, StepChange } from '../../../domain/campaign'
import type { Staff } from '../../../domain/staff'
import { AppError } from '../../../errors'
import type { PersonRun } from '../../../use-cases/dryRun'
import type { PlanReading } from '../../../use-cases/readPlan'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { stepName } from '../campaign/whyThen'
import { dayErrorWords } from '../error/ErrorPage'
import { DryRunPage, howOf, PER_PAGE, PersonRunPage } from './DryRunPage'
import { StepsPage } from './StepsPage'

/** The plan, before and after it runs; each is a use-case, wired in `src/desk/rehearsal.ts`. */
export interface PlanRoutes {
  campaign(by: Staff, id: string): Promise<Campaign>
  plan(by: Staff, campaign: Campaign): Promise<PlanReading>
  /** @throws CAMPAIGN_CHANGED, ARGUMENT_INVALID */
  changeStep(by: Staff, campaign: Campaign, version: number, step: string, change: StepChange): Promise<void>
  /** In the order of names. */
  peopleIn(by: Staff, campaign: Campaign): Promise<string[]>
  dryRun(by: Staff, campaign: Campaign, contacts: readonly string[]): Promise<PersonRun[]>
  /** A list that a spreadsheet opens. */
  csv(rows: readonly (readonly (string | number)[])[]): Buffer
}

const whole = z.preprocess(
  value => (value === '' ? undefined : value),
  z.coerce.number().int().min(-400).max(400).optional(),
)
const STEP = z.object({
  version: z.coerce.number().int(),
  step: z.string().min(1).max(100),
  days: whole,
  hour: whole,
  off: z.literal('yes').optional(),
})

export function planRoutes(routes: PlanRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  router.get('/campaigns/:id/steps', async (request, response) => {
    await showSteps(request, response)
  })

  router.post('/campaigns/:id/steps', async (request, response) => {
    const by = byOf(request)
    const campaign = await routes.campaign(by, request.params.id)
    const body = STEP.safeParse(request.body)
    if (!body.success) throw new AppError('ARGUMENT_INVALID', 'The form is not complete')
    const { version, step, days, hour, off } = body.data
    const change: StepChange = {
      ...(days === undefined ? {} : { days }),
      ...(hour === undefined ? {} : { hour }),
      ...(off ? { off: true } : {}),
    }
    try {
      await routes.changeStep(by, campaign, version, step, change)
    } catch (error) {
      if (!(error instanceof AppError) || !['CAMPAIGN_CHANGED', 'ARGUMENT_INVALID'].includes(error.code))
        throw error
      return void (await showSteps(request, response, error))
    }
    const path = `/campaigns/${encodeURIComponent(campaign._id)}/steps`
    response.redirect(303, `${path}?done=saved#step-${encodeURIComponent(step)}`)
  })

  router.get('/campaigns/:id/dry-run', async (request, response) => {
    const by = byOf(request)
    const campaign = await routes.campaign(by, request.params.id)
    const people = await routes.peopleIn(by, campaign)
    const asked = Number(request.query.from ?? 0)
    const from = Number.isInteger(asked) && asked > 0 && asked < people.length ? asked : 0
    const runs = await routes.dryRun(by, campaign, people.slice(from, from + PER_PAGE))
    const props = { campaign, words: wordsOf(request), runs, from, total: people.length }
    response.send(page(<DryRunPage {...props} />))
  })

  router.get('/campaigns/:id/dry-run.csv', async (request, response) => {
    const by = byOf(request)
    const words = wordsOf(request)
    const campaign = await routes.campaign(by, request.params.id)
    const runs = await routes.dryRun(by, campaign, await routes.peopleIn(by, campaign))
    const name = words.say('campaigns:dry.file').replace(/[^\w-]/g, '')
    response.attachment(`${name}.csv`).send(routes.csv(rowsOf(runs, words)))
  })

  router.get('/campaigns/:id/dry-run/:contact', async (request, response) => {
    const by = byOf(request)
    const campaign = await routes.campaign(by, request.params.id)
    const [run] = await routes.dryRun(by, campaign, [request.params.contact])
    if (!run) throw new AppError('CONTACT_NOT_FOUND', 'Not in this campaign')
    response.send(page(<PersonRunPage campaign={campaign} words={wordsOf(request)} run={run} />))
  })

  async function showSteps(request: Request, response: Response, error?: AppError): Promise<void> {
    const by = byOf(request)
    const words = wordsOf(request)
    const campaign = await routes.campaign(by, String(request.params.id))
    const props = {
      reading: await routes.plan(by, campaign),
      words,
      done: request.query.done === 'saved',
      wrong: error ? dayErrorWords(error.code, words) : undefined,
    }
    response.status(error?.httpStatus ?? 200).send(page(<StepsPage {...props} />))
  }

  return router
}

/** One row for each message, with its words. */
function rowsOf(runs: readonly PersonRun[], words: Words): (string | number)[][] {
  const { say } = words
  const head = ['person', 'step', 'when', 'how', 'text', 'cost'].map(name => say(`campaigns:csv.${name}`))
  const rows = runs.flatMap(({ contact, steps }) =>
    steps.map(step => [
      contact.name,
      stepName(step.step, words),
      step.skipped ? '' : words.moment(step.dueAt),
      howOf(step, words),
      step.skipped ? '' : (step.rendered?.text ?? ''),
      step.cents / 100,
    ]),
  )
  return [head, ...rows]
}
