import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { HOOK_EVENTS, SCOPES } from '../../../domain/api'
import { wrongWords } from '../../components/Field'
import { formKey } from '../../forms'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { type ApiForm, ApiPage, type ApiPageProps } from './ApiPage'
import type { SettingsRoutes } from './routes'
import { incomplete, type Shown, statusOf } from './shown'

const LONGEST_NAME = 80
const EMPTY: ApiForm = { name: '', scope: 'read', url: '', events: [] }
const TOKEN = z.object({ key: formKey, name: z.string().max(1_000), scope: z.enum(SCOPES).default('read') })
const event = z.enum(HOOK_EVENTS)
const HOOK = z.object({
  id: z.string().min(1).max(100),
  url: z.string().max(2_000),
  events: z.union([event.transform(one => [one]), z.array(event)]).default([]),
})

/** What other programs may ask us, and what we tell them. */
export function accessRoutes(routes: SettingsRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  async function show(
    request: Request,
    response: Response,
    shown: Shown<Partial<ApiForm>> & {
      secret?: ApiPageProps['secret']
      hookId?: string
      tokenKey?: string
    } = {},
  ): Promise<void> {
    const by = byOf(request)
    const props = {
      words: wordsOf(request),
      tokens: await routes.tokens(by),
      hooks: await routes.hooks(by),
      form: { ...EMPTY, ...shown.form },
      hookId: shown.hookId ?? routes.newId(),
      tokenKey: shown.tokenKey ?? routes.newId(),
      problems: shown.problems ?? {},
      secret: shown.secret,
      done: request.query.done === 'ended' ? 'ended' : undefined,
    }
    response.status(statusOf(shown)).send(page(<ApiPage {...props} />))
  }

  router.get('/settings/api', (request, response) => show(request, response))
  router.post('/settings/api/tokens', async (request, response) => {
    const body = TOKEN.safeParse(request.body)
    if (!body.success) throw incomplete()
    const words = wordsOf(request)
    const { scope, key } = body.data
    const name = body.data.name.trim()
    const problem = name === '' ? 'token_name' : [...name].length > LONGEST_NAME ? 'too_long' : null
    if (problem) {
      const problems = wrongWords(
        [{ field: 'name', problem, values: { count: LONGEST_NAME } }],
        'settings',
        words,
      )
      return show(request, response, { form: { name, scope }, problems, tokenKey: key })
    }
    const value = await routes.makeToken(byOf(request), { name, scope, key })
    await show(request, response, { secret: { of: 'token', name, value } })
  })
  router.post('/settings/api/tokens/:id/end', async (request, response) => {
    await routes.endToken(byOf(request), request.params.id)
    response.redirect(303, '/settings/api?done=ended')
  })
  router.post('/settings/api/hooks', async (request, response) => {
    const body = HOOK.safeParse(request.body)
    if (!body.success) throw incomplete()
    const { id, url, events } = body.data
    const made = await routes.makeHook(byOf(request), { id, url: url.trim(), events })
    if (!made.ok) {
      const problems = wrongWords(made.problems, 'settings', wordsOf(request))
      return show(request, response, { form: { url, events }, problems, hookId: id })
    }
    await show(request, response, { secret: { of: 'hook', name: made.hook.url, value: made.secret } })
  })
  router.post('/settings/api/hooks/:id/end', async (request, response) => {
    await routes.endHook(byOf(request), request.params.id)
    response.redirect(303, '/settings/api?done=ended')
  })
  return router
}
