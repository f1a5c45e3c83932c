import fc from 'fast-check'
import { type Printed, printAtom } from '../../../../src/domain/anonymity/printAtom'
import type { Shape } from '../../../../src/domain/anonymity/shape'
import { choiceOf, SMILEY, YES_NO } from '../../../../src/domain/anonymity/shape'
import { addTotals, totalOf } from '../../../../src/domain/anonymity/totals'
import { changeBetween } from '../../../../src/domain/report/change'
import { questionFigures } from '../../../../src/domain/report/questionFigures'

const policy = { k: 5, s: 5 }
const smileys = (...counts: number[]) => printAtom(counts, SMILEY, policy)
const figuresOf = (shape: Shape, printed: Printed[]) =>
  questionFigures(
    printed
      .map(one => totalOf({ printed: one, people: 60, s: policy.s }, shape))
      .reduce((a, b) => addTotals(a, b)),
    shape,
  )
const figures = (...printed: Printed[]) => figuresOf(SMILEY, printed)
const plain = ({ cells }: ReturnType<typeof figures>) =>
  cells.map(({ answers, lo, hi }) => [answers, lo, hi] as const)

test('sixty in one block: every face, and a mean', () => {
  const shown = figures(smileys(6, 6, 8, 20, 20))
  expect(plain(shown)).toEqual([
    [[0], 6, 6],
    [[1], 6, 6],
    [[2], 8, 8],
    [[3], 20, 20],
    [[4], 20, 20],
  ])
  expect(shown.high).toEqual({ lo: 40, hi: 40 })
  expect(shown.mean?.lo).toBeCloseTo(222 / 60)
  expect(shown.undecided).toBe(0)
})

test('two blocks: the finest coding they share, the rest is not split', () => {
  const shown = figures(smileys(0, 1, 2, 4, 5), smileys(3, 3, 3, 18, 21))
  expect(plain(shown)).toEqual([
    [[0, 1, 2], 9, 13],
    [[3, 4], 47, 51],
  ])
  expect(shown.undecided).toBe(4)
  expect(shown.mean).toMatchObject({ hi: 4.4 })
})

test('few answers: no mean, and a bound', () => {
  expect(figures(smileys(0, 0, 0, 2, 5))).toMatchObject({ n: 7, high: { lo: 4, hi: 7 } })
  expect(figures(smileys(0, 0, 0, 2, 5)).mean).toBeUndefined()
  // Twelve of which few are on a side: the mean may lie anywhere, so there is none.
  expect(figures(smileys(12, 0, 0, 0, 0)).mean).toBeUndefined()
})

test('fewer than k: nothing, not even how many', () => {
  expect(figures(smileys(0, 0, 1, 1, 2))).toEqual({
    n: 0,
    cells: [],
    undecided: 0,
    high: { lo: 0, hi: 0 },
  })
})

test('options that one block joins are joined over all', () => {
  const shape = choiceOf(3)
  const print = (...counts: number[]) => printAtom(counts, shape, policy)
  const shown = figuresOf(shape, [print(10, 12, 20), print(10, 2, 4)])
  expect(shown.cells).toEqual([
    { answers: [0], lo: 20, hi: 20 },
    { answers: [1, 2], lo: 38, hi: 38 },
  ])
  expect(figuresOf(shape, [print(4, 4, 0)]).cells).toEqual([])
})

test('what is shown never leaves out the truth, nor counts anybody twice', () => {
  const tally = fc.array(fc.nat(40), { minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(fc.array(tally, { minLength: 1, maxLength: 4 }), blocks => {
      const shown = blocks.filter(counts => counts.reduce((a, b) => a + b, 0) >= policy.k)
      fc.pre(shown.length > 0)
      const found = figures(...shown.map(counts => smileys(...counts)))
      for (const { answers, lo, hi } of found.cells) {
        const truth = shown
          .flatMap(counts => answers.map(answer => counts[answer]!))
          .reduce((a, b) => a + b, 0)
        expect(truth).toBeGreaterThanOrEqual(lo)
        expect(truth).toBeLessThanOrEqual(hi)
      }
      expect(found.undecided).toBeGreaterThanOrEqual(0)
    }),
  )
})

describe('from one event to the next', () => {
  const content = (high: number, n: number) =>
    figuresOf(YES_NO, [printAtom([n - high, high], YES_NO, policy)])

  test.each([
    ['higher', content(10, 20), content(30, 40)],
    ['lower', content(30, 40), content(10, 20)],
    ['no_clear_change', content(10, 20), content(20, 40)],
    // 16 to 20 of 20, and 15 of 20: they might be the same.
    ['no_clear_change', content(19, 20), content(16, 20)],
    ['too_few', content(5, 9), content(30, 40)],
  ] as const)('%s', (change, before, after) => {
    expect(changeBetween(before, after)).toBe(change)
  })

  test('choices without an order do not go up or down', () => {
    const choice = figuresOf(choiceOf(3), [printAtom([10, 12, 20], choiceOf(3), policy)])
    expect(changeBetween(choice, choice)).toBe('too_few')
  })
})
