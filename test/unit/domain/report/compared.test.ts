import { compared, forGroup, groupsIn, MOST_COMPARED } from '../../../../src/domain/report/compared'

test('of a choice the newest that are over stand side by side, six at most', () => {
  const lines = Array.from({ length: 9 }, (_, index) => ({ id: index, isOver: index > 0 }))
  expect(compared(lines).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6])
  expect(compared(lines)).toHaveLength(MOST_COMPARED)
  expect(compared(lines.slice(0, 1))).toEqual([])
})

const asked = (...labels: string[]) => ({ classes: labels.map((label, n) => ({ label, n })), n: 40 })
const eventOf = (...questions: ReturnType<typeof asked>[]) => ({ evaluations: [{ questions }] })

test('groups are those that were fixed when an event was planned, each once', () => {
  expect(groupsIn([eventOf(asked(), asked('nl', 'ar+other')), eventOf(asked('nl', 'fr'))])).toEqual([
    'ar+other',
    'fr',
    'nl',
  ])
  expect(groupsIn([eventOf(asked())])).toEqual([])
})

test.each([
  ['nobody in particular', undefined, 40],
  ['a group of this event', 'fr', 1],
  ['a group that is in a larger one here', 'ar', null],
  ['a group of another event', 'so', null],
])('for %s', (_, group, n) => {
  expect(forGroup(asked('nl', 'fr', 'ar+other'), group)?.n ?? null).toBe(n)
})
