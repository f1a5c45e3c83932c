import { createHash } from 'node:crypto'
import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Campaign } from '../../../domain/campaign'
import type { EventForm } from '../../../domain/campaigns/eventForm'
import type { FieldProblem } from '../../../domain/fieldProblem'
import type { Staff } from '../../../domain/staff'
import { AppError, type ErrorCode } from '../../../errors'
import type { ChangePreview } from '../../../use-cases/previewChange'
import type { FormReading } from '../../../use-cases/readForm'
import { wrongWords } from '../../components/Field'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { readForm } from '../planning/readForm'
import { pathOf } from './ChangePage'
import { EditPage } from './EditPage'

/** The facts of an event that has begun; each is a use-case, wired in `src/desk/changes.ts`. */
export interface EditRoutes {
  campaign(by: Staff, id: string): Promise<Campaign>
  form(
    by: Staff,
    asked: { campaign?: Campaign | undefined; typed?: EventForm | undefined },
  ): Promise<FormReading>
  /** What is typed wrong, else what it would do. */
  previewEdit(
    by: Staff,
    campaign: Campaign,
    form: EventForm,
  ): Promise<{ problems: FieldProblem[]; preview?: ChangePreview }>
  /** @throws CAMPAIGN_CHANGED */
  edit(by: Staff, campaign: Campaign, version: number, form: EventForm): Promise<void>
}

const BODY = z.object({
  version: z.coerce.number().int(),
  next: z.enum(['show', 'save']).default('show'),
  shown: z.string().max(100).default(''),
})

export function editRoutes(routes: EditRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  router.get('/campaigns/:id/edit', async (request, response) => {
    await show(request, response, await routes.campaign(byOf(request), request.params.id), {})
  })

  router.post('/campaigns/:id/edit', async (request, response) => {
    const by = byOf(request)
    const campaign = await routes.campaign(by, request.params.id)
    const body = BODY.safeParse(request.body)
    if (!body.success) throw new AppError('ARGUMENT_INVALID', 'The form is not complete')
    const { version, next, shown } = body.data
    const typed = readForm(request.body)
    const seen = await routes.previewEdit(by, campaign, typed)
    // Sent twice, nothing is left to change.
    if (version !== campaign.version && seen.preview?.changes !== false)
      return void (await show(request, response, campaign, {
        typed,
        problems: seen.problems,
        failed: 'CAMPAIGN_CHANGED',
      }))
    const isMeant = next === 'save' && shown === digestOf(typed) && seen.problems.length === 0
    if (!isMeant) return void (await show(request, response, campaign, { typed, ...seen }))
    try {
      if (seen.preview?.changes) await routes.edit(by, campaign, version, typed)
    } catch (error) {
      if (!(error instanceof AppError) || !BESIDE.includes(error.code)) throw error
      const now = await routes.campaign(by, campaign._id)
      return void (await show(request, response, now, { typed, failed: error.code }))
    }
    response.redirect(303, `${pathOf(campaign)}?done=edited`)
  })

  async function show(
    request: Request,
    response: Response,
    campaign: Campaign,
    about: {
      typed?: EventForm
      problems?: FieldProblem[]
      preview?: ChangePreview
      failed?: ErrorCode
    },
  ): Promise<void> {
    const words = wordsOf(request)
    const { typed, problems = [], preview, failed } = about
    const by = byOf(request)
    const reading = await routes.form(by, { campaign, typed })
    const props = {
      ...reading,
      campaign,
      words,
      failed,
      theirs: failed === 'CAMPAIGN_CHANGED' ? (await routes.form(by, { campaign })).form : undefined,
      preview,
      shown: typed && digestOf(typed),
      wrong: wrongWords(problems, 'campaigns', words),
      begun: true,
    }
    const status = failed
      ? new AppError(failed, 'shown in the form').httpStatus
      : problems.length > 0
        ? 422
        : 200
    response.status(status).send(page(<EditPage {...props} />))
  }

  return router
}

const BESIDE: readonly ErrorCode[] = ['CAMPAIGN_CHANGED', 'EVENT_IN_PAST', 'ARGUMENT_INVALID']

/** Says whether what is saved is what was shown. */
const digestOf = (form: EventForm): string =>
  createHash('sha256').update(JSON.stringify(form)).digest('base64url')
