import { keptOf } from '../../../../src/domain/contacts/workNote'
import { type BesideWork, besideFigures } from '../../../../src/domain/report/besideWork'
import { outcomeAfter, outcomeOn, type Told } from '../../../../src/domain/report/outcome'
import { groupedOutcomes, type WrittenPerson } from '../../../../src/domain/report/outcomeReport'

const DAY = '2026-04-30'
/** Three months before that day they began. */
const person = (...told: Told[]): WrittenPerson => ({
  inside: true,
  startedOn: '2026-01-31',
  notes: told.map(each => ({ day: DAY, writtenOn: DAY, ...each })),
})
const many = (count: number, told: Told) => Array.from({ length: count }, () => person(told))
const works = (beside: BesideWork = {}): Told => ({ statuses: ['employee'], ...beside })
const rests = (beside: BesideWork = {}): Told => ({ statuses: [], ...beside })
const unknown = (beside: BesideWork = {}): Told => ({ statuses: 'unknown', ...beside })

test('each is of those alone of whom it is known: nobody is out of study by silence', () => {
  const told = [
    works({ studying: true, atLevel: true }),
    works({ studying: false, atLevel: false }),
    works(),
    rests({ studying: true, internship: true }),
    unknown({ internship: false }),
  ]
  expect(besideFigures(told)).toEqual({
    studying: { count: 2, known: 3 },
    internship: { count: 1, known: 2 },
    atLevel: { count: 1, known: 2 },
  })
})

test('a note from before it was asked counts for work, and for nothing else', () => {
  const { known, inWork, beside } = outcomeOn([person(works()), person(rests())], DAY)
  expect({ known, inWork }).toEqual({ known: 2, inWork: 1 })
  for (const figure of Object.values(beside)) expect(figure).toEqual({ count: 0, known: 0 })
})

test('the note that counts for work counts whole: what it does not say is not known any more', () => {
  const corrected = person(works({ studying: true, atLevel: true }), rests({ internship: false }))
  expect(outcomeAfter([corrected], 3, DAY).beside).toEqual({
    studying: { count: 0, known: 0 },
    internship: { count: 0, known: 1 },
    atLevel: { count: 0, known: 0 },
  })
})

test('what is said beside work moves no figure of work', () => {
  const said = [
    works({ studying: true, atLevel: false }),
    rests({ internship: true }),
    unknown({ studying: true }),
  ]
  const alone = said.map(({ statuses }) => person({ statuses }))
  const { beside: _, ...withAll } = outcomeAfter(
    said.map(told => person(told)),
    3,
    DAY,
  )
  const { beside: __, ...workAlone } = outcomeAfter(alone, 3, DAY)
  expect(withAll).toEqual(workAlone)
})

test.each([
  ['employee', { atLevel: true }, { statuses: ['employee'], atLevel: true }],
  [
    'both',
    { atLevel: false, studying: true },
    { statuses: ['employee', 'self_employed'], atLevel: false, studying: true },
  ],
  ['none', { atLevel: true, studying: false }, { statuses: [], studying: false }],
  ['unknown', { atLevel: true, internship: true }, { internship: true }],
] as const)('of %s with %j a note keeps %j', (work, beside, kept) => {
  expect(keptOf(work, beside)).toEqual(kept)
})

describe('for who knows nobody', () => {
  const K = 5
  const seen = (people: readonly WrittenPerson[], today = '2026-07-01') => groupedOutcomes(people, today, K)
  const study = (people: readonly WrittenPerson[], today?: string) =>
    seen(people, today).beside.find(({ point, question }) => point === 3 && question === 'studying')!.figure

  test('study is of whom it is known, with that base', () => {
    const people = [
      ...many(7, works({ studying: true })),
      ...many(6, rests({ studying: false })),
      ...many(9, rests()),
    ]
    expect(study(people)).toMatchObject({
      day: '2026-06-30',
      shares: {
        base: 13,
        rows: [
          { name: 'yes', count: 7 },
          { name: 'no', count: 6 },
        ],
      },
    })
  })

  test('of whatever answers, both sides are k people at least, or nothing is said', () => {
    let shown = 0
    for (let yes = 0; yes <= 12; yes++)
      for (let no = 0; no <= 12; no++) {
        const figure = study([
          ...many(yes, works({ studying: true })),
          ...many(no, rests({ studying: false })),
          ...many(8, rests()),
        ])
        expect([yes, no, figure !== null]).toEqual([yes, no, yes >= K && no >= K])
        if (figure) shown += 1
      }
    expect(shown).toBe(64)
  })

  test('one answer more changes nothing, at once or at the end of the next quarter', () => {
    const people = [...many(7, works({ studying: true })), ...many(6, rests({ studying: false }))]
    const later = (count: number) =>
      many(count, works({ studying: true })).map(one => ({
        ...one,
        notes: one.notes.map(note => ({ ...note, writtenOn: '2026-08-01' })),
      }))
    for (const today of ['2026-08-02', '2026-10-01']) {
      expect(study([...people, ...later(1)], today)).toEqual(study(people, today))
      expect(study([...people, ...later(4)], today)).toEqual(study(people, today))
    }
    expect(study([...people, ...later(5)], '2026-10-01')).toMatchObject({ shares: { base: 18 } })
  })

  test('nothing tells of the level of work: it is asked of who works, and would say how many do', () => {
    // Where everybody works nothing is shown of work, and neither may a base say it.
    const people = many(12, works({ studying: true }))
    const level = people.map((one, index) => ({
      ...one,
      notes: one.notes.map(note => ({ ...note, atLevel: index < 6 })),
    }))
    expect(seen(level)).toEqual(seen(people))
    expect(seen(level).points[0]!.figure).toBeNull()
  })
})
