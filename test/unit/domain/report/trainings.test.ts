import type { TrainingKind, TrainingStatus } from '../../../../src/domain/contacts/training'
import { settledTogether } from '../../../../src/domain/report/settled'
import { exactTrainings, groupedTrainings, type Learner } from '../../../../src/domain/report/trainings'

type State = [kind: TrainingKind, status: TrainingStatus, writtenOn?: string, over?: object]
const training = (...states: State[]): Learner['trainings'][number] =>
  states.map(([kind, status, writtenOn = '2026-02-01', over]) => ({ kind, status, writtenOn, ...over }))
const learner = (trainings: Learner['trainings'], startedOn = '2026-01-31'): Learner => ({
  startedOn,
  trainings,
})
const many = (count: number, ...states: State[]) =>
  Array.from({ length: count }, () => learner([training(...states)]))

describe('for staff', () => {
  const people = [
    learner([
      training(['general_dutch', 'in_progress'], ['general_dutch', 'completed', '2026-03-01']),
      training(['job_specific', 'stopped']),
    ]),
    learner([
      training(['workplace', 'in_progress', undefined, { known: true }]),
      training(['workplace', 'stopped']),
    ]),
    learner([training(['general_content', 'completed', undefined, { mistaken: true }])]),
    learner([]),
  ]

  test('trainings are counted, not people, each by its latest status; work is apart', () => {
    const found = exactTrainings(people, '2026-03-01')
    expect(found).toMatchObject({
      people: 1,
      several: 1,
      workplace: { people: 1, known: 1, registrations: 2 },
    })
    const counts = (rows: { name: string; count: number }[]) => rows.map(({ name, count }) => [name, count])
    expect(counts(found.kinds.rows)).toEqual([
      ['general_content', 0],
      ['general_dutch', 1],
      ['job_specific', 1],
    ])
    expect(counts(found.statuses.rows)).toEqual([
      ['in_progress', 0],
      ['completed', 1],
      ['stopped', 1],
    ])
  })

  test('what was written later is not known before', () => {
    const { rows } = exactTrainings(people, '2026-02-28').statuses
    expect(rows[0]).toEqual({ name: 'in_progress', count: 1, percent: 50 })
    expect(exactTrainings(people, '2026-01-31')).toMatchObject({ people: 0, kinds: { base: 0 } })
  })
})

test.each<[string, number[][], number | null]>([
  [
    'each of them by k',
    [
      [6, 11],
      [6, 12],
    ],
    1,
  ],
  [
    'one of them by none',
    [
      [6, 6],
      [6, 12],
    ],
    1,
  ],
  [
    'one of them by few',
    [
      [6, 8],
      [6, 12],
    ],
    0,
  ],
  [
    'few at first',
    [
      [3, 8],
      [6, 12],
    ],
    1,
  ],
  [
    'always few',
    [
      [3, 4],
      [4, 4],
    ],
    null,
  ],
])('figures that are shown together change when people differ: %s', (_, figures, shown) => {
  const looks = figures.map(known =>
    known.map(count => Array.from({ length: 20 }, (__, index) => (index < count ? 'yes' : null))),
  )
  expect(settledTogether(looks, 5)).toBe(shown)
})

describe('for who knows nobody', () => {
  const seen = (people: readonly Learner[], today = '2026-04-01') =>
    Object.fromEntries(groupedTrainings(people, today, 5).figures.map(({ of, figure }) => [of, figure]))

  test('people in groups of five, each once, also who follows several', () => {
    const both = Array.from({ length: 6 }, () =>
      learner([training(['general_dutch', 'completed']), training(['job_specific', 'in_progress'])]),
    )
    const found = seen([
      ...many(9, ['general_dutch', 'completed']),
      ...many(2, ['job_specific', 'stopped']),
      ...both,
    ])
    expect(found.kinds).toMatchObject({
      day: '2026-03-31',
      shares: {
        base: 17,
        rows: [{ name: 'general_dutch', count: 9 }],
        other: { names: ['general_content', 'job_specific', 'several'], count: 8 },
      },
    })
    expect(found.statuses?.shares).toMatchObject({ base: 17, rows: [{ name: 'completed', count: 9 }] })
    expect(found.workplace).toBeNull()
  })

  test('where nearly all are the same, and of fewer than five, nothing is shown', () => {
    const known = (count: number, is: boolean) =>
      many(count, ['workplace', 'completed', undefined, { known: is }])
    expect(seen([...known(138, true), ...known(2, false)]).workplace).toBeNull()
    expect(seen([...known(8, true), ...known(5, false)]).workplace).toMatchObject({ shares: { base: 13 } })
    expect(seen(many(4, ['general_dutch', 'completed']))).toEqual({
      kinds: null,
      statuses: null,
      workplace: null,
    })
  })

  test('one more, one corrected or one taken away changes nothing until five differ', () => {
    const people = [...many(9, ['general_dutch', 'completed']), ...many(8, ['job_specific', 'stopped'])]
    const before = seen(people)
    const later = '2026-05-01'
    const changed = (...states: State[]) => [learner([training(...states)]), ...people.slice(1)]
    for (const one of [
      [...people, learner([training(['job_specific', 'stopped', later])])],
      changed(['general_dutch', 'completed'], ['job_specific', 'completed', later]),
      changed(['general_dutch', 'completed'], ['general_dutch', 'completed', later, { mistaken: true }]),
    ])
      expect(seen(one, '2026-10-01')).toEqual(before)
    const five = [...people, ...many(5, ['job_specific', 'stopped', later])]
    expect(seen(five, '2026-10-01').kinds).toMatchObject({ day: '2026-06-30', shares: { base: 22 } })
  })

  test('who first came later is not in it before', () => {
    const late = many(9, ['general_dutch', 'completed']).map(one => ({ ...one, startedOn: '2026-04-02' }))
    expect(seen([...late, ...many(9, ['job_specific', 'stopped'])]).kinds).toBeNull()
  })
})
