import type { QuestionFigures } from './questionFigures'

/** Fewer answers in either event are too few to compare (ux 3.18). */
const LEAST_TO_COMPARE = 10

export type Change = 'higher' | 'lower' | 'no_clear_change' | 'too_few'

type Compared = Pick<QuestionFigures, 'n' | 'high'>

/** From one event of a series to a later one: a change is one only when the two shares cannot be the same (anonymity 3.5). */
export function changeBetween(before: Compared, after: Compared): Change {
  if (!before.high || !after.high || Math.min(before.n, after.n) < LEAST_TO_COMPARE) return 'too_few'
  // Shares of whole people, compared without dividing.
  if (after.high.lo * before.n > before.high.hi * after.n) return 'higher'
  if (after.high.hi * before.n < before.high.lo * after.n) return 'lower'
  return 'no_clear_change'
}
