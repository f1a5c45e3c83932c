import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Staff } from '../../../domain/staff'
import type { SavedReply, SavedReplyForm } from '../../../domain/text/savedReply'
import { AppError } from '../../../errors'
import type { Content } from '../../../ports/content'
import type { NewId } from '../../../ports/ids'
import type { ReplySaved } from '../../../use-cases/saveSavedReply'
import { type Wrong, wrongWords } from '../../components/Field'
import { formKey, rev, text } from '../../forms'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { SavedRepliesPage } from './SavedRepliesPage'
import { SavedReplyPage } from './SavedReplyPage'

export interface SavedReplyRoutes {
  content: Content
  newId: NewId
  replies(by: Staff): Promise<SavedReply[]>
  /** @throws NOT_FOUND */
  reply(by: Staff, id: string): Promise<SavedReply>
  saveReply(by: Staff, asked: { id: string; rev: number; form: SavedReplyForm }): Promise<ReplySaved>
  removeReply(by: Staff, asked: { id: string; rev: number }): Promise<SavedReply | null>
}

const FORM = z.object({ id: formKey, rev, name: text })
const REMOVE = z.object({ rev: z.coerce.number().int() })
const HOME = '/texts/saved-replies'

/** What staff say often: a list, and a page for each. */
export function savedReplyRoutes(routes: SavedReplyRoutes, wordsOf: (request: Request) => Words): Router {
  const { content } = routes
  const { languages } = content.texts
  const router = Router()

  router.get(HOME, async (request, response) => {
    const { done } = request.query
    const props = {
      words: wordsOf(request),
      replies: await routes.replies(byOf(request)),
      done: done === 'saved' ? ('saved' as const) : undefined,
    }
    response.send(page(<SavedRepliesPage {...props} />))
  })

  router.get(`${HOME}/new`, (request, response) => {
    show(request, response, { id: routes.newId(), rev: 0, form: { name: '', texts: {} } })
  })

  router.get(`${HOME}/:id`, async (request, response) => {
    const reply = await routes.reply(byOf(request), request.params.id)
    show(request, response, { id: reply._id, rev: reply.rev, form: reply })
  })

  router.post(HOME, async (request, response) => {
    const read = FORM.safeParse(request.body ?? {})
    if (!read.success) throw new AppError('NOT_READABLE', 'The form is not complete')
    const body = request.body as Record<string, unknown>
    const texts = Object.fromEntries(
      languages.map(tag => [tag, String(body[`text-${tag}`] ?? '').slice(0, 20_000)]),
    )
    const asked = { id: read.data.id, rev: read.data.rev, form: { name: read.data.name, texts } }
    const saved = await routes.saveReply(byOf(request), asked)
    if (saved.ok) return response.redirect(303, `${HOME}?done=saved`)
    const words = wordsOf(request)
    if ('newer' in saved) {
      const { newer } = saved
      // What was typed stays; saving once more is a choice that was made knowingly.
      return show(request, response, { ...asked, rev: newer?.rev ?? 0, newer }, 409)
    }
    return show(request, response, { ...asked, wrong: wrongWords(saved.problems, 'texts', words) }, 422)
  })

  router.post(`${HOME}/:id/remove`, async (request, response) => {
    const read = REMOVE.safeParse(request.body ?? {})
    if (!read.success) throw new AppError('NOT_READABLE', 'The form is not complete')
    const by = byOf(request)
    const removed = await routes.removeReply(by, { id: request.params.id, rev: read.data.rev })
    if (!removed) return response.redirect(303, HOME)
    const props = { words: wordsOf(request), replies: await routes.replies(by), removed }
    response.send(page(<SavedRepliesPage {...props} />))
  })

  function show(
    request: Request,
    response: Response,
    given: { id: string; rev: number; form: SavedReplyForm; wrong?: Wrong; newer?: SavedReply | null },
    status = 200,
  ): void {
    const props = {
      words: wordsOf(request),
      languages,
      direction: content.texts.direction,
      wrong: {},
      newer: undefined,
      ...given,
    }
    response.status(status).send(page(<SavedReplyPage {...props} />))
  }

  return router
}
