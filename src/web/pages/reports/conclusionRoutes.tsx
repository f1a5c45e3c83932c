import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { CONCLUSION_STATES, type Conclusion, type ConclusionDraft } from '../../../domain/report/conclusion'
import type { Staff } from '../../../domain/staff'
import { AppError } from '../../../errors'
import type { Written } from '../../../use-cases/concludeReport'
import { wrongWords } from '../../components/Field'
import { text } from '../../forms'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { ConclusionPage } from './ConclusionPage'
import { reportPath } from './reading'

export interface ConclusionRoutes {
  conclusions(by: Staff, campaign: string): Promise<Conclusion[]>
  conclude(by: Staff, written: { campaign: string; key: string; draft: ConclusionDraft }): Promise<Written>
  conclusion(by: Staff, id: string): Promise<Conclusion>
  changeConclusion(
    by: Staff,
    written: { id: string; rev: number; draft: ConclusionDraft },
  ): Promise<Written | 'changed'>
  closeConclusion(by: Staff, asked: { id: string; state: Conclusion['state'] }): Promise<void>
}

/** A form that did not fit, with everything that was typed. */
export interface SentConclusion {
  key: string
  draft: ConclusionDraft
  problems: NonNullable<Written>
}

const DRAFT = z.object({ learned: text, action: text, owner: text, before: text })
export const EMPTY_DRAFT: ConclusionDraft = { learned: '', action: '', owner: '', before: '' }
const KEY = z.string().regex(/^[\w-]{10,60}$/)

/**
 * What a team changes next time.
 * @param again shows the whole report with the form as it was sent
 */
export function conclusionRoutes(
  routes: ConclusionRoutes,
  wordsOf: (request: Request) => Words,
  again: (request: Request, response: Response, sent: SentConclusion) => Promise<void>,
): Router {
  const router = Router()
  const ONE = '/reports/events/:id/conclusions/:conclusion'
  const back = (response: Response, campaign: string, query: string) =>
    response.redirect(303, `${reportPath(campaign)}?${query}#conclusions`)

  router.post('/reports/events/:id/conclusions', async (request, response) => {
    const key = KEY.safeParse(request.body?.key)
    const draft = DRAFT.safeParse(request.body ?? {})
    if (!key.success || !draft.success)
      throw new AppError('NOT_READABLE', 'The form of a conclusion is not complete')
    const campaign = String(request.params.id)
    const written = { campaign, key: key.data, draft: draft.data }
    const problems = await routes.conclude(byOf(request), written)
    if (problems) return void (await again(request, response, { ...written, problems }))
    back(response, campaign, 'done=kept')
  })

  router.get(ONE, async (request, response) => {
    const conclusion = await routes.conclusion(byOf(request), request.params.conclusion)
    const props = { conclusion, draft: conclusion, wrong: {}, isLate: false }
    response.send(page(<ConclusionPage {...props} words={wordsOf(request)} />))
  })

  router.post(ONE, async (request, response) => {
    const by = byOf(request)
    const words = wordsOf(request)
    const id = request.params.conclusion
    const draft = DRAFT.safeParse(request.body ?? {})
    const rev = z.coerce.number().int().safeParse(request.body?.rev)
    if (!draft.success || !rev.success)
      throw new AppError('NOT_READABLE', 'The form of a conclusion is not complete')
    const result = await routes.changeConclusion(by, { id, rev: rev.data, draft: draft.data })
    if (result === null) return back(response, request.params.id, 'done=kept')
    const isLate = result === 'changed'
    const props = {
      conclusion: await routes.conclusion(by, id),
      draft: draft.data,
      wrong: isLate ? {} : wrongWords(result, 'reports', words),
      isLate,
    }
    response.status(isLate ? 409 : 422).send(page(<ConclusionPage {...props} words={words} />))
  })

  router.post(`${ONE}/state`, async (request, response) => {
    const id = request.params.conclusion
    const state = z.enum(CONCLUSION_STATES).safeParse(request.body?.state)
    if (!state.success) throw new AppError('NOT_READABLE', 'A conclusion has no such state')
    await routes.closeConclusion(byOf(request), { id, state: state.data })
    const dropped = state.data === 'dropped' ? `done=dropped&of=${encodeURIComponent(id)}` : 'done=kept'
    back(response, request.params.id, dropped)
  })
  return router
}
