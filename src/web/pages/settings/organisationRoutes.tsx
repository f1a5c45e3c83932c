import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { FieldProblem } from '../../../domain/fieldProblem'
import type { Organisation } from '../../../domain/organisation'
import { type HoursForm, readHours } from '../../../domain/settings/readHours'
import { readOrganisation } from '../../../domain/settings/readOrganisation'
import { readRetention } from '../../../domain/settings/readRetention'
import { type Retention, USUAL_RETENTION } from '../../../domain/settings/retention'
import { sendingHoursOf, USUAL_SLOTS } from '../../../domain/timeline/sendingHours'
import type { SettingsSubject } from '../../../use-cases/changeOrganisation'
import { wrongWords } from '../../components/Field'
import { rev, text } from '../../forms'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { errorWords } from '../error/ErrorPage'
import { HoursPage } from './HoursPage'
import { OrganisationPage, type OrganisationPageProps } from './OrganisationPage'
import { RetentionPage } from './RetentionPage'
import type { SettingsRoutes } from './routes'
import { attempt, doneOf, incomplete, type Shown, statusOf } from './shown'

const ORGANISATION = z.object({
  rev,
  name: text,
  project: text,
  contactName: text,
  contactPhone: text,
  zone: text,
  twoReaders: z
    .literal('yes')
    .optional()
    .transform(value => value === 'yes'),
})
const HOURS = z.object({
  rev,
  weekdayFrom: text,
  weekdayTo: text,
  eveningFrom: text,
  eveningTo: text,
  saturdayFrom: text,
  saturdayTo: text,
  saturday: z.string().optional(),
  holidays: z.string().optional(),
  closed: z.string().max(20_000).default(''),
})
const RETENTION = z.object({
  rev: rev.optional(),
  messages: text,
  replies: text,
  activity: text,
})

/** Who writes, when, and how long things are kept. */
export function organisationRoutes(routes: SettingsRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  /** Keeps what fits; what does not, or came too late, stands in its form again. */
  async function keep(
    request: Request,
    response: Response,
    [subject, rev]: [SettingsSubject, number],
    read: { ok: true; value: Partial<Organisation> } | { ok: false; problems: FieldProblem[] },
    again: (shown: Shown<never>) => Promise<void>,
  ): Promise<void> {
    const words = wordsOf(request)
    if (!read.ok) return again({ rev, problems: wrongWords(read.problems, 'settings', words) })
    const wrong = await attempt(words, () => routes.change(byOf(request), rev, subject, read.value))
    if (wrong) return again({ wrong })
    response.redirect(303, `/settings/${subject}?done=saved`)
  }

  async function showOrganisation(
    request: Request,
    response: Response,
    shown: Shown<OrganisationPageProps['form']> = {},
  ): Promise<void> {
    const by = byOf(request)
    const organisation = await routes.organisation(by)
    const { name, project, zone, contactPerson, twoReaders = false, rev = 0 } = organisation
    const { name: contactName, phone: contactPhone } = contactPerson
    const form = { name, project, zone, contactName, contactPhone, twoReaders }
    const props = {
      words: wordsOf(request),
      form: shown.form ?? form,
      rev: shown.rev ?? rev,
      problems: shown.problems ?? {},
      wrong: shown.wrong,
      done: doneOf(request),
      last: await routes.lastChange(by, 'organisation'),
    }
    response.status(statusOf(shown)).send(page(<OrganisationPage {...props} />))
  }
  router.get('/settings/organisation', (request, response) => showOrganisation(request, response))
  router.post('/settings/organisation', async (request, response) => {
    const body = ORGANISATION.safeParse(request.body)
    if (!body.success) throw incomplete()
    const { rev, ...form } = body.data
    const read = readOrganisation(form)
    const { twoReaders = false } = await routes.organisation(byOf(request))
    const readers = form.twoReaders === twoReaders ? {} : { twoReaders: form.twoReaders }
    const whole = read.ok ? { ok: true as const, value: { ...read.value, ...readers } } : read
    await keep(request, response, ['organisation', rev], whole, shown =>
      showOrganisation(request, response, { ...shown, form }),
    )
  })

  async function showHours(
    request: Request,
    response: Response,
    shown: Shown<HoursForm> = {},
  ): Promise<void> {
    const by = byOf(request)
    const organisation = await routes.organisation(by)
    const { slots = USUAL_SLOTS, holidays, closed = [], rev = 0 } = organisation
    const saturday = slots.saturday ?? USUAL_SLOTS.saturday
    const form: HoursForm = {
      weekdayFrom: String(slots.weekday[0]),
      weekdayTo: String(slots.weekday[1]),
      eveningFrom: String(slots.evening[0]),
      eveningTo: String(slots.evening[1]),
      saturday: slots.saturday !== null && slots.saturday !== undefined,
      saturdayFrom: String(saturday?.[0]),
      saturdayTo: String(saturday?.[1]),
      holidays,
      closed: closed.map(day => day.split('-').reverse().join('/')).join('\n'),
    }
    const props = {
      words: wordsOf(request),
      form: shown.form ?? form,
      rev: shown.rev ?? rev,
      problems: shown.problems ?? {},
      wrong: shown.wrong,
      done: doneOf(request),
      last: await routes.lastChange(by, 'hours'),
      hours: { ...sendingHoursOf(organisation), zone: organisation.zone, evening: false },
      now: routes.clock.now(),
    }
    response.status(statusOf(shown)).send(page(<HoursPage {...props} />))
  }
  router.get('/settings/hours', (request, response) => showHours(request, response))
  router.post('/settings/hours', async (request, response) => {
    const body = HOURS.safeParse(request.body)
    if (!body.success) throw incomplete()
    const { rev, saturday, holidays, ...rest } = body.data
    const form = { ...rest, saturday: saturday === 'yes', holidays: holidays === 'yes' }
    await keep(request, response, ['hours', rev], readHours(form), shown =>
      showHours(request, response, { ...shown, form }),
    )
  })

  async function showRetention(
    request: Request,
    response: Response,
    asked?: z.infer<typeof RETENTION>,
    late?: string,
  ): Promise<void> {
    const by = byOf(request)
    const words = wordsOf(request)
    const { retention = USUAL_RETENTION, rev = 0 } = await routes.organisation(by)
    const months = (name: keyof Retention) => String(retention[name])
    const kept = { messages: months('messages'), replies: months('replies'), activity: months('activity') }
    const read = asked ? readRetention(asked) : undefined
    const isStale = asked?.rev !== undefined && asked.rev !== rev
    const wrong = late ?? (isStale ? errorWords('SETTINGS_CHANGED', words) : undefined)
    const problems = read && !read.ok ? wrongWords(read.problems, 'settings', words) : {}
    const props = {
      words,
      form: asked ?? kept,
      rev,
      problems,
      wrong,
      goes: read?.ok && !wrong ? await routes.countOld(by, read.value) : undefined,
      done: doneOf(request),
      last: await routes.lastChange(by, 'retention'),
    }
    response.status(statusOf({ problems, wrong })).send(page(<RetentionPage {...props} />))
  }
  router.get('/settings/retention', async (request, response) => {
    const asked = request.query.messages === undefined ? undefined : RETENTION.safeParse(request.query)
    if (asked && !asked.success) throw incomplete()
    await showRetention(request, response, asked?.data)
  })
  router.post('/settings/retention', async (request, response) => {
    const body = RETENTION.safeParse(request.body)
    if (!body.success || body.data.rev === undefined) throw incomplete()
    const { rev, ...form } = body.data
    const read = readRetention(form)
    const kept = read.ok ? { ok: true as const, value: { retention: read.value } } : read
    await keep(request, response, ['retention', rev], kept, ({ wrong }) =>
      showRetention(request, response, form, wrong),
    )
  })

  return router
}
