import { type FollowedPerson, outcomeAfter, outcomeOn } from '../../../../src/domain/report/outcome'
import {
  exactOutcomes,
  groupedOutcomes,
  type WrittenPerson,
} from '../../../../src/domain/report/outcomeReport'
import { quarterEnds, settled } from '../../../../src/domain/report/settled'

const person = (
  notes: [day: string, statuses: FollowedPerson['notes'][number]['statuses'], writtenOn?: string][],
  over: Partial<WrittenPerson> = {},
): WrittenPerson => ({
  inside: true,
  startedOn: '2026-01-31',
  notes: notes.map(([day, statuses, writtenOn = day]) => ({ day, statuses, writtenOn })),
  ...over,
})

/** Three months after 31 January is 30 April. */
test.each([
  ['2026-04-22', 0],
  ['2026-04-23', 1],
  ['2026-04-30', 1],
  ['2026-05-21', 1],
  ['2026-05-22', 0],
])('a note of %s is about the point at three months: %s', (day, known) => {
  expect(outcomeAfter([person([[day, ['employee']]])], 3, '2026-12-31')).toMatchObject({ due: 1, known })
})

test('of two notes around a point the last counts; before the point nobody is due', () => {
  const corrected = person([
    ['2026-04-30', ['employee']],
    ['2026-04-30', []],
  ])
  expect(outcomeAfter([corrected], 3, '2026-04-30')).toMatchObject({ known: 1, inWork: 0 })
  expect(outcomeAfter([corrected], 3, '2026-04-29')).toMatchObject({ due: 0, known: 0 })
})

test('on a day the last thing known counts, however old; who began later does not', () => {
  const people = [person([['2026-02-01', ['self_employed']]]), person([], { startedOn: '2026-09-01' })]
  expect(outcomeOn(people, '2026-08-31')).toMatchObject({ due: 1, known: 1, selfEmployed: 1 })
})

test('who is outside the target group is in no outcome, and in the share of those outside', () => {
  const people = [person([['2026-04-30', ['employee']]]), person([['2026-04-30', []]], { inside: false })]
  const asked = { day: '2026-05-01', today: '2026-05-01', limit: 20 }
  const found = exactOutcomes(people, asked)
  expect(found.fit).toEqual({ outside: 1, inside: 1, share: 50, limit: 20, isOver: true })
  expect(found.points.map(({ point, outcome }) => [point, outcome.known])).toEqual([
    [3, 1],
    [6, 0],
    [9, 0],
    [12, 0],
    [null, 1],
  ])
})

test.each([
  ['2026-01-31', '2026-03-31', []],
  ['2026-01-31', '2026-04-01', ['2026-03-31']],
  ['2025-12-31', '2026-08-01', ['2025-12-31', '2026-03-31', '2026-06-30']],
  ['2026-05-01', '2026-04-01', []],
])('quarters that ended from %s to before %s', (first, today, ends) => {
  expect(quarterEnds(first, today)).toEqual(ends)
})

test('a version stays until k people differ from it, also when each new one differs by few', () => {
  const look = (known: number) => Array.from({ length: 20 }, (_, index) => (index < known ? 'none' : null))
  expect(settled([look(4)], 5)).toBeNull()
  expect(settled([look(6), look(8), look(10)], 5)).toBe(0)
  expect(settled([look(6), look(8), look(11)], 5)).toBe(2)
})

describe('for who knows nobody', () => {
  const many = (count: number, statuses: FollowedPerson['notes'][number]['statuses'], writtenOn?: string) =>
    Array.from({ length: count }, () => person([['2026-04-30', statuses, writtenOn]]))
  const atThree = (people: readonly WrittenPerson[], today: string) =>
    groupedOutcomes(people, today, 5).points.find(({ point }) => point === 3)?.figure

  test('small groups are joined, and the base is of whom it is known', () => {
    const people = [
      ...many(9, ['employee']),
      ...many(2, ['self_employed']),
      ...many(4, ['employee', 'self_employed']),
      ...many(8, []),
      ...many(3, 'unknown'),
    ]
    expect(atThree(people, '2026-07-01')).toMatchObject({
      day: '2026-06-30',
      shares: {
        base: 23,
        rows: [
          { name: 'employee', count: 9 },
          { name: 'none', count: 8 },
        ],
        other: { names: ['self_employed', 'both'], count: 6 },
      },
    })
  })

  test('where all are the same nothing is shown: it would say it of each of them', () => {
    expect(atThree(many(12, ['employee']), '2026-07-01')).toBeNull()
  })

  test('one note more changes nothing, at once or at the end of the next quarter', () => {
    const people = [...many(9, ['employee']), ...many(8, [])]
    const one = person([['2026-05-01', [], '2026-08-01']])
    for (const today of ['2026-08-02', '2026-10-01'])
      expect(atThree([...people, one], today)).toEqual(atThree(people, today))
    const five = [...people, ...many(5, ['employee'], '2026-08-01')]
    expect(atThree(five, '2026-09-30')).toEqual(atThree(people, '2026-09-30'))
    expect(atThree(five, '2026-10-01')).toMatchObject({ day: '2026-09-30', shares: { base: 22 } })
  })

  test('the share outside the target group is of everybody, noted or not', () => {
    const people = [
      ...Array.from({ length: 6 }, () => person([], { inside: false })),
      ...Array.from({ length: 30 }, () => person([])),
    ]
    const { fit } = groupedOutcomes(people, '2026-04-01', 5)
    expect(fit).toMatchObject({
      day: '2026-03-31',
      shares: { base: 36, rows: [{ count: 30 }, { count: 6 }] },
    })
    expect(groupedOutcomes(people.slice(2), '2026-04-01', 5).fit).toBeNull()
  })
})
