import { type Policy, printAtom, USUAL_POLICY } from '../../../../src/domain/anonymity/printAtom'
import { choiceOf, SMILEY, scaleOf, YES_NO } from '../../../../src/domain/anonymity/shape'
import { disclosures } from './enumerator'

const FIVE: Policy = { k: 5, s: 5 }
const YES_PARTLY_NO = scaleOf(2, 1)
const FOUR_STEPS = scaleOf(2, 2)

test.each([
  [
    'twelve, mixed: at least eight content, five at the top',
    [0, 1, 2, 4, 5],
    { say: 'few', n: 12, side: 'low', edge: 5 },
  ],
  ['twelve, everyone gave the worst', [12, 0, 0, 0, 0], { say: 'few', n: 12, side: 'high' }],
  [
    'eleven the worst and one the next: the same sentence',
    [11, 1, 0, 0, 0],
    { say: 'few', n: 12, side: 'high' },
  ],
  [
    'twelve, divided',
    [2, 1, 2, 3, 4],
    {
      say: 'cells',
      n: 12,
      cells: [
        [0, 1, 2],
        [3, 4],
      ],
      counts: [5, 7],
    },
  ],
  ['four: not even the number', [0, 0, 1, 1, 2], { say: 'too few' }],
  ['five', [0, 0, 1, 2, 2], { say: 'majority', n: 5, high: true }],
  [
    'hundred and twenty: all faces',
    [5, 6, 15, 44, 50],
    { say: 'cells', n: 120, cells: [[0], [1], [2], [3], [4]], counts: [5, 6, 15, 44, 50] },
  ],
])('%s', (_label, counts, printed) => {
  expect(printAtom(counts, SMILEY, FIVE)).toEqual(printed)
})

test('neighbours are joined from the far ends inwards, the sides never', () => {
  const shown = ({ ladder }: { ladder: number[][][] }) =>
    ladder.map(cells => cells.map(cell => cell.map(answer => answer + 1).join('')).join('·'))
  expect(shown(SMILEY)).toEqual(['1·2·3·4·5', '12·3·4·5', '123·4·5', '123·45'])
  expect(shown(FOUR_STEPS)).toEqual(['1·2·3·4', '12·3·4', '12·34'])
  expect(shown(YES_PARTLY_NO)).toEqual(['1·2·3', '12·3'])
  expect(shown(YES_NO)).toEqual(['1·2'])
})

describe('nobody can be certain about anyone, in any data set there can be', () => {
  test.each([
    ['five faces', SMILEY, 20, USUAL_POLICY],
    ['no, partly, yes', YES_PARTLY_NO, 40, USUAL_POLICY],
    ['yes or no', YES_NO, 60, USUAL_POLICY],
    ['four steps', FOUR_STEPS, 24, USUAL_POLICY],
    ['four steps, counts of five', FOUR_STEPS, 22, FIVE],
    ['one of three', choiceOf(3), 30, USUAL_POLICY],
    ['one of four', choiceOf(4), 18, USUAL_POLICY],
    ['one of five', choiceOf(5), 13, USUAL_POLICY],
    ['five faces, counts of five', SMILEY, 16, FIVE],
    ['no, partly, yes, counts of five', YES_PARTLY_NO, 40, FIVE],
    ['one of four, counts of five', choiceOf(4), 16, FIVE],
    ['five faces, blocks of three', SMILEY, 12, { k: 3, s: 3 }],
  ] as const)('%s', (_label, shape, most, policy) => {
    let tried = 0
    for (let n = 1; n <= most; n++) {
      const result = disclosures(n, shape, policy, Math.min(1, n - 1))
      tried += result.tried
      expect({ n, found: result.found.slice(0, 3) }).toEqual({ n, found: [] })
    }
    expect(tried).toBeGreaterThan(most)
  })

  test('the judge does find a leak where there is one: a plain threshold', () => {
    const careless = { k: 1, s: 1 }
    expect(disclosures(6, SMILEY, careless, 1).found.length).toBeGreaterThan(0)
  })
})
