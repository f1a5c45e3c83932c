import type { Campaign } from '../campaign'
import { anchorMoment } from '../timeline/dueAt'

/** Why nobody needs an invitation on paper any more; undefined: letters still help. */
export function needless(
  { state, event }: Pick<Campaign, 'state' | 'event'>,
  now: number,
): 'cancelled' | 'over' | undefined {
  if (state === 'cancelled') return 'cancelled'
  return state === 'done' || anchorMoment(event, 'end') < now ? 'over' : undefined
}
