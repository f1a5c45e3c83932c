import type { Due } from './records'

/** What is still to happen, soonest first; of the same moment, first come first served. */
export function createDueQueue(rows: Iterable<Due>) {
  const queue: Due[] = []
  const add = (due: Due) => {
    let low = 0
    let high = queue.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((queue[middle] as Due).at <= due.at) low = middle + 1
      else high = middle
    }
    queue.splice(low, 0, due)
  }
  for (const due of rows) add(due)
  return {
    add,
    next: (): number | null => queue[0]?.at ?? null,
    /** Takes what is due, in order. */
    take(now: number): Due[] {
      const end = queue.findIndex(due => due.at > now)
      return queue.splice(0, end === -1 ? queue.length : end)
    },
    clear: () => void queue.splice(0),
  }
}
