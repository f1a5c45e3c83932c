import type { Campaign } from '../campaign'
import { anchorMoment } from '../timeline/dueAt'

/** Whether people may still come into it: nobody joins what has begun or will not be. */
export function mayJoin(
  { state, event, removedAt }: Pick<Campaign, 'state' | 'event' | 'removedAt'>,
  now: number,
): boolean {
  if (state === 'draft') return removedAt === undefined
  return state !== 'cancelled' && state !== 'done' && anchorMoment(event, 'start') > now
}
