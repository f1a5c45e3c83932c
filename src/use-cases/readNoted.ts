import type { Task } from '../domain/conversation'
import type { Documents } from '../ports/documents'
import { readNames } from './readNames'

/** A task whose result has just been noted, and what follows from it. */
export interface NotedTask {
  task: Task
  name: string
  /** Name of the staff member who did it. */
  by?: string
  /** The next message that is planned for this person. */
  next?: { step: string; at: number }
  /** This result can still be taken back. */
  canUndo: boolean
}

export async function readNoted(documents: Documents, task: Task): Promise<NotedTask> {
  const [contact, names, planned] = await Promise.all([
    documents.collection('contacts').get(task.contact),
    readNames(documents, task.organisation, [task.doneBy]),
    task.campaign
      ? documents.collection('outbox').list({
          contact: task.contact,
          state: 'planned',
          campaign: task.campaign,
          rank: 5,
        })
      : [],
  ])
  const by = names[task.doneBy ?? '']
  const [next] = planned.toSorted((a, b) => a.dueAt - b.dueAt)
  return {
    task,
    name: contact?.name ?? '',
    ...(by ? { by } : {}),
    ...(next?.step ? { next: { step: next.step, at: next.dueAt } } : {}),
    canUndo: task.before !== undefined && task.state !== 'cancelled' && task.kind !== 'handover',
  }
}
