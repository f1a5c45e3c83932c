import type { Task } from '../conversation'
import type { Thread } from '../inbox/thread'
import { FOLLOW_UP } from '../tasks/followUp'

/** What may wait for one of us, the most pressing first. */
export const OPEN = ['handover', 'unanswered', 'look', 'talk', 'call', 'follow_up'] as const

export interface OpenStep {
  is: (typeof OPEN)[number]
  /** Since when it waits. */
  since: number
}

/** By person, what waits for one of us now, the most pressing first. A letter to post is no person who waits. */
export function openSteps(tasks: readonly Task[], threads: readonly Thread[]): Map<string, OpenStep[]> {
  const open = new Map<string, OpenStep[]>()
  const add = (contact: string, step: OpenStep) => {
    const known = open.get(contact) ?? []
    const others = known.filter(({ is }) => is !== step.is)
    const since = Math.min(step.since, ...known.filter(({ is }) => is === step.is).map(one => one.since))
    open.set(contact, [...others, { is: step.is, since }].toSorted(morePressing))
  }
  for (const { contact, kind, reason, dueAt } of tasks)
    if (kind !== 'letter') add(contact, { is: reason === FOLLOW_UP ? 'follow_up' : kind, since: dueAt })
  for (const { _id, place, at, waitsSince } of threads)
    if (place === 'waiting') add(_id, { is: 'handover', since: waitsSince ?? at })
    else if (place === 'held' && waitsSince !== undefined) add(_id, { is: 'unanswered', since: waitsSince })
  return open
}

const morePressing = (a: OpenStep, b: OpenStep): number => OPEN.indexOf(a.is) - OPEN.indexOf(b.is)
