import type { Task } from '../domain/conversation'
import type { Documents } from '../ports/documents'

/** Longer lists are worked through from the top. */
const MOST = 1_000

/** Every open task that one could do now, the oldest first. */
export function readWaiting(documents: Documents, organisation: string, now: number): Promise<Task[]> {
  return documents.collection('tasks').list(
    {
      organisation,
      state: 'open',
      dueAt: { $lte: now },
      $or: [{ notBefore: { $exists: false } }, { notBefore: { $lte: now } }],
    },
    { sort: [['dueAt', 1]], limit: MOST },
  )
}

/** People, not tasks; a pile of letters is no person who waits. */
export const numberOf = (tasks: readonly Task[]): number =>
  new Set(tasks.filter(({ kind }) => kind !== 'letter').map(({ contact }) => contact)).size
