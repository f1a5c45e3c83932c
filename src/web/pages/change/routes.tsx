import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Campaign, Event } from '../../../domain/campaign'
import type { Staff } from '../../../domain/staff'
import { AppError, type ErrorCode } from '../../../errors'
import type { ChangePreview, PreviewedChange } from '../../../use-cases/previewChange'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { CancelPage } from './CancelPage'
import { pathOf } from './ChangePage'
import { endOf, type MoveForm, MovePage } from './MovePage'

/** What can change a whole campaign; each is a use-case, wired in app.ts. */
export interface ChangeRoutes {
  campaign(by: Staff, id: string): Promise<Campaign>
  /** @throws EVENT_IN_PAST or ARGUMENT_INVALID */
  preview(by: Staff, campaign: string, change: PreviewedChange): Promise<ChangePreview>
  /** @throws CAMPAIGN_CHANGED when somebody else changed it since `version` */
  move(by: Staff, campaign: string, version: number, start: string, end: string): Promise<void>
  cancel(by: Staff, campaign: string, version: number): Promise<void>
}

const local = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
const MOVE = z.object({ version: z.coerce.number().int(), start: local, end: local })
const CANCEL = z.object({ version: z.coerce.number().int() })
const FORM = z.object({
  date: z.iso.date(),
  from: z.string().regex(/^\d{2}:\d{2}$/),
  to: z.string().regex(/^\d{2}:\d{2}$/),
})

/** Errors that belong beside the form; others get a page of their own. */
const BESIDE_FORM: readonly ErrorCode[] = ['EVENT_IN_PAST', 'ARGUMENT_INVALID', 'CAMPAIGN_CHANGED']

export function changeRoutes(routes: ChangeRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  router.get('/campaigns/:id/move', async (request, response) => {
    const campaign = await routes.campaign(byOf(request), request.params.id)
    if (request.query.date === undefined) return void (await showMove(request, response, campaign))
    const form = FORM.safeParse(request.query)
    if (!form.success)
      return void (await showMove(request, response, campaign, undefined, 'ARGUMENT_INVALID'))
    await showMove(request, response, campaign, form.data)
  })

  router.post('/campaigns/:id/move', async (request, response) => {
    const { id } = request.params
    const body = MOVE.safeParse(request.body)
    if (!body.success) return void (await againMove(request, response, id, 'ARGUMENT_INVALID'))
    const { version, start, end } = body.data
    try {
      await routes.move(byOf(request), id, version, start, end)
    } catch (error) {
      const code = besideForm(error)
      const now = await routes.campaign(byOf(request), id)
      // Sent twice, it is done all the same.
      const isDone = code === 'CAMPAIGN_CHANGED' && sameHours(now.event, { start, end })
      if (!isDone) return void (await againMove(request, response, id, code, formOf({ start, end })))
    }
    response.redirect(303, `/campaigns/${encodeURIComponent(id)}?done=moved`)
  })

  router.get('/campaigns/:id/cancel', async (request, response) => {
    await showCancel(request, response, request.params.id)
  })

  router.post('/campaigns/:id/cancel', async (request, response) => {
    const { id } = request.params
    const body = CANCEL.safeParse(request.body)
    if (!body.success) return void (await showCancel(request, response, id, 'ARGUMENT_INVALID'))
    try {
      await routes.cancel(byOf(request), id, body.data.version)
    } catch (error) {
      const code = besideForm(error)
      const { state } = await routes.campaign(byOf(request), id)
      if (state !== 'cancelled') return void (await showCancel(request, response, id, code))
    }
    response.redirect(303, `/campaigns/${encodeURIComponent(id)}?done=cancelled`)
  })

  async function showMove(
    request: Request,
    response: Response,
    campaign: Campaign,
    asked?: MoveForm,
    wrong?: ErrorCode,
  ): Promise<void> {
    const form = asked ?? formOf(campaign.event)
    let preview: ChangePreview | undefined
    let problem = wrong
    if (asked && !wrong)
      try {
        const event = { start: `${form.date}T${form.from}`, end: endOf(form, campaign.event) }
        preview = await routes.preview(byOf(request), campaign._id, { what: 'moved', event })
      } catch (error) {
        problem = besideForm(error)
      }
    const props = { campaign, words: wordsOf(request), form, preview, wrong: problem }
    response.status(statusOf(problem)).send(page(<MovePage {...props} />))
  }

  /** What was filled in stays; the campaign is shown as it is now. */
  async function againMove(
    request: Request,
    response: Response,
    id: string,
    wrong: ErrorCode,
    form?: MoveForm,
  ): Promise<void> {
    await showMove(request, response, await routes.campaign(byOf(request), id), form, wrong)
  }

  async function showCancel(
    request: Request,
    response: Response,
    id: string,
    wrong?: ErrorCode,
  ): Promise<void> {
    const campaign = await routes.campaign(byOf(request), id)
    if (campaign.state === 'cancelled') return response.redirect(303, pathOf(campaign))
    const preview = await routes.preview(byOf(request), id, { what: 'cancelled' })
    const props = { campaign, words: wordsOf(request), preview, wrong }
    response.status(statusOf(wrong)).send(page(<CancelPage {...props} />))
  }

  return router
}

const statusOf = (code: ErrorCode | undefined): number =>
  code ? new AppError(code, 'shown beside its form').httpStatus : 200

function besideForm(error: unknown): ErrorCode {
  if (error instanceof AppError && BESIDE_FORM.includes(error.code)) return error.code
  throw error
}

const formOf = ({ start, end }: Pick<Event, 'start' | 'end'>): MoveForm => ({
  date: start.slice(0, 10),
  from: start.slice(11, 16),
  to: end.slice(11, 16),
})

const sameHours = (a: Pick<Event, 'start' | 'end'>, b: Pick<Event, 'start' | 'end'>): boolean =>
  a.start.slice(0, 16) === b.start && a.end.slice(0, 16) === b.end
