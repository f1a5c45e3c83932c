import { z } from 'zod'
import { TASK_RESULTS } from '../../domain/conversation'
import { resultsFor } from '../../domain/tasks/afterCall'
import { AppError } from '../../errors'
import { type Endpoint, endpoint } from './endpoint'
import { BESIDE } from './schemas'
import { TASK, taskOf } from './taskSchemas'

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
    body: z.object({
      result: z.enum(TASK_RESULTS),
      note: z.string().trim().max(500).default(''),
      ...BESIDE,
    }),
    answer: z.object({ outcome: z.enum(['noted', 'closed']), task: TASK }),
    async run({ today }, { by, params, body: { result, note, ...beside } }) {
      const { task } = await today.noted(by, params.task ?? '')
      if (!resultsFor(task).includes(result))
        throw new AppError('ARGUMENT_INVALID', 'This is no result of such a task; `results` names them', {
          fields: [{ field: 'result', problem: 'other_task' }],
        })
      const noted = await today.noteTask(by, task._id, result, { note, beside })
      return { outcome: noted.outcome, task: taskOf(noted.task) }
    },
  }),
  endpoint({
    name: 'takeBackResult',
    method: 'delete',
    path: '/tasks/{task}/result',
    summary:
      'Undo: the task is as it was before its last result, and so is the RSVP, unless the person has answered since. `closed`: there is nothing to take back any more.',
    answer: z.object({ outcome: z.enum(['undone', 'closed']), task: TASK }),
    async run({ today }, { by, params: { task = '' } }) {
      const undone = await today.takeBackResult(by, task)
      const now = await today.noted(by, task)
      return { outcome: undone ? 'undone' : 'closed', task: taskOf(now.task) }
    },
  }),
]
