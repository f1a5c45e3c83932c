import type { WorkForm } from '../../../src/domain/contacts/workNote'
import { forgetOld } from '../../../src/use-cases/forgetOld'
import { noteTraining } from '../../../src/use-cases/noteTraining'
import { noteWork } from '../../../src/use-cases/noteWork'
import { readWork } from '../../../src/use-cases/readWork'
import { openTestDocuments, type TestDocuments } from '../../support/openDocuments'
import { aStoredContact } from '../../support/storedExamples'
import { aCampaign, anEvent, anOrganisation } from '../../support/timelineBuilders'

let now = Date.parse('2026-06-20T10:00:00Z')
const clock = { now: () => now, monotonic: () => now } as never
const C8 = {
  key: 'c8',
  purpose: 'C8',
  state: 'given',
  version: 'staff',
  language: 'nl',
  at: 1,
  by: 'talk',
} as const
let store: TestDocuments
beforeEach(async () => {
  now = Date.parse('2026-06-20T10:00:00Z')
  store = await openTestDocuments()
  await store.documents.collection('contacts').insert(aStoredContact({ _id: 'amina', consents: [C8] }))
})
afterEach(() => store.dispose())

const amina = async () => (await store.documents.collection('contacts').get('amina'))!
const note = async (form: WorkForm, key = 'form-1') =>
  noteWork({ ...store, clock }, await amina(), { key, form, zone: 'Europe/Brussels', by: 'els' })
const stored = () => store.documents.collection('workNotes').list({})

test('a form that is sent twice is one note', async () => {
  const form = { work: 'both', day: '2026-06-14' }
  expect(await Promise.all([note(form), note(form)])).toEqual([{ ok: true }, { ok: true }])
  expect(await note(form)).toEqual({ ok: true })
  expect(await stored()).toEqual([
    {
      _id: 'work:amina:form-1',
      organisation: 'org',
      contact: 'amina',
      day: '2026-06-14',
      statuses: ['employee', 'self_employed'],
      by: 'els',
      at: now,
    },
  ])
})

test('study, internship and level are noted beside work; the level is of who works, and an old note says nothing of them', async () => {
  await note({ work: 'none', day: '2026-06-12' }, 'old')
  await note({ work: 'none', day: '2026-06-13', studying: true, atLevel: true }, 'studies')
  await note(
    { work: 'employee', day: '2026-06-14', studying: true, internship: false, atLevel: false },
    'works',
  )
  const { notes } = await readWork({ ...store, clock }, await amina(), [])
  const told = notes.map(({ id: _, by: __, at: ___, ...each }) => each)
  expect(told).toEqual([
    { day: '2026-06-14', work: 'employee', studying: true, internship: false, atLevel: false },
    { day: '2026-06-13', work: 'none', studying: true },
    { day: '2026-06-12', work: 'none' },
  ])
})

test.each<[WorkForm, [string, string][]]>([
  [{ work: '', day: '2026-06-14' }, [['work', 'work_missing']]],
  [{ work: 'none', day: 'ooit' }, [['workDay', 'day_unclear']]],
  [
    { work: 'boss', day: '2026-06-21' },
    [
      ['work', 'work_missing'],
      ['workDay', 'day_future'],
    ],
  ],
])('%j is not noted, and each field says why', async (form, problems) => {
  const expected = problems.map(([field, problem]) => ({ field, problem }))
  expect(await note(form)).toEqual({ ok: false, problems: expected })
  expect(await stored()).toEqual([])
})

test('who never agreed to be followed, or took it back, is not', async () => {
  const taken = { ...C8, key: 'no', state: 'withdrawn', at: 2 } as const
  await store.documents.collection('contacts').update({ _id: 'amina' }, { push: { consents: taken } })
  const refused = { ok: false, problems: [{ field: 'work', problem: 'not_followed' }] }
  expect(await note({ work: 'none', day: '2026-06-14' })).toEqual(refused)
})

test('months count from the first event they came to; the last note of a day is the one that counts', async () => {
  const { documents } = store
  const campaigns = ['2026-03-12T14:00', '2026-01-15T14:00', '2026-12-10T14:00'].map((start, index) =>
    aCampaign({ _id: `c${index}`, event: anEvent({ start, end: `${start.slice(0, 11)}17:00` }) }),
  )
  for (const { _id } of campaigns)
    for (const [contact, attended] of [
      ['amina', _id !== 'c1'],
      ['other', true],
    ] as const)
      await documents.collection('enrolments').insert({
        _id: `${_id}:${contact}`,
        organisation: 'org',
        campaign: _id,
        contact,
        audience: 'participant',
        joinedAt: 1,
        rsvp: 'yes',
        attended,
        needs: [],
        evaluations: {},
        turn: 0,
      })
  await note({ work: 'none', day: '2026-06-14' }, 'first')
  now += 60_000
  await note({ work: 'employee', day: '2026-06-14' }, 'second')
  const found = await readWork({ documents, clock }, await amina(), campaigns)
  expect(found).toMatchObject({ mayFollow: true, startedOn: '2026-03-12' })
  expect(found.notes.map(({ work }) => work)).toEqual(['employee', 'none'])
  expect(found.points.map(({ day, work }) => [day, work])).toEqual([
    ['2026-06-12', 'employee'],
    ['2026-09-12', null],
    ['2026-12-12', null],
    ['2027-03-12', null],
  ])
})

test('goes when replies with a name go', async () => {
  await store.documents.collection('organisations').insert(anOrganisation({ _id: 'org' }))
  await note({ work: 'none', day: '2026-06-14' })
  const training = { kind: 'workplace', since: '2026-06-01', status: 'in_progress', statusDay: '2026-06-14' }
  await noteTraining({ ...store, clock }, await amina(), {
    key: 'form-2',
    form: { ...training, known: 'yes' },
    zone: 'Europe/Brussels',
    by: 'els',
  })
  const trainings = () => store.documents.collection('trainings').count({})
  const deps = { ...store, clock, newId: () => 'log' }
  await forgetOld(deps)
  expect([await stored(), await trainings()]).toMatchObject([{ length: 1 }, 1])
  now = Date.parse('2028-06-21T10:00:00Z')
  await forgetOld(deps)
  expect([await stored(), await trainings()]).toEqual([[], 0])
})
