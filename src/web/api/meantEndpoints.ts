import { z } from 'zod'
import { type Endpoint, endpoint } from './endpoint'
import { ID } from './schemas'
import { TASK, taskOf } from './taskSchemas'

/** Whom somebody meant by a name that nobody of the event has. What they answered is in no answer of these. */
export const MEANT_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    name: 'readMeant',
    method: 'get',
    path: '/tasks/{task}/meant',
    summary: 'The name as it was written, and whom of the event it may mean.',
    answer: z.object({ written: z.string(), people: z.array(z.object({ contact: ID, name: z.string() })) }),
    async run({ person }, { by, params }) {
      const { written, people } = await person.meant(by, params.task ?? '')
      return { written, people: people.map(({ _id: contact, name }) => ({ contact, name })) }
    },
  }),
  endpoint({
    name: 'noteMeant',
    method: 'put',
    path: '/tasks/{task}/meant',
    summary:
      'Says who was meant, so that their supervisor reads it; null: none of these people. `closed`: somebody was first, and nothing has happened.',
    body: z.object({ contact: ID.nullable() }),
    answer: z.object({ outcome: z.enum(['noted', 'closed']), task: TASK }),
    async run({ person, today }, { by, params: { task = '' }, body: { contact } }) {
      const noted = await person.noteMeant(by, task, contact)
      const now = await today.noted(by, task)
      return { outcome: noted ? 'noted' : 'closed', task: taskOf(now.task) }
    },
  }),
]
