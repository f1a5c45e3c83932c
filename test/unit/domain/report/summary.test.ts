import { addShares } from '../../../../src/domain/report/addShares'
import { joinSmall, NOT_LISTED } from '../../../../src/domain/report/distribution'
import { summaryLines } from '../../../../src/domain/report/summaryLines'

const printed = (women: number, men: number, other: number, base = women + men + other) =>
  joinSmall(
    [
      { name: 'woman', count: women },
      { name: 'man', count: men },
      { name: 'other', count: other },
    ],
    base,
    5,
  )!

test('what each event prints is added up', () => {
  expect(addShares([printed(20, 10, 5), printed(6, 8, 6)])).toEqual({
    base: 55,
    rows: [
      { name: 'woman', count: 26, percent: 47.3 },
      { name: 'man', count: 18, percent: 32.7 },
      { name: 'other', count: 11, percent: 20 },
    ],
  })
})

test('what stands together in one of them stands together in the sum, so nothing can be subtracted', () => {
  // Two men and one other were joined in the first; the second tells them apart.
  expect(addShares([printed(20, 5, 1), printed(10, 9, 7)])).toEqual({
    base: 52,
    rows: [{ name: 'woman', count: 30, percent: 57.7 }],
    other: { names: ['man', 'other'], count: 22, percent: 42.3 },
  })
})

test('whoever is in no row stays with the rows that were joined for them', () => {
  const found = addShares([printed(20, 10, 0, 33)])
  expect(found?.other).toMatchObject({ names: expect.arrayContaining(['other', NOT_LISTED]) })
  expect(found?.rows.reduce((sum, { count }) => sum + count, found.other!.count)).toBe(33)
})

test('where every row is joined somewhere, or nothing was printed, nothing is said', () => {
  expect(addShares([])).toBeNull()
  expect(addShares([printed(20, 5, 1), printed(3, 20, 2)])).toBeNull()
})

const line = (name: string, invited: number, isOver = true) => ({
  event: { id: name, series: name, name, start: '2026-03-12T14:00', end: '', zone: '', place: '' },
  isOver,
  invited,
  came: invited / 2,
})

test('few events have a line each; more stand by kind, and the smallest kinds together', () => {
  expect(summaryLines([line('a', 4), line('b', 6), line('c', 8, false)], 3)).toEqual([
    { name: 'a', start: '2026-03-12T14:00', events: 1, invited: 4, came: 2 },
    { name: 'b', start: '2026-03-12T14:00', events: 1, invited: 6, came: 3 },
  ])
  expect(summaryLines([line('a', 4), line('a', 6), line('b', 20)], 2)).toEqual([
    { name: 'b', events: 1, invited: 20, came: 10 },
    { name: 'a', events: 2, invited: 10, came: 5 },
  ])
  const many = ['a', 'b', 'c', 'd'].map((name, index) => line(name, 10 * (index + 1)))
  expect(summaryLines(many, 3).map(({ name, invited, events }) => [name, invited, events])).toEqual([
    ['d', 40, 1],
    ['c', 30, 1],
    ['', 30, 2],
  ])
  expect(summaryLines([], 3)).toEqual([])
})
