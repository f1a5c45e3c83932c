import path from 'node:path'
import { loadContent } from '../../../src/content/loadContent'
import { USUAL_POLICY } from '../../../src/domain/anonymity/printAtom'
import { readReport } from '../../../src/use-cases/readReport'
import { readReports } from '../../../src/use-cases/readReports'
import { keepWork } from '../../support/keepWork'
import { openTestDocuments, type TestDocuments } from '../../support/openDocuments'
import { keepPastEvent, type PastEvent } from '../../support/pastEvent'
import { at } from '../../support/timelineBuilders'

const { content } = loadContent(path.join(__dirname, '../../..'))
const MARCH: PastEvent = {
  organisation: 'org',
  campaign: 'march',
  series: 'cafe',
  name: 'Job café',
  start: '2026-03-12T14:00',
  faces: [2, 3, 5, 6, 4],
}
const JUNE: PastEvent = { ...MARCH, campaign: 'june', start: '2026-06-11T14:00', faces: [0, 1, 1, 8, 10] }
const clock = { now: () => at('2026-07-01T09:00') }

let store: TestDocuments
beforeAll(async () => {
  store = await openTestDocuments()
  await store.documents.collection('organisations').insert({
    _id: 'org',
    name: 'House',
    project: 'Events',
    zone: 'Europe/Brussels',
    languages: ['nl'],
    holidays: true,
    senders: { whatsapp: undefined, sms: undefined },
    contactPerson: { name: 'Els', phone: '+32470000000' },
    policy: USUAL_POLICY,
  })
  await keepPastEvent(store.documents, content, MARCH)
  await keepPastEvent(store.documents, content, JUNE)
  await keepPastEvent(store.documents, content, { ...MARCH, campaign: 'other', organisation: 'elsewhere' })
})
afterAll(() => store.dispose())

const report = async (id: string, reader: 'staff' | 'organiser') => {
  const campaign = await store.documents.collection('campaigns').get(id)
  return readReport({ ...store, content, clock }, campaign!, reader)
}
const over = (asked: Partial<Parameters<typeof readReports>[1]> = {}) =>
  readReports({ ...store, content, clock }, { organisation: 'org', ...asked })

test('who came, how the messages travelled, and what people thought', async () => {
  const found = await report('march', 'staff')
  expect(found.attendance).toMatchObject({ invited: 40, came: 28, isMarked: true })
  const [first, second] = found.steps
  expect(first).toMatchObject({ step: 'save_the_date', audience: 'participant', all: { sent: 40 } })
  expect(second?.language?.map(({ members }) => members)).toEqual([['ar'], ['fa'], ['fr'], ['nl'], ['ps']])
  const [survey] = found.evaluations
  expect(survey).toMatchObject({
    instrument: 'E-02',
    state: 'closed',
    asked: { answered: expect.any(Number) },
  })
  const supervisors = survey?.questions.find(({ question }) => question === 'supervisors')
  expect(supervisors?.figures).toMatchObject({ n: 20, high: { lo: 10, hi: 10 } })
})

test('an organiser sees small groups together, by name, and nothing of few', async () => {
  const found = await report('march', 'organiser')
  expect(found.classes.language).toEqual([['ar'], ['fa', 'ps'], ['fr'], ['nl']])
  expect(found.steps[0]?.language?.map(({ members, funnel }) => [members.join(), funnel.sent])).toEqual([
    ['ar', 10],
    ['fa,ps', 7],
    ['fr', 5],
    ['nl', 18],
  ])
  // One interpreter and eight families with children: the one is in no figure of its own.
  expect(found.needs).toBeNull()
  expect((await report('march', 'staff')).needs?.rows.map(({ name, count }) => [name, count])).toEqual([
    ['childcare', 8],
    ['interpreter', 1],
  ])
  const gender = found.profile.find(({ question }) => question === 'gender')
  expect(gender).toMatchObject({
    known: 40,
    shares: { rows: [{ name: 'woman', count: 26 }], other: { count: 14 } },
  })
})

test('nobody’s name or number is in what either of them gets', async () => {
  for (const reader of ['staff', 'organiser'] as const)
    expect(JSON.stringify(await report('march', reader))).not.toMatch(/Geheim|\+32/)
})

test('what volunteers thought: each count for staff, groups of five for who knows nobody', async () => {
  const replies = store.documents.collection('namedReplies')
  for (const [index, again] of ['yes', 'yes', 'yes', 'yes', 'yes', 'no'].entries())
    await replies.insert({
      _id: `volunteer-${index}`,
      organisation: 'org',
      contact: `volunteer-${index}`,
      campaign: 'march',
      dialog: 'volunteer-feedback',
      version: 1,
      answers: { briefing: 4, again },
      skipped: ['form'],
      complete: index > 0,
      at: 1,
      turn: 1,
    })
  const [staff, organiser] = await Promise.all(
    (['staff', 'organiser'] as const).map(async reader =>
      (await report('march', reader)).named.find(({ instrument }) => instrument === 'E-33'),
    ),
  )
  expect(staff).toMatchObject({ replies: 6, complete: 5 })
  expect(staff?.questions.map(({ question, n, mean }) => [question, n, mean])).toEqual([
    ['briefing', 6, 4],
    ['form', 0, undefined],
    ['again', 6, undefined],
  ])
  expect(staff?.questions[2]?.shares?.rows).toMatchObject([
    { name: 'no', count: 1 },
    { name: 'yes', count: 5 },
  ])
  expect(organiser).toMatchObject({ replies: 6 })
  expect(organiser?.complete).toBeUndefined()
  // One no would be somebody's; the sixth form is in no heap of five yet.
  expect(organiser?.questions[2]).toMatchObject({ n: 5, shares: null })
})

test('who was only asked came nowhere, so nothing is said about who came', async () => {
  const campaign = (await store.documents.collection('campaigns').get('march'))!
  const asked = { ...campaign, timeline: { id: 'satisfaction', version: 1 } }
  const [alone, together] = await Promise.all(
    [asked, campaign].map(one => readReport({ ...store, content, clock }, one, 'staff')),
  )
  expect([alone!.gathers, together!.gathers]).toEqual([false, true])
})

test('before the end an organiser gets no shares of people: one more would show', async () => {
  const campaign = await store.documents.collection('campaigns').get('june')
  const before = { now: () => at('2026-06-11T15:00') }
  const found = await readReport({ ...store, content, clock: before }, campaign!, 'organiser')
  expect([found.isOver, found.profile, found.needs]).toEqual([false, [], null])
})

test('over events: people, how often they came, and the answers of both', async () => {
  const found = await over()
  expect(found.lines.map(({ event }) => event.id)).toEqual(['june', 'march'])
  expect(found.over).toMatchObject({ events: 2, people: 56, participations: 56, counts: [80, 72, 56, 40] })
  const [survey] = found.instruments
  const supervisors = survey?.questions.find(({ question }) => question === 'supervisors')
  // 10 of 20 in March; in June fewer than 3 of 20 were not content.
  expect(supervisors?.figures).toMatchObject({ n: 40, high: { lo: 28, hi: 30 } })
  expect(JSON.stringify(found)).not.toMatch(/Geheim|\+32|march-\d/)
})

test('a series, some months, both: always the same arithmetic', async () => {
  const months = await over({ from: '2026-06', to: '2026-06' })
  expect(months.lines.map(({ event }) => event.id)).toEqual(['june'])
  const both = await over({ series: 'cafe', from: '2026-06', to: '2026-06' })
  expect(both.instruments).toEqual(months.instruments)
  expect((await over({ series: 'cafe' })).instruments).toEqual((await over()).instruments)
  expect((await over({ series: 'fair' })).lines).toEqual([])
  expect((await over({ audience: 'partner' })).over.counts).toEqual([0, 0, 0, 0])
})

describe('who found work', () => {
  /** Three of every four came: 28, of whom two are outside the target group and one took back the yes. */
  beforeAll(async () => {
    const came = Array.from({ length: 40 }, (_, index) => index)
      .filter(index => index % 4 !== 3 && index % 10 !== 9)
      .map(index => `march-${index}`)
    expect(came).toHaveLength(28)
    const { documents } = store
    await keepWork(
      documents,
      'org',
      '2026-06-12',
      came.map((contact, place) => [
        contact,
        place < 9 ? ['employee'] : place < 11 ? ['employee', 'self_employed'] : place < 24 ? [] : 'unknown',
      ]),
    )
    const contacts = documents.collection('contacts')
    for (const contact of came.slice(0, 2))
      await contacts.update({ _id: contact }, { set: { fit: 'outside' } })
    const no = { ...(await contacts.get(came[2]!))!.consents.at(-1)!, key: 'no', state: 'withdrawn' } as const
    await contacts.update({ _id: came[2]! }, { push: { consents: no } })
    // Who never came has no first action.
    await keepWork(documents, 'org', '2026-06-12', [['march-3', ['employee']]])
  })
  const outcomes = async (asked: Parameters<typeof over>[0]) => (await over(asked)).outcomes

  test('of the people inside the target group whose status is known', async () => {
    const found = await outcomes({ series: 'cafe', outcomes: { reader: 'staff' } })
    if (found?.reader !== 'staff') throw new Error('no exact outcomes')
    expect(found).toMatchObject({
      day: '2026-07-01',
      people: 56,
      fit: { outside: 2, share: 3.6, isOver: false },
    })
    // March's are due, June's are not yet.
    const [three, six] = found.points
    expect(three?.outcome).toMatchObject({
      due: 26,
      known: 21,
      employee: 8,
      selfEmployed: 2,
      both: 2,
      inWork: 8,
      percent: { inWork: 38.1 },
    })
    expect(six?.outcome).toMatchObject({ due: 0, known: 0, percent: { inWork: null } })
    const before = await outcomes({ outcomes: { reader: 'staff', day: '2026-06-11' } })
    expect(before).toMatchObject({
      points: expect.arrayContaining([{ point: null, outcome: expect.objectContaining({ known: 0 }) }]),
    })
  })

  test('an organiser gets groups, of all events together alone', async () => {
    const reader = 'organiser' as const
    const found = await outcomes({ outcomes: { reader } })
    expect(found).toMatchObject({
      fit: null,
      points: [
        {
          point: 3,
          figure: {
            day: '2026-06-30',
            shares: { base: 21, rows: [{ name: 'none', count: 13 }], other: { count: 8 } },
          },
        },
        { point: 6, figure: null },
        { point: 9 },
        { point: 12 },
        { point: null },
      ],
    })
    for (const choice of [
      { series: 'cafe' },
      { from: '2026-03' },
      { to: '2026-03' },
      { audience: 'participant' as const },
    ])
      expect(await outcomes({ ...choice, outcomes: { reader } })).toBeNull()
  })

  test('partners find no work by us; who did not ask reads nothing', async () => {
    expect(await outcomes({ audience: 'partner', outcomes: { reader: 'staff' } })).toBeNull()
    expect(await outcomes({})).toBeNull()
  })
})
