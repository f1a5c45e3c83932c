import { z } from 'zod'
import { TASK_RESULTS, type TaskResult } from '../../../domain/conversation'
import type { Staff } from '../../../domain/staff'
import { AppError } from '../../../errors'
import type { Noted, SaidBeside } from '../../../use-cases/noteTask'
import type { NotedTask } from '../../../use-cases/readNoted'
import { text } from '../../forms'
import { BESIDE_FORM, besideFrom } from '../../readBeside'

/** What one may do with a task, on every page that shows some. */
export interface TaskRoutes {
  noteTask(by: Staff, task: string, result: TaskResult, said: SaidBeside): Promise<Noted>
  /** False: there is nothing to take back any more. */
  takeBackResult(by: Staff, task: string): Promise<boolean>
  /** What has just been noted, for the strip under the heading. */
  noted(by: Staff, task: string): Promise<NotedTask>
}

const LONGEST_REMARK = 500
const id = z.string().min(1).max(200)
const FORM = z.union([
  z.object({ undo: id }),
  z.object({
    task: z.union([id, z.array(id).min(1).max(500)]),
    result: z.enum(TASK_RESULTS).default('done'),
    // A browser counts the end of a line as one letter and sends two.
    ...BESIDE_FORM,
    note: text.transform(note => note.replaceAll('\r\n', '\n').slice(0, LONGEST_REMARK)),
  }),
])

/** What the strip of the next page tells, as a query; and the remark that came to nothing because a colleague was first. */
export async function doTask(
  routes: TaskRoutes,
  by: Staff,
  body: unknown,
): Promise<{ query: string; lost?: Told }> {
  const form = FORM.safeParse(body)
  if (!form.success) throw new AppError('ARGUMENT_INVALID', 'Which task, and what came of it?')
  if ('undo' in form.data) {
    const undone = await routes.takeBackResult(by, form.data.undo)
    return { query: String(new URLSearchParams({ [undone ? 'undone' : 'noted']: form.data.undo })) }
  }
  const { task, result } = form.data
  const note = form.data.note.trim()
  const said = { note, beside: besideFrom(form.data) }
  const ids = [task].flat()
  let closed = false
  for (const each of ids) closed = (await routes.noteTask(by, each, result, said)).outcome === 'closed'
  if (ids.length > 1) return { query: String(new URLSearchParams({ done: String(ids.length) })) }
  const [only = ''] = ids
  const query = String(new URLSearchParams({ [closed ? 'closed' : 'noted']: only }))
  if (!closed || note === '') return { query }
  return { query, lost: { what: 'closed', about: await routes.noted(by, only), remark: note } }
}

/** What has just happened with a task, as the address says. */
export interface Told {
  what: 'noted' | 'undone' | 'closed'
  about: NotedTask
  /** What somebody typed that was not kept. */
  remark?: string
}

export async function toldOf(
  routes: Pick<TaskRoutes, 'noted'>,
  by: Staff,
  query: Record<string, unknown>,
): Promise<Told | undefined> {
  for (const what of ['noted', 'undone', 'closed'] as const) {
    const { [what]: task } = query
    if (typeof task === 'string' && task !== '') return { what, about: await routes.noted(by, task) }
  }
  return undefined
}
