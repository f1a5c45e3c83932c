import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Contact } from '../../../domain/contact'
import { stateOf, type Training, type TrainingForm, trainingFormOf } from '../../../domain/contacts/training'
import type { FieldProblem } from '../../../domain/fieldProblem'
import type { Staff } from '../../../domain/staff'
import { AppError } from '../../../errors'
import type { Clock } from '../../../ports/clock'
import type { NewId } from '../../../ports/ids'
import { wrongWords } from '../../components/Field'
import type { Undo } from '../../components/Strip'
import { formKey, readForm, rev, text } from '../../forms'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'
import { pathOf } from './ContactPage'
import { isoDay } from './forms'
import { TrainingPage, type TrainingPageProps } from './TrainingPage'

export interface TrainingRoutes {
  contact(by: Staff, id: string): Promise<Contact>
  zone(by: Staff): Promise<string>
  clock: Clock
  newId: NewId
  /** @throws NOT_FOUND */
  training(by: Staff, contact: string, id: string): Promise<Training>
  noteTraining(
    by: Staff,
    contact: string,
    asked: { key: string; form: TrainingForm },
  ): Promise<{ ok: true; training: string } | { ok: false; problems: FieldProblem[] }>
  /** @throws TRAINING_CHANGED */
  changeTraining(
    by: Staff,
    contact: string,
    id: string,
    asked: { rev: number; form: TrainingForm },
  ): Promise<{ ok: true } | { ok: false; problems: FieldProblem[] }>
  /**
   * @returns its rev by then
   * @throws TRAINING_CHANGED
   */
  markTraining(
    by: Staff,
    contact: string,
    id: string,
    asked: { rev: number; mistaken: boolean },
  ): Promise<number>
}

const FORM = z.object({ kind: text, since: text, status: text, statusDay: text, known: text })
const NOTE = FORM.extend({ key: formKey })
const CHANGE = FORM.extend({ rev })
const MARK = z.object({ rev, mistaken: z.enum(['yes', 'no']).default('yes') })

/** What somebody learns: noted, changed, and taken away where it was a mistake. */
export function trainingRoutes(routes: TrainingRoutes, wordsOf: (request: Request) => Words): Router {
  const router = Router()

  router.get('/contacts/:id/trainings/new', async (request, response) => {
    const today = await todayFor(request)
    const form = { kind: '', since: '', status: '', statusDay: today, known: '' }
    await show(request, response, request.params.id, { form, about: { key: routes.newId() } })
  })

  router.post('/contacts/:id/trainings', async (request, response) => {
    const { id } = request.params
    const { key, ...form } = readForm(NOTE, request)
    const noted = await routes.noteTraining(byOf(request), id, { key, form })
    if (noted.ok) return back(response, id, 'noted')
    await show(request, response, id, { form, about: { key } }, noted.problems)
  })

  router.get('/contacts/:id/trainings/:training', async (request, response) => {
    const { id, training } = request.params
    const found = await routes.training(byOf(request), id, training)
    const state = stateOf(found)
    if (state.mistaken) return response.redirect(303, pathOf({ _id: id }))
    const form = trainingFormOf(state, await todayFor(request))
    await show(request, response, id, { form, about: { id: training, rev: found.rev } })
  })

  router.post('/contacts/:id/trainings/:training', async (request, response) => {
    const { id, training } = request.params
    const { rev: seen, ...form } = readForm(CHANGE, request)
    try {
      const changed = await routes.changeTraining(byOf(request), id, training, { rev: seen, form })
      if (changed.ok) return back(response, id, 'changed')
      await show(request, response, id, { form, about: { id: training, rev: seen } }, changed.problems)
    } catch (error) {
      await late(request, response, form, error)
    }
  })

  router.post('/contacts/:id/trainings/:training/mistaken', async (request, response) => {
    const { id, training } = request.params
    const { rev: seen, mistaken } = readForm(MARK, request)
    try {
      const asked = { rev: seen, mistaken: mistaken === 'yes' }
      const now = await routes.markTraining(byOf(request), id, training, asked)
      if (asked.mistaken) back(response, id, 'removed', { training, rev: String(now) })
      else back(response, id, 'changed')
    } catch (error) {
      await late(request, response, null, error)
    }
  })

  const todayFor = async (request: Request) => isoDay(routes.clock.now(), await routes.zone(byOf(request)))

  async function show(
    request: Request,
    response: Response,
    id: string,
    shown: Pick<TrainingPageProps, 'form' | 'about' | 'changed'>,
    problems: readonly FieldProblem[] = [],
  ): Promise<void> {
    const words = wordsOf(request)
    const contact = await routes.contact(byOf(request), id)
    const wrong = wrongWords([...problems], 'work', words)
    const status = shown.changed ? 409 : problems.length > 0 ? 422 : 200
    response
      .status(status)
      .send(page(<TrainingPage words={words} contact={contact} wrong={wrong} {...shown} />))
  }

  /** Somebody else was first: what was typed stays, beside how it is now. */
  async function late(
    request: Request<{ id: string; training: string }>,
    response: Response,
    typed: TrainingForm | null,
    error: unknown,
  ): Promise<void> {
    if (!(error instanceof AppError) || error.code !== 'TRAINING_CHANGED') throw error
    const { id, training } = request.params
    const now = await routes.training(byOf(request), id, training)
    const changed = stateOf(now)
    const form = typed ?? trainingFormOf(changed, await todayFor(request))
    await show(request, response, id, { form, about: { id: training, rev: now.rev }, changed })
  }

  return router
}

function back(
  response: Response,
  id: string,
  done: 'noted' | 'changed' | 'removed',
  undo: Record<string, string> = {},
): void {
  const query = new URLSearchParams({ done, ...undo })
  response.redirect(303, `${pathOf({ _id: id })}?${query}`)
}

/** Puts back what was taken away last, as the address of the page says. */
export function undoRemoved(
  id: string,
  { done, training, rev: seen }: Request['query'],
  words: Words,
): Undo | undefined {
  if (done !== 'removed' || typeof training !== 'string' || typeof seen !== 'string') return undefined
  return {
    action: `${pathOf({ _id: id })}/trainings/${encodeURIComponent(training)}/mistaken`,
    fields: { rev: seen, mistaken: 'no' },
    label: words.say('form.undo'),
  }
}
