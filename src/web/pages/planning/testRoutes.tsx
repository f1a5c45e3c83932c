import { type Request, type Response, Router } from 'express'
import type { Campaign } from '../../../domain/campaign'
import type { FieldProblem } from '../../../domain/fieldProblem'
import { CHANNELS } from '../../../domain/message'
import type { Staff } from '../../../domain/staff'
import { AppError } from '../../../errors'
import type { FormReading } from '../../../use-cases/readForm'
import type { PlanReading } from '../../../use-cases/readPlan'
import type { TestAsked, Tested } from '../../../use-cases/sendTest'
import { wrongWords } from '../../components/Field'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { TestPage } from './TestPage'

/** A message of a campaign to one's own phone; wired in `src/desk/rehearsal.ts`. */
export interface TestRoutes {
  campaign(by: Staff, id: string): Promise<Campaign>
  plan(by: Staff, campaign: Campaign): Promise<PlanReading>
  form(by: Staff, asked: { campaign?: Campaign | undefined }): Promise<FormReading>
  /** @throws TOO_MANY_REQUESTS */
  sendTest(by: Staff, campaign: Campaign, asked: TestAsked): Promise<Tested>
}

export function testRoutes(routes: TestRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  router.get('/campaigns/:id/test', async (request, response) => {
    await show(request, response, {})
  })

  /** What was typed stays on this page and goes nowhere else: the number is in no address and no log. */
  router.post('/campaigns/:id/test', async (request, response) => {
    const by = byOf(request)
    const campaign = await routes.campaign(by, request.params.id)
    const { step = '', language = '', channel, phone = '' } = request.body
    const asked = {
      step: String(step).slice(0, 100),
      language: String(language).slice(0, 20),
      channel: CHANNELS.find(one => one === channel) ?? 'sms',
      phone: String(phone).slice(0, 40),
    }
    try {
      const sent = await routes.sendTest(by, campaign, asked)
      await show(request, response, {
        asked,
        ...(sent.ok ? { sent: sent.end } : { problems: sent.problems }),
      })
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'TOO_MANY_REQUESTS')) throw error
      await show(request, response, { asked, problems: [{ field: 'phone', problem: 'too_many_tests' }] })
    }
  })

  async function show(
    request: Request,
    response: Response,
    { asked, problems = [], sent }: { asked?: TestAsked; problems?: FieldProblem[]; sent?: string },
  ): Promise<void> {
    const by = byOf(request)
    const words = wordsOf(request)
    const campaign = await routes.campaign(by, String(request.params.id))
    const { lines } = await routes.plan(by, campaign)
    const { own, others } = await routes.form(by, { campaign })
    const props = {
      campaign,
      words,
      steps: lines.filter(({ does }) => does !== 'task').map(({ step }) => step),
      languages: [own, ...others.map(({ tag }) => tag)],
      asked,
      wrong: wrongWords(problems, 'campaigns', words),
      sent,
    }
    response.status(problems.length > 0 ? 422 : 200).send(page(<TestPage {...props} />))
  }

  return router
}
