import type { Task } from '../domain/conversation'
import { CHANNELS } from '../domain/message'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'

interface WrongNumber {
  documents: Documents
  clock: Pick<Clock, 'now'>
}

const CODE = 'wrong_number'
const findNumber = (task: Pick<Task, '_id'>) => `${task._id}:number`

/** Nothing leaves to this number any more, and somebody is asked for the right one. */
export async function noteWrongNumber({ documents, clock }: WrongNumber, task: Task): Promise<void> {
  const at = clock.now()
  for (const channel of CHANNELS)
    await documents
      .collection('contacts')
      .update(
        { _id: task.contact, [`unreachable.${channel}`]: { $exists: false } },
        { set: { [`unreachable.${channel}`]: { at, code: CODE } } },
      )
  const { organisation, contact, campaign } = task
  await documents.collection('tasks').insert({
    _id: findNumber(task),
    organisation,
    kind: 'look',
    contact,
    ...(campaign ? { campaign } : {}),
    reason: CODE,
    dueAt: at,
    state: 'open',
  })
}

/** It was the right number after all. */
export async function takeBackWrongNumber(
  { documents }: Pick<WrongNumber, 'documents'>,
  task: Task,
): Promise<void> {
  for (const channel of CHANNELS)
    await documents
      .collection('contacts')
      .update(
        { _id: task.contact, [`unreachable.${channel}.code`]: CODE },
        { unset: [`unreachable.${channel}`] },
      )
  await documents.collection('tasks').remove({ _id: findNumber(task), state: 'open' })
}
