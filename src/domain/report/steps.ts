import { percent } from './share'

export interface Steps {
  /** Of each step but the first, in per cent of the step before. */
  rates: (number | null)[]
  /** The last of the first. */
  overall: number | null
}

/** From reached to retained: each person counts once per step (R7). */
export function stepRates(counts: readonly number[]): Steps {
  const [first = 0] = counts
  return {
    rates: counts.slice(1).map((count, index) => percent(count, counts[index]!)),
    overall: percent(counts.at(-1) ?? 0, first),
  }
}
