import type { Task } from '../conversation'
import type { OutboxRow } from '../outbox'
import type { Wanted } from './plan'

export type Current =
  | ({ is: 'row' } & Pick<OutboxRow, 'key' | 'state' | 'cancelledBy' | 'dueAt' | 'notAfter'>)
  | ({ is: 'task'; key: string } & Pick<Task, 'state' | 'doneBy' | 'dueAt'>)

export interface Replan {
  /** No row or task has this key yet. */
  add: Wanted[]
  /** It waits, is in doubt, or was taken back by an earlier plan; here is what it should be now. */
  move: Wanted[]
  /** Keys of what nobody wants any more and has not left. */
  cancel: string[]
}

/** What to change so that `current` becomes `wanted`. What has left, and what a person or a STOP cancelled, stays as it is. */
export function replan(current: readonly Current[], wanted: readonly Wanted[]): Replan {
  const byKey = new Map(current.map(each => [each.key, each]))
  const keys = new Set(wanted.map(({ key }) => key))
  return {
    add: wanted.filter(({ key }) => !byKey.has(key)),
    move: wanted.filter(each => {
      const now = byKey.get(each.key)
      return now !== undefined && mayChange(now) && !same(now, each)
    }),
    cancel: current.filter(each => !keys.has(each.key) && mayCancel(each)).map(({ key }) => key),
  }
}

/** Still ours to move: it waits, may come back to waiting, or only the plan had closed it. */
export function mayChange(current: Current): boolean {
  if (current.is === 'task')
    return isOpen(current) || (current.state === 'cancelled' && current.doneBy === undefined)
  switch (current.state) {
    case 'planned':
    case 'sending':
    case 'unknown':
    case 'expired':
      return true
    case 'cancelled':
      return current.cancelledBy === 'plan'
    default:
      return false
  }
}

const mayCancel = (current: Current): boolean =>
  current.is === 'task' ? isOpen(current) : ['planned', 'sending', 'unknown'].includes(current.state)

const isOpen = (task: { state: Task['state'] }) => task.state === 'open'

const same = (current: Current, wanted: Wanted): boolean =>
  current.dueAt === wanted.dueAt &&
  (current.is === 'task'
    ? current.state === 'open'
    : current.notAfter === wanted.notAfter && (current.state === 'planned' || isInDoubt(current.state)))

const isInDoubt = (state: OutboxRow['state']) => state === 'sending' || state === 'unknown'
