import { percent } from './share'

/** How many of the people reached are outside the target group, and whether that is more than was agreed (R2). */
export const deviation = (people: number, outside: number, limitPercent: number) => ({
  outside,
  inside: people - outside,
  share: percent(outside, people),
  limit: limitPercent,
  isOver: outside * 100 > limitPercent * people,
})
