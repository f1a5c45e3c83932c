import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import type { NewId } from '../ports/ids'

/** A person did what waited for one. Somebody who asked for a person is handed back to the bot. */
export async function closeTask(
  deps: { documents: Documents; clock: Clock; newId: NewId },
  id: string,
  by: string,
): Promise<{ contact: string; organisation: string }> {
  const now = deps.clock.now()
  const tasks = deps.documents.collection('tasks')
  const task =
    (await tasks.update({ _id: id, state: 'open' }, { set: { state: 'done', doneAt: now, doneBy: by } })) ??
    (await tasks.get(id))
  if (!task) throw new AppError('NOT_FOUND', 'There is no such task')
  if (task.kind === 'handover')
    await deps.documents.collection('inbound').insert({
      _id: `staff:hand_back:${id}`,
      organisation: task.organisation,
      contact: task.contact,
      at: now,
      late: false,
      stopWord: false,
      handled: false,
      tries: 0,
      event: { kind: 'staff', what: 'hand_back' },
    })
  return { contact: task.contact, organisation: task.organisation }
}
