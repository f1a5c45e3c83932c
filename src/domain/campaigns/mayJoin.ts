import type { Campaign } from '../campaign'
import { anchorMoment } from '../timeline/dueAt'

/** Whether people may still come into it: nobody joins what has begun or will not be. */
export const mayJoin = ({ state, event }: Pick<Campaign, 'state' | 'event'>, now: number): boolean =>
  state === 'draft' || (state !== 'cancelled' && state !== 'done' && anchorMoment(event, 'start') > now)
