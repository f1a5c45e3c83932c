import { z } from 'zod'
import { TASK_RESULTS, type Task } from '../../domain/conversation'
import { resultsFor } from '../../domain/tasks/afterCall'
import { ID, MOMENT } from './schemas'

export const TASK = z.object({
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

export const taskOf = (task: Task): z.infer<typeof TASK> => {
  const { _id: id, kind, contact, campaign, step, reason, dueAt: at, state, result, notBefore } = task
  const facts = { id, kind, contact, campaign, step, reason, at, state, result, notBefore }
  return { ...facts, tries: task.tries ?? 0, results: resultsFor(task) }
}
