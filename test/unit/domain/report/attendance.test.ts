import type { Enrolment } from '../../../../src/domain/campaign'
import { attendanceOf } from '../../../../src/domain/report/attendance'
import { isOneSided, joinSmall } from '../../../../src/domain/report/distribution'

const people = (rsvp: Enrolment['rsvp'], ...attended: (boolean | undefined)[]) =>
  attended.map(mark => ({
    ...(rsvp ? { rsvp } : {}),
    ...(mark === undefined ? {} : { attended: mark }),
  }))

test('what people said, and who of them came', () => {
  const found = attendanceOf([
    ...people('yes', true, true, false, undefined),
    ...people('no', true),
    ...people(undefined, undefined),
  ])
  expect(found).toMatchObject({ isMarked: true, invited: 6, came: 3 })
  expect(found.said).toEqual({
    yes: { people: 4, came: 2 },
    maybe: { people: 0, came: 0 },
    no: { people: 1, came: 1 },
    silent: { people: 1, came: 0 },
  })
})

test('without marks at the door, who said yes counts as having come', () => {
  expect(attendanceOf(people('yes', undefined, undefined))).toMatchObject({ isMarked: false, came: 2 })
})

describe('rows for a reader who knows nobody’s name', () => {
  const rows = (...counts: number[]) => counts.map((count, index) => ({ name: 'abcd'[index]!, count }))
  const shown = (counts: number[], base: number) => {
    const list = joinSmall(rows(...counts), base, 5)
    return list && [list.rows.map(({ name }) => name).join(''), list.other?.names.join(''), list.other?.count]
  }

  test.each([
    [[20, 10, 6], 36, ['abc', undefined, undefined]],
    // Two people and nobody at all are not told apart, and five are needed together.
    [[20, 10, 2, 0], 32, ['a', 'bcd', 12]],
    [[20, 4, 3], 27, ['a', 'bc', 7]],
    // Of equals the one declared last.
    [[6, 6, 1], 13, ['a', 'bc', 7]],
  ])('%j of %i', (counts, base, expected) => {
    expect(shown(counts, base)).toEqual(expected)
  })

  test('nothing when no row can stand', () => {
    expect(joinSmall(rows(4, 3), 7, 5)).toBeNull()
    expect(joinSmall([], 0, 5)).toBeNull()
    expect(joinSmall(rows(6, 1), 7, 5)).toBeNull()
  })
})

test('one sex over the limit is said, just at it is not', () => {
  expect([isOneSided([65, 35], 65), isOneSided([66, 34], 65), isOneSided([0, 0], 65)]).toEqual([
    false,
    true,
    false,
  ])
})
