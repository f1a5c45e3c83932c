import { randomBytes } from 'node:crypto'
import { type EventForm, emptyForm } from '../../../src/domain/campaigns/eventForm'
import type { Staff } from '../../../src/domain/staff'
import { createSeal } from '../../../src/seal/createSeal'
import { changeCampaign } from '../../../src/use-cases/changeCampaign'
import { readCampaigns } from '../../../src/use-cases/readCampaigns'
import { forgetDrafts, removeDraft } from '../../../src/use-cases/removeDraft'
import { saveDraft } from '../../../src/use-cases/saveDraft'
import { fakeClock } from '../../support/fakeClock'
import { openTestDocuments, type TestDocuments } from '../../support/openDocuments'
import { anOrganisation, timelineContent } from '../../support/timelineBuilders'

const staff = (name: string, organisation = 'org'): Staff => ({
  _id: name.toLowerCase(),
  organisation,
  name,
  email: `${name.toLowerCase()}@example.org`,
  role: 'coordinator',
  passwordVersion: 1,
})
const els = staff('Els')
const karim = staff('Karim')
const KEY = 'a'.repeat(22)
const DAY = 24 * 3_600_000
const form = (over: Partial<EventForm> = {}): EventForm => ({
  ...emptyForm('networking-event', { name: 'Els', phone: '0470 12 34 56' }),
  name: 'Jobcafé',
  ...over,
})

let store: TestDocuments
let clock: ReturnType<typeof fakeClock>
beforeEach(async () => {
  store = await openTestDocuments()
  clock = fakeClock('2026-11-03T09:00:00Z')
  await store.documents.collection('organisations').insert(anOrganisation())
  await store.documents.collection('organisations').insert(anOrganisation({ _id: 'others' }))
})
afterEach(() => store.dispose())

const deps = () => ({ documents: store.documents, content: timelineContent, clock })
const save = (by: Staff, over: Partial<EventForm> = {}, version?: number) =>
  saveDraft(deps(), by, { id: KEY, form: form(over), version })
const from = (page: string, place: string) =>
  saveDraft(deps(), els, { id: KEY, form: form({ place }), version: 1, page })
const stored = () => store.documents.collection('campaigns').get(KEY)

test('a name is enough, and a double click makes one', async () => {
  expect(await save(els)).toMatchObject({ ok: true })
  expect(await save(els)).toMatchObject({ ok: true })
  expect(await store.documents.collection('campaigns').count({})).toBe(1)
  expect(await stored()).toMatchObject({ state: 'draft', event: { name: 'Jobcafé', start: '' }, series: KEY })
})

test('what is typed wrong is told by field, and nothing is kept of it', async () => {
  expect(await save(els, { name: '', date: 'soon' })).toEqual({
    ok: false,
    problems: [
      { field: 'name', problem: 'no_name' },
      { field: 'date', problem: 'not_a_date' },
    ],
  })
  expect(await stored()).toBeNull()
})

test('what answers are told apart by is chosen with the rest, and taken back with it', async () => {
  await save(els, { breakdown: 'language' })
  expect(await stored()).toMatchObject({ breakdown: 'language' })
  await save(els, {}, 1)
  expect(await stored()).not.toHaveProperty('breakdown')
})

test('two coordinators are told, and neither overwrites the other', async () => {
  await save(els)
  expect(await save(karim, { place: 'De Grote Post' }, 1)).toMatchObject({ ok: true })
  await expect(save(els, { place: 'Bib' }, 1)).rejects.toMatchObject({ code: 'CAMPAIGN_CHANGED' })
  expect(await stored()).toMatchObject({ event: { place: 'De Grote Post' }, version: 2 })
  expect(await save(els, { place: 'Bib' }, 2)).toMatchObject({ ok: true })
})

test('what a page saved by itself a moment ago is no other coordinator', async () => {
  await save(els)
  await from('desk', 'Bib')
  expect(await from('desk', 'Bibliotheek')).toMatchObject({ ok: true })
  await expect(from('desk', 'Bib')).rejects.toMatchObject({ code: 'CAMPAIGN_CHANGED' })
})

test('the same person in two windows is told, and nothing is lost', async () => {
  await save(els)
  await from('desk', 'Bib')
  await expect(from('phone', 'Stadhuis')).rejects.toMatchObject({ code: 'CAMPAIGN_CHANGED' })
  expect(await stored()).toMatchObject({ event: { place: 'Bib' } })
})

test('a draft of others is not there', async () => {
  await save(els)
  await expect(save(staff('Eve', 'others'), {}, 1)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_FOUND' })
})

test('a draft that is thrown away is not listed, can be taken back, and is gone after a month', async () => {
  const listed = () => readCampaigns(deps(), 'org').then(lines => lines.map(({ campaign }) => campaign._id))
  await save(els)
  for (let twice = 0; twice < 2; twice++) await removeDraft(deps(), KEY)
  expect(await listed()).toEqual([])
  await expect(save(els, {}, 1)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_FOUND' })
  await removeDraft(deps(), KEY, true)
  expect(await listed()).toEqual([KEY])
  await removeDraft(deps(), KEY)
  await forgetDrafts(deps())
  expect(await stored()).not.toBeNull()
  clock.pass(31 * DAY)
  await forgetDrafts(deps())
  expect(await stored()).toBeNull()
})

test('the list says what a draft still misses, and it cannot start before', async () => {
  await save(els, { date: '2026-12-10', place: 'De Grote Post' })
  const [line] = await readCampaigns(deps(), 'org')
  expect(line?.lacking).toEqual(
    expect.arrayContaining([
      'street',
      'goal',
      'benefit',
      'childcare',
      'transport',
      'parking',
      'who',
      'bring',
    ]),
  )
  expect(line?.dots.filter(({ is }) => is === 'event')).toHaveLength(1)
  const log = { info() {}, warn() {}, error() {} }
  const seal = createSeal(randomBytes(32))
  const start = changeCampaign({ ...deps(), seal, newId: () => 'x', log }, KEY, 1, { what: 'start' })
  await expect(start).rejects.toMatchObject({ code: 'EVENT_INCOMPLETE' })
})
