import { z } from 'zod'
import { TASK_RESULTS, type Task } from '../../domain/conversation'
import { isDue } from '../../domain/report/bridge'
import { resultsFor } from '../../domain/tasks/afterCall'
import { AppError } from '../../errors'
import { type Endpoint, endpoint } from './endpoint'
import { ID, MOMENT } from './schemas'

const TASK = z.object({
  id: ID,
  kind: z.enum(['handover', 'call', 'talk', 'letter', 'look']),
  contact: ID,
  campaign: ID.optional(),
  step: z.string().optional(),
  reason: z.string().describe('Why a person is needed: silent, asked_for_person, unreachable:30005'),
  at: MOMENT,
  state: z.enum(['open', 'done', 'cancelled']),
  results: z.array(z.enum(TASK_RESULTS)).describe('What may be noted'),
  result: z.enum(TASK_RESULTS).optional().describe('What came of it last'),
  tries: z.number().int().describe('How often somebody did not pick up'),
  notBefore: MOMENT.optional().describe('Tried in vain: nobody needs to try before'),
})

const taskOf = (task: Task): z.infer<typeof TASK> => {
  const { _id: id, kind, contact, campaign, step, reason, dueAt: at, state, result, notBefore } = task
  const facts = { id, kind, contact, campaign, step, reason, at, state, result, notBefore }
  return { ...facts, tries: task.tries ?? 0, results: resultsFor(task) }
}

/** What waits for a person. */
export const TASK_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    name: 'listTasks',
    method: 'get',
    path: '/tasks',
    summary: 'What a person could do now and still helps, with the reason; the oldest first, at most 1000.',
    answer: z.object({ tasks: z.array(TASK) }),
    run: async ({ api }, { by }) => ({ tasks: (await api.tasks(by)).map(taskOf) }),
  }),
  endpoint({
    name: 'noteTask',
    method: 'post',
    path: '/tasks/{task}/result',
    summary:
      'What came of it. Twice is once; `closed`: somebody else, or an answer by message, was first, and nothing has happened.',
    body: z.object({ result: z.enum(TASK_RESULTS), note: z.string().trim().max(500).default('') }),
    answer: z.object({ outcome: z.enum(['noted', 'closed']), task: TASK }),
    async run({ today, campaigns }, { by, params, body: { result, note } }) {
      const { task } = await today.noted(by, params.task ?? '')
      if (!resultsFor(task).includes(result))
        throw new AppError('ARGUMENT_INVALID', 'This is no result of such a task; `results` names them', {
          fields: [{ field: 'result', problem: 'other_task' }],
        })
      // Sent twice: a try in vain is one try.
      if (task.result === result && task.doneBy === by._id && !isDue(task, campaigns.clock.now()))
        return { outcome: 'noted', task: taskOf(task) }
      const noted = await today.noteTask(by, task._id, result, note)
      return { outcome: noted.outcome, task: taskOf(noted.task) }
    },
  }),
]
