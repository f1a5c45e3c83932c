import type { Policy } from './printAtom'

/** During the event, right after it, or for good; or whenever a pool of several events is looked at. */
export type Moment = 'during' | 'end' | 'close' | 'pool'

/** A breakdown needs so many people in each class. */
export const BREAKDOWN_FROM = 20
/** While people are still there, or have just left: whoever stands at the door sees who taps or types. */
export const FEWEST_ON_THE_DAY = 10
/** Fewer remarks than this in one block are pooled with those of other events. */
export const FEWEST_TEXTS = 3
/** Pooled remarks are read when so many people's are there. */
export const FEWEST_POOLED_TEXTS = 5

/**
 * Whether what waits becomes a block. Decided by numbers of people and moments, never by answers.
 * @param pending letters that wait
 * @param shown people in blocks sealed before
 */
export function sealsNow(
  pending: number,
  shown: number,
  moment: Moment,
  policy: Policy,
  live: boolean,
): boolean {
  const { k, s } = policy
  if (moment === 'close') return pending >= k
  if (moment === 'pool') return pending >= Math.max(k, 2 * s)
  return (moment === 'end' || live) && pending >= Math.max(fewestOnTheDay(policy), shown)
}

/** People in the first block of a day. */
export const fewestOnTheDay = ({ k, s }: Policy): number => Math.max(FEWEST_ON_THE_DAY, k, 2 * s)

/**
 * Classes of one event, joined by numbers of people only: the smallest joins the next smallest until it has `from` people.
 * @returns for each class the index of the class it now belongs to
 */
export function mergeClasses(sizes: readonly number[], from: number): number[] {
  const label = sizes.map((_, index) => index)
  const size = [...sizes]
  for (;;) {
    const live = [...new Set(label)]
      .filter(index => size[index]! > 0)
      .sort((a, b) => size[a]! - size[b]! || b - a)
    const [smallest, next] = live
    if (smallest === undefined || next === undefined || size[smallest]! >= from) return label
    size[next]! += size[smallest]!
    size[smallest] = 0
    label.forEach((index, own) => {
      if (index === smallest) label[own] = next
    })
  }
}
