import { type Policy, printAtom } from '../../../../src/domain/anonymity/printAtom'
import type { Shape } from '../../../../src/domain/anonymity/shape'

const MOST_MOVED = 4

/**
 * For blocks that are too large to try every data set: looks for other answers of the same people that print the same.
 * @param known an answer that the reader knows of one person; they look at everybody else
 * @returns the sides (for a choice: the answers) on which somebody else may be
 */
export function sidesStillPossible(
  counts: readonly number[],
  shape: Shape,
  policy: Policy,
  known: number,
): Set<number> {
  const printed = JSON.stringify(printAtom(counts, shape, policy))
  const sides = new Set<number>()
  const note = (tally: readonly number[]) => {
    tally.forEach((count, answer) => {
      const others = count - (answer === known ? 1 : 0)
      if (others > 0) sides.add(shape.kind === 'choice' ? answer : Number(answer >= shape.split))
    })
  }
  note(counts)
  for (let from = 0; from < shape.values; from++)
    for (let to = 0; to < shape.values; to++)
      for (let moved = 1; moved <= MOST_MOVED && moved <= counts[from]! && from !== to; moved++) {
        const tally = counts.map(
          (count, answer) => count - (answer === from ? moved : 0) + (answer === to ? moved : 0),
        )
        if (tally[known]! > 0 && JSON.stringify(printAtom(tally, shape, policy)) === printed) note(tally)
      }
  return sides
}
