import type { Audience } from '../contact'

/** For whom a timeline is in the first place: those who take part, else whoever comes first in it. */
export const mainAudience = (steps: readonly { audience: Audience }[]): Audience | undefined =>
  (steps.find(({ audience }) => audience === 'participant') ?? steps[0])?.audience
