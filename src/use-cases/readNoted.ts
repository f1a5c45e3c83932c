import type { Task } from '../domain/conversation'
import type { Documents } from '../ports/documents'

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
  const [contact, staff, planned] = await Promise.all([
    documents.collection('contacts').get(task.contact),
    task.doneBy ? documents.collection('staff').get(task.doneBy) : null,
    task.campaign
      ? documents.collection('outbox').list({
          contact: task.contact,
          state: 'planned',
          campaign: task.campaign,
          rank: 5,
        })
      : [],
  ])
  const [next] = planned.toSorted((a, b) => a.dueAt - b.dueAt)
  return {
    task,
    name: contact?.name ?? '',
    ...(staff ? { by: staff.name } : {}),
    ...(next?.step ? { next: { step: next.step, at: next.dueAt } } : {}),
    canUndo: task.before !== undefined && task.state !== 'cancelled' && task.kind !== 'handover',
  }
}
