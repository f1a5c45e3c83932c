import fc from 'fast-check'
import { printAtom } from '../../../../src/domain/anonymity/printAtom'
import { choiceOf, type Shape, SMILEY, scaleOf, sum } from '../../../../src/domain/anonymity/shape'
import { addTotals, highSideOf, meanOf, totalOf } from '../../../../src/domain/anonymity/totals'

const policy = { k: 5, s: 5 }
const block = (counts: readonly number[], shape: Shape) =>
  totalOf({ printed: printAtom(counts, shape, policy), people: sum(counts), s: policy.s }, shape)
const talliesOf = ({ values }: Shape) =>
  fc.array(fc.array(fc.nat(30), { minLength: values, maxLength: values }), { minLength: 1, maxLength: 6 })

describe.each([
  ['five faces', SMILEY],
  ['no, partly, yes', scaleOf(2, 1)],
  ['four steps', scaleOf(2, 2)],
  ['one of four', choiceOf(4)],
] as const)('%s', (_label, shape) => {
  test('a total contains the truth, and its exact counts are exact', () => {
    fc.assert(
      fc.property(talliesOf(shape), tallies => {
        const shown = tallies.filter(counts => sum(counts) >= policy.k)
        const total = tallies.map(counts => block(counts, shape)).reduce((a, b) => addTotals(a, b))
        const truth = (answers: readonly number[]) =>
          sum(shown.map(counts => sum(answers.map(answer => counts[answer]!))))
        expect(total.n).toBe(truth(Array.from({ length: shape.values }, (_, answer) => answer)))
        expect([total.blocks, total.silent]).toEqual([shown.length, tallies.length - shown.length])
        total.each.forEach(({ lo, hi }, answer) => {
          expect(lo).toBeLessThanOrEqual(truth([answer]))
          expect(hi).toBeGreaterThanOrEqual(truth([answer]))
        })
        expect(sum(total.counts) + total.undivided).toBe(total.n)
        if (total.undivided === 0) expect(total.counts).toEqual(total.cells.map(truth))
        const mean = meanOf(total)
        if (shape.kind === 'choice' || total.n === 0) return expect(mean).toBeNull()
        const score =
          truth([0]) + sum(total.each.slice(1).map((_, index) => (index + 2) * truth([index + 1])))
        expect(mean!.lo).toBeLessThanOrEqual(score / total.n + 1e-9)
        expect(mean!.hi).toBeGreaterThanOrEqual(score / total.n - 1e-9)
      }),
    )
  })

  test('in any order and in any heaps it is the same total', () => {
    fc.assert(
      fc.property(talliesOf(shape), fc.nat(), (tallies, seed) => {
        const blocks = tallies.map(counts => block(counts, shape))
        const cut = seed % blocks.length
        const heaps = [blocks.slice(cut), blocks.slice(0, cut).reverse()].filter(({ length }) => length > 0)
        expect(
          heaps.map(heap => heap.reduce((a, b) => addTotals(a, b))).reduce((a, b) => addTotals(a, b)),
        ).toEqual(blocks.reduce((a, b) => addTotals(a, b)))
      }),
    )
  })
})

test('a block that shows five faces and one that shows three cells share three', () => {
  const all = [
    [5, 6, 15, 44, 50],
    [1, 2, 6, 18, 21],
  ].map(counts => block(counts, SMILEY))
  const total = all.reduce((a, b) => addTotals(a, b))
  expect(total).toMatchObject({
    cells: [[0, 1, 2], [3], [4]],
    counts: [35, 62, 71],
    undivided: 0,
    people: 168,
  })
  expect(highSideOf(total, SMILEY)).toEqual({ lo: 133, hi: 133 })
})

test('a block that only says on which side most are is the end that is not divided', () => {
  const total = [
    [0, 0, 1, 2, 2],
    [6, 6, 6, 6, 6],
  ]
    .map(counts => block(counts, SMILEY))
    .reduce((a, b) => addTotals(a, b))
  expect(total).toMatchObject({ counts: [6, 6, 6, 6, 6], undivided: 5, n: 35 })
  expect(highSideOf(total, SMILEY)).toEqual({ lo: 15, hi: 17 })
})

test('who answered none of it is not counted, and the block stays silent', () => {
  const total = totalOf({ printed: { say: 'too few' }, people: 12, s: 5 }, SMILEY)
  expect(total).toMatchObject({ blocks: 0, silent: 1, people: 0, n: 0 })
  expect(meanOf(total)).toBeNull()
})
