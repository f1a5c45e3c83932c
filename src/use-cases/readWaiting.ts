import type { Task } from '../domain/conversation'
import { cameTooLate } from '../domain/inbox/cameTooLate'
import { FOLLOW_UP } from '../domain/tasks/followUp'
import type { Documents } from '../ports/documents'

/** Longer lists are worked through from the top. */
const MOST = 1_000

/** Every open task that one could do now and that still helps, the oldest first; what has time comes last. */
export async function readWaiting(documents: Documents, organisation: string, now: number): Promise<Task[]> {
  const tasks = await documents.collection('tasks').list(
    {
      organisation,
      state: 'open',
      dueAt: { $lte: now },
      $or: [{ notBefore: { $exists: false } }, { notBefore: { $lte: now } }],
    },
    { sort: [['dueAt', 1]], limit: MOST },
  )
  const about = [...new Set(tasks.flatMap(({ campaign }) => campaign ?? []))]
  const campaigns = await documents.collection('campaigns').list({ _id: { $in: about } })
  const events = new Map(campaigns.map(({ _id, event }) => [_id, event]))
  const stillHelps = tasks.filter(task => {
    const event = task.campaign === undefined ? undefined : events.get(task.campaign)
    return event === undefined || !cameTooLate(task, event, now)
  })
  // Weeks are left to ask how somebody's work goes.
  const canWait = ({ reason }: Task) => Number(reason === FOLLOW_UP)
  return stillHelps.toSorted((a, b) => canWait(a) - canWait(b))
}

/** People, not tasks; a pile of letters is no person who waits. */
export const numberOf = (tasks: readonly Task[]): number =>
  new Set(tasks.filter(({ kind }) => kind !== 'letter').map(({ contact }) => contact)).size
