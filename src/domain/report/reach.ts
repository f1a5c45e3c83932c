import { percent } from './share'

/** How many people a programme means to reach, or between how many and how many. */
export type Target = number | readonly [low: number, high: number]

/** Per cent of the target in whole numbers; a target that is a range gives the least and the most (R1). */
export function reach(people: number, target: Target): number | [number, number] | null {
  if (typeof target === 'number') return percent(people, target, 0)
  const [low, high] = target
  const [least, most] = [percent(people, high, 0), percent(people, low, 0)]
  return least === null || most === null ? null : [least, most]
}
