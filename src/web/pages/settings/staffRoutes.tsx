import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { FieldProblem } from '../../../domain/fieldProblem'
import { emailOf, LONGEST_NAME, ROLES } from '../../../domain/staff'
import { AppError } from '../../../errors'
import { wrongWords } from '../../components/Field'
import { rev, text } from '../../forms'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import type { NewLink, SettingsRoutes } from './routes'
import { type StaffForm, StaffPage } from './StaffPage'
import { attempt, doneOf, incomplete, type Shown, statusOf } from './shown'

const ROLE = z.object({ rev, role: z.enum(ROLES) })
const SERIES = z.object({
  rev,
  reads: z.enum(['all', 'some']),
  series: z.union([z.string().transform(one => [one]), z.array(z.string()).max(500)]).default([]),
})
const STAFF = z.object({ name: text, email: text, role: z.enum(ROLES) })

/** Who may sign in, and as what. */
export function staffRoutes(routes: SettingsRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  async function showStaff(
    request: Request,
    response: Response,
    shown: Shown<StaffForm> & { link?: NewLink } = {},
  ): Promise<void> {
    const by = byOf(request)
    const { link } = shown
    const props = {
      words: wordsOf(request),
      staff: await routes.staff(by),
      series: await routes.series(by),
      form: shown.form ?? { name: '', email: '', role: 'coordinator' },
      problems: shown.problems ?? {},
      wrong: shown.wrong,
      done: doneOf(request),
      self: by._id,
      link: link && {
        name: link.name,
        address: `${request.protocol}://${request.get('host')}/invitation/${link.secret}`,
      },
    }
    response.status(statusOf(shown)).send(page(<StaffPage {...props} />))
  }
  router.get('/settings/staff', (request, response) => showStaff(request, response))
  router.post('/settings/staff', async (request, response) => {
    const body = STAFF.safeParse(request.body)
    if (!body.success) throw incomplete()
    const words = wordsOf(request)
    const form = { ...body.data, name: body.data.name.trim() }
    const wrongly = (field: string, problem: string, values: FieldProblem['values'] = {}) =>
      showStaff(request, response, {
        form,
        problems: wrongWords([{ field, problem, values }], 'settings', words),
      })
    if (form.name === '') return wrongly('name', 'staff_name')
    if ([...form.name].length > LONGEST_NAME) return wrongly('name', 'too_long', { count: LONGEST_NAME })
    if (emailOf(form.email) === null) return wrongly('email', 'email')
    try {
      const link = await routes.invite(byOf(request), form)
      await showStaff(request, response, { link })
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'STAFF_EXISTS') throw error
      await wrongly('email', 'email_taken')
    }
  })
  router.post('/settings/staff/:id/link', async (request, response) => {
    await showStaff(request, response, { link: await routes.newLink(byOf(request), request.params.id) })
  })
  router.post('/settings/staff/:id/role', async (request, response) => {
    const asked = ROLE.safeParse(request.body)
    if (!asked.success) throw incomplete()
    const seen = { id: request.params.id, rev: asked.data.rev }
    const wrong = await attempt(wordsOf(request), () =>
      routes.changeRole(byOf(request), seen, asked.data.role),
    )
    if (wrong) return showStaff(request, response, { wrong })
    response.redirect(303, '/settings/staff?done=saved')
  })
  router.post('/settings/staff/:id/series', async (request, response) => {
    const asked = SERIES.safeParse(request.body)
    if (!asked.success) throw incomplete()
    const { reads, series } = asked.data
    const seen = { id: request.params.id, rev: asked.data.rev }
    const chosen = reads === 'all' ? null : series
    const wrong = await attempt(wordsOf(request), () => routes.chooseSeries(byOf(request), seen, chosen))
    if (wrong) return showStaff(request, response, { wrong })
    response.redirect(303, '/settings/staff?done=saved')
  })
  router.post('/settings/staff/:id/stop', async (request, response) => {
    const wrong = await attempt(wordsOf(request), () => routes.stopAccess(byOf(request), request.params.id))
    if (wrong) return showStaff(request, response, { wrong })
    response.redirect(303, '/settings/staff?done=stopped')
  })

  return router
}
