import type { Rsvp } from '../campaign'
import type { Task, TaskResult } from '../conversation'
import { WORK } from '../report/outcome'
import { dayOfWall, momentOf, wallAt } from '../timeline/wallClock'

import { FOLLOW_UP } from './followUp'

/** Who has not picked up so often is left in peace. */
export const TRIES = 3

/** What a call says about coming. */
export const RSVP_OF: Partial<Record<TaskResult, Rsvp>> = {
  comes: 'yes',
  does_not_come: 'no',
  maybe: 'maybe',
}

/** What somebody may note about a task. Who asked for a person is helped, and that is all. */
export function resultsFor({
  kind,
  campaign,
  reason,
}: Pick<Task, 'kind' | 'campaign' | 'reason'>): TaskResult[] {
  if (kind !== 'call') return ['done']
  const coming: TaskResult[] = campaign === undefined ? ['done'] : ['comes', 'maybe', 'does_not_come']
  const told = reason === FOLLOW_UP ? WORK : coming
  return [...told, 'not_reached', 'call_back', 'wrong_number']
}

/**
 * When to try again after this result. Null: the task is done.
 * @param zone IANA
 */
export function againAt(
  task: Pick<Task, 'tries'>,
  result: TaskResult,
  now: number,
  zone: string,
): number | null {
  if (result === 'call_back') return nextTry(now, zone)
  if (result !== 'not_reached' || (task.tries ?? 0) + 1 >= TRIES) return null
  return nextTry(now, zone)
}

/** The other half of the day: this afternoon after a morning, else the next morning on which people work. */
function nextTry(now: number, zone: string): number {
  const wall = wallAt(now, zone)
  if (wall.hour < 12) return momentOf(wall.set({ hour: 15, minute: 0, second: 0, millisecond: 0 }), zone)
  const days = wall.weekday === 5 ? 3 : wall.weekday === 6 ? 2 : 1
  return momentOf(dayOfWall(wall).plus({ days }).set({ hour: 10 }), zone)
}
