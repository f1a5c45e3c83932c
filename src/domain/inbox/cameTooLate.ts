import type { Event } from '../campaign'
import type { Task } from '../conversation'
import { anchorMoment } from '../timeline/dueAt'

/** What a plan asked for before an event helps nobody once it has begun: who was silent need not be called any more. */
export function cameTooLate(
  { planVersion, state, dueAt }: Pick<Task, 'planVersion' | 'state' | 'dueAt'>,
  event: Pick<Event, 'start' | 'end' | 'zone'>,
  now: number,
): boolean {
  const start = anchorMoment(event, 'start')
  return planVersion !== undefined && state === 'open' && dueAt < start && start <= now
}
