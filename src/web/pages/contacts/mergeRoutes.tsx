import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { AppError } from '../../../errors'
import { readForm } from '../../forms'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { MergePage, type MergePageProps } from './MergePage'
import type { ContactsRoutes } from './routes'
import { UnmergePage } from './UnmergePage'

const which = z.enum(['kept', 'gone']).default('kept')
const BODY = z.object({
  search: z.string().max(200).default(''),
  with: z.string().max(200).optional(),
  version: z.string().max(600).default(''),
  name: which,
  language: which,
  audience: which,
  number: which,
})

export function mergeRoutes(routes: ContactsRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  router.get('/contacts/:id/merge', async (request, response) => {
    const other = request.query.with
    await show(request, response, typeof other === 'string' ? { other } : {})
  })

  router.post('/contacts/:id/merge', async (request, response) => {
    const { search, with: other, version, ...chosen } = readForm(BODY, request)
    if (other === undefined) return void (await show(request, response, { search: search.trim() }))
    const words = wordsOf(request)
    try {
      const kept = await routes.merge(byOf(request), [request.params.id, other], version, chosen)
      response.redirect(303, `/contacts/${encodeURIComponent(kept)}?done=merged`)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const { code, facts } = error
      if (code === 'CONTACT_BUSY')
        await show(request, response, { other, wrong: words.say(`contacts:merge.problem.${facts.problem}`) })
      else if (code === 'CONTACT_CHANGED')
        await show(request, response, { other, wrong: words.say('contacts:merge.changed') })
      else throw error
    }
  })

  router.get('/contacts/:id/unmerge', (request, response) => showUndo(request, response))

  router.post('/contacts/:id/unmerge', async (request, response) => {
    const { id } = request.params
    const words = wordsOf(request)
    try {
      const undone = await routes.undoMerge(byOf(request), id)
      response.redirect(303, `/contacts/${encodeURIComponent(id)}${undone ? '?done=unmerged' : ''}`)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const { code, facts } = error
      if (code === 'CONTACT_BUSY')
        await showUndo(request, response, words.say(`contacts:merge.problem.${facts.problem}`))
      else if (code === 'CONTACT_CHANGED')
        await showUndo(request, response, words.say('contacts:unmerge.changed'))
      else throw error
    }
  })

  async function showUndo(
    request: Request<{ id: string }>,
    response: Response,
    wrong?: string,
  ): Promise<void> {
    const by = byOf(request)
    const contact = await routes.contact(by, request.params.id)
    const preview = await routes.merged(by, contact._id)
    if (!preview) return response.redirect(303, `/contacts/${encodeURIComponent(contact._id)}`)
    const props = { words: wordsOf(request), contact, preview, wrong }
    response.status(wrong ? 409 : 200).send(page(<UnmergePage {...props} />))
  }

  async function show(
    request: Request<{ id: string }>,
    response: Response,
    { other, search = '', wrong }: { other?: string; search?: string; wrong?: string },
  ): Promise<void> {
    const by = byOf(request)
    const { id } = request.params
    const contact = await routes.contact(by, id)
    const props: MergePageProps = {
      words: wordsOf(request),
      contact,
      search,
      wrong,
      candidates: other === undefined ? await routes.alike(by, id, search) : [],
      ...(other !== undefined && { preview: await routes.previewMerge(by, [id, other]) }),
    }
    response.status(wrong ? 409 : 200).send(page(<MergePage {...props} />))
  }

  return router
}
