import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { limitsOf } from '../../../domain/settings/limits'
import { type LimitsForm, readLimits } from '../../../domain/settings/readLimits'
import { wrongWords } from '../../components/Field'
import { rev } from '../../forms'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { LimitsPage } from './LimitsPage'
import type { SettingsRoutes } from './routes'
import { attempt, doneOf, incomplete, type Shown, statusOf } from './shown'

const percent = z.string().max(20).default('')
const LIMITS = z.object({ rev, outside: percent, oneSex: percent })

/** From which shares on a report says that something is not as agreed. */
export function limitsRoutes(routes: SettingsRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  async function show(request: Request, response: Response, shown: Shown<LimitsForm> = {}): Promise<void> {
    const by = byOf(request)
    const organisation = await routes.organisation(by)
    const { outside, oneSex } = limitsOf(organisation)
    const props = {
      words: wordsOf(request),
      form: shown.form ?? { outside: String(outside), oneSex: String(oneSex) },
      rev: shown.rev ?? organisation.rev ?? 0,
      problems: shown.problems ?? {},
      wrong: shown.wrong,
      done: doneOf(request),
      last: await routes.lastChange(by, 'reports'),
    }
    response.status(statusOf(shown)).send(page(<LimitsPage {...props} />))
  }
  router.get('/settings/reports', (request, response) => show(request, response))
  router.post('/settings/reports', async (request, response) => {
    const body = LIMITS.safeParse(request.body)
    if (!body.success) throw incomplete()
    const words = wordsOf(request)
    const { rev, ...form } = body.data
    const read = readLimits(form)
    if (!read.ok) {
      const problems = wrongWords(read.problems, 'settings', words)
      return show(request, response, { form, rev, problems })
    }
    const wrong = await attempt(words, () =>
      routes.change(byOf(request), rev, 'reports', { limits: read.value }),
    )
    if (wrong) return show(request, response, { form, wrong })
    response.redirect(303, '/settings/reports?done=saved')
  })
  return router
}
