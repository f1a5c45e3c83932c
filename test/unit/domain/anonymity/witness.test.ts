import { type Policy, printAtom, USUAL_POLICY } from '../../../../src/domain/anonymity/printAtom'
import { choiceOf, type Shape, SMILEY, scaleOf, sum, YES_NO } from '../../../../src/domain/anonymity/shape'
import { seeded } from '../../../support/seeded'
import { sidesStillPossible } from './witness'

const FIVE: Policy = { k: 5, s: 5 }
const YES_PARTLY_NO = scaleOf(2, 1)
const FOUR_STEPS = scaleOf(2, 2)
const chance = seeded(2026)

/** People whose mood is poor, mixed or very good; a large block is often one-sided. */
function someBlock(people: number, { values }: Shape): number[] {
  const weights = Array.from({ length: values }, () => chance() ** 3)
  const counts = new Array<number>(values).fill(0)
  for (let person = 0; person < people; person++) {
    const place = chance() * sum(weights)
    const answer = weights.findIndex((_, index) => place < sum(weights.slice(0, index + 1)))
    counts[answer < 0 ? values - 1 : answer]! += 1
  }
  return counts
}

/** For each answer that somebody in the block gave: whoever knows it finds both sides possible for the others. */
const certain = (counts: readonly number[], shape: Shape, policy: Policy) =>
  counts.flatMap((count, known) =>
    count > 0 && sidesStillPossible(counts, shape, policy, known).size < 2 ? [known] : [],
  )

describe.each([
  ['five faces', SMILEY, USUAL_POLICY],
  ['no, partly, yes', YES_PARTLY_NO, USUAL_POLICY],
  ['yes or no', YES_NO, USUAL_POLICY],
  ['four steps', FOUR_STEPS, USUAL_POLICY],
  ['one of six', choiceOf(6), USUAL_POLICY],
  ['five faces, counts of five', SMILEY, FIVE],
  ['one of six, counts of five', choiceOf(6), FIVE],
] as const)('%s', (_label, shape, policy) => {
  test.each([12, 25, 60, 120, 400])('a witness for each of many blocks of %i people', people => {
    for (let block = 0; block < 60; block++) {
      const counts = someBlock(people, shape)
      expect({ counts, certain: certain(counts, shape, policy) }).toEqual({ counts, certain: [] })
    }
  })
})

test('in a block where all say the same there is a witness, too', () => {
  for (const shape of [SMILEY, YES_NO, YES_PARTLY_NO, FOUR_STEPS])
    for (let answer = 0; answer < shape.values; answer++) {
      const counts = Array.from({ length: shape.values }, (_, one) => (one === answer ? 200 : 0))
      expect({ counts, certain: certain(counts, shape, USUAL_POLICY) }).toEqual({ counts, certain: [] })
    }
})

test('where a rule would print everything there is none', () => {
  const careless = { k: 1, s: 1 }
  expect(printAtom([0, 12], YES_NO, careless).say).toBe('few')
  expect(certain([0, 12], YES_NO, careless)).toEqual([1])
})
