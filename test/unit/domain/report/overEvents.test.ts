import { type EventLine, overEvents } from '../../../../src/domain/report/overEvents'

const line = (kind: string, people: string[], isOver = true): EventLine => ({
  event: { id: kind, series: kind, name: kind, start: '2026-03-12T14:00', end: '', zone: '', place: '' },
  kind,
  isOver,
  invited: 10,
  saidYes: 8,
  came: people.length,
  asked: 0,
  answered: 0,
  people,
})
const people = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => String(from + index))
const LINES = [
  line('cafe', people(0, 9)),
  line('cafe', people(3, 12)),
  line('fair', people(0, 6)),
  line('module', people(0, 2)),
  line('dates', people(1, 3)),
  line('fair', people(0, 40), false),
]

test('people and participations stand apart, for each kind and for all', () => {
  const { people: all, participations, kinds } = overEvents(LINES, 1)
  expect([all, participations]).toEqual([12, 28])
  expect(kinds).toEqual([
    { kinds: ['cafe'], people: 12, participations: 18 },
    { kinds: ['fair'], people: 6, participations: 6 },
    { kinds: ['dates'], people: 2, participations: 2 },
    { kinds: ['module'], people: 2, participations: 2 },
  ])
})

test('for who knows nobody kinds to which few came stand together, and are never told apart by what is left', () => {
  // Three different people came to the two small kinds: the smallest other one joins them.
  expect(overEvents(LINES, 5).kinds).toEqual([
    { kinds: ['cafe'], people: 12, participations: 18 },
    { kinds: ['fair', 'dates', 'module'], people: 6, participations: 10 },
  ])
  expect(overEvents([line('module', people(0, 2))], 5).kinds).toEqual([])
  expect(overEvents([], 5).kinds).toEqual([])
})
