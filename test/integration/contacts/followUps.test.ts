import type { Contact } from '../../../src/domain/contact'
import type { BesideWork } from '../../../src/domain/report/besideWork'
import { createLanes } from '../../../src/store/lanes'
import { mergeContacts } from '../../../src/use-cases/mergeContacts'
import { noteTask } from '../../../src/use-cases/noteTask'
import { noteWork } from '../../../src/use-cases/noteWork'
import { planFollowUps, planFollowUpsDue } from '../../../src/use-cases/planFollowUps'
import { readWaiting } from '../../../src/use-cases/readWaiting'
import { takeBackResult } from '../../../src/use-cases/takeBackResult'
import { openTestDocuments, type TestDocuments } from '../../support/openDocuments'
import { aStoredContact } from '../../support/storedExamples'
import { aCampaign, anEnrolment, anEvent, anOrganisation } from '../../support/timelineBuilders'

let now: number
const clock = { now: () => now, monotonic: () => now } as never
const HOUSE = anOrganisation({ _id: 'org' })
const C8 = {
  key: 'c8',
  purpose: 'C8',
  state: 'given',
  version: 'staff',
  language: 'nl',
  at: 1,
  by: 'talk',
} as const
/** Who came on 12 March, by why they are called or not. */
const PEOPLE: Record<string, Partial<Contact>> = {
  amina: { consents: [C8] },
  bilal: { consents: [C8] },
  'not-asked': {},
  'took-back': { consents: [C8, { ...C8, key: 'no', state: 'withdrawn' }] },
  stopped: { consents: [C8], stopped: { at: 1 } },
  outside: { consents: [C8], fit: 'outside' },
  away: { consents: [C8] },
}
let store: TestDocuments
beforeEach(async () => {
  now = Date.parse('2026-06-05T08:00:00Z')
  store = await openTestDocuments()
  const { documents } = store
  await documents.collection('organisations').insert(HOUSE)
  const event = anEvent({ start: '2026-03-12T14:00', end: '2026-03-12T17:00' })
  await documents.collection('campaigns').insert(aCampaign({ _id: 'march', organisation: 'org', event }))
  for (const [contact, over] of Object.entries(PEOPLE)) {
    await documents.collection('contacts').insert(aStoredContact({ _id: contact, ...over }))
    const enrolment = anEnrolment({
      organisation: 'org',
      campaign: 'march',
      contact,
      attended: contact !== 'away',
    })
    await documents.collection('enrolments').insert({ ...enrolment, _id: `march:${contact}` })
  }
})
afterEach(() => store.dispose())

const deps = () => ({
  ...store,
  clock,
  replan: async () => {},
  lanes: createLanes(store.documents),
  newId: () => `id-${now++}`,
  seal: { lock: (text: string) => text },
})
const contact = async (id: string) => (await store.documents.collection('contacts').get(id))!
const tasks = async (state = 'open') =>
  (await store.documents.collection('tasks').list({ reason: 'follow_up', state })).map(({ _id }) => _id)
const notes = () => store.documents.collection('workNotes').list({})
const plan = () => planFollowUps(deps(), HOUSE)

test('from a week before three months after their first event until three weeks after; twice is once', async () => {
  now = Date.parse('2026-06-04T08:00:00Z')
  await plan()
  expect(await tasks()).toEqual([])
  now = Date.parse('2026-06-05T08:00:00Z')
  await Promise.all([plan(), plan()])
  await plan()
  expect(await tasks()).toEqual(['follow_up:3:amina', 'follow_up:3:bilal'])
  now = Date.parse('2026-07-04T08:00:00Z')
  await plan()
  expect(await tasks()).toEqual([])
  expect(await tasks('cancelled')).toHaveLength(2)
  now = Date.parse('2026-09-12T08:00:00Z')
  await plan()
  expect(await tasks()).toEqual(['follow_up:6:amina', 'follow_up:6:bilal'])
})

test('stands on Today behind whoever waits for an answer', async () => {
  await plan()
  const silent = {
    _id: 'silent',
    organisation: 'org',
    kind: 'call',
    contact: 'amina',
    reason: 'silent',
  } as const
  await store.documents.collection('tasks').insert({ ...silent, dueAt: now, state: 'open' })
  const waiting = await readWaiting(store.documents, 'org', now)
  expect(waiting.map(({ _id }) => _id)).toEqual(['silent', 'follow_up:3:amina', 'follow_up:3:bilal'])
})

test('once a day, whoever looks', async () => {
  await Promise.all([planFollowUpsDue(deps()), planFollowUpsDue(deps())])
  await store.documents.collection('tasks').remove({})
  await planFollowUpsDue(deps())
  expect(await tasks()).toEqual([])
  now += 24 * 3_600_000
  await planFollowUpsDue(deps())
  expect(await tasks()).toHaveLength(2)
})

test('one tap is the note, two are one, and undo takes it away', async () => {
  await plan()
  const tap = () => noteTask(deps() as never, 'follow_up:3:amina', 'both', 'els')
  expect((await Promise.all([tap(), tap()])).map(({ outcome }) => outcome).sort()).toEqual([
    'closed',
    'noted',
  ])
  expect(await notes()).toMatchObject([
    { contact: 'amina', day: '2026-06-05', statuses: ['employee', 'self_employed'], by: 'els' },
  ])
  await plan()
  const left = await tasks()
  expect(left).toEqual(['follow_up:3:bilal'])
  expect(await takeBackResult(deps() as never, 'follow_up:3:amina')).toBe(true)
  expect(await notes()).toEqual([])
  await noteTask(deps() as never, 'follow_up:3:amina', 'not_reached', 'els')
  expect(await notes()).toEqual([])
  expect(await tasks()).toContain('follow_up:3:amina')
})

test('what was said beside work goes with the tap, once; who says otherwise from an old page is told', async () => {
  await plan()
  const tap = async (beside: BesideWork) =>
    (await noteTask(deps() as never, 'follow_up:3:amina', 'none', 'els', { beside })).outcome
  const studies = { studying: true, internship: false }
  expect(await tap({ ...studies, atLevel: true })).toBe('noted')
  expect(await tap(studies)).toBe('noted')
  expect(await tap({ ...studies, internship: true })).toBe('closed')
  const [only, ...more] = await notes()
  expect(more).toEqual([])
  expect(only).toMatchObject({ statuses: [], ...studies })
  expect(only).not.toHaveProperty('atLevel')
  expect(await takeBackResult(deps() as never, 'follow_up:3:amina')).toBe(true)
  expect(await notes()).toEqual([])
})

test('what is noted on the person’s page needs no call; an older day does', async () => {
  await plan()
  const write = async (day: string) =>
    noteWork(deps(), await contact('amina'), {
      key: day,
      form: { work: 'none', day },
      zone: HOUSE.zone,
      by: 'els',
    })
  await write('2026-06-04')
  expect(await tasks()).toContain('follow_up:3:amina')
  await write('2026-06-05')
  expect(await tasks()).toEqual(['follow_up:3:bilal'])
})

test('two who are one person are called once', async () => {
  await plan()
  const pair = [await contact('amina'), await contact('bilal')] as const
  const ALL = { name: 'kept', language: 'kept', audience: 'kept', number: 'kept' } as const
  const kept = await mergeContacts(deps(), pair, ALL, 'els')
  await plan()
  expect(await tasks()).toEqual([`follow_up:3:${kept}`])
})
