import type { Case } from '../../../src/domain/cases/case'
import type { Contact } from '../../../src/domain/contact'
import type { WorkStatus } from '../../../src/domain/report/outcome'
import { keepCase } from '../../../src/use-cases/keepCase'
import { keepCases, keepCasesDue } from '../../../src/use-cases/keepCases'
import { type CasesAsked, readCases } from '../../../src/use-cases/readCases'
import { openTestDocuments, type TestDocuments } from '../../support/openDocuments'
import { aStoredContact, aStoredRow } from '../../support/storedExamples'
import { aCampaign, anEnrolment, anEvent, anOrganisation, at } from '../../support/timelineBuilders'

const DAY = 24 * 3_600_000
let now: number
const clock = { now: () => now, monotonic: () => now } as never
let store: TestDocuments
beforeEach(async () => {
  now = Date.parse('2026-06-20T10:00:00Z')
  store = await openTestDocuments()
  for (const _id of ['org', 'other'])
    await store.documents.collection('organisations').insert(anOrganisation({ _id }))
})
afterEach(() => store.dispose())

const days = (count: number) => now - count * DAY
/** Agreed to be followed, so many days ago, in a talk. */
const followed = (_id: string, daysAgo: number, over: Partial<Contact> = {}) =>
  store.documents.collection('contacts').insert(
    aStoredContact({
      _id,
      consents: [
        {
          key: 'c8',
          purpose: 'C8',
          state: 'given',
          version: 'staff',
          language: 'nl',
          at: days(daysAgo),
          by: 'talk',
        },
      ],
      ...over,
    }),
  )
const notes = (contact: string, day: string, statuses: WorkStatus[] | undefined, written = day) =>
  store.documents.collection('workNotes').insert({
    _id: `work:${contact}:${day}:${written}`,
    organisation: 'org',
    contact,
    day,
    ...(statuses ? { statuses } : {}),
    by: 'els',
    at: Date.parse(`${written}T10:00:00Z`),
  })
const task = (contact: string, reason = 'silent', kind: 'call' | 'handover' = 'call') =>
  store.documents.collection('tasks').insert({
    _id: `${kind}:${contact}`,
    organisation: 'org',
    kind,
    contact,
    reason,
    dueAt: days(1),
    state: 'open',
  })
const gather = () => keepCases({ documents: store.documents, clock }, 'org')
const read = (asked: Partial<CasesAsked> = {}) =>
  readCases({ documents: store.documents, clock }, 'org', { show: 'all', weeks: 4, limit: 50, ...asked })
const names = async (asked: Partial<CasesAsked> = {}) =>
  (await read(asked)).rows.map(({ contact }) => contact._id)
const cases = () => store.documents.collection('cases').list({})

test('is made once by any number at once, changes with what it rests on, and goes with the yes', async () => {
  await followed('amina', 3)
  const keep = () => keepCase(store, 'amina')
  await Promise.all([keep(), keep(), keep()])
  await keep()
  expect(await cases()).toMatchObject([
    { _id: 'amina', rev: 1, agreed: true, work: 'unknown', heardBy: 'talk' },
  ])
  await notes('amina', '2026-06-19', ['self_employed'])
  await Promise.all([keep(), keep(), keep()])
  expect(await cases()).toMatchObject([{ rev: 2, work: 'self_employed', heardBy: 'work' }])
  const no = {
    key: 'no',
    purpose: 'C8',
    state: 'withdrawn',
    version: '1',
    language: 'nl',
    at: now,
    by: 'chat',
  }
  await store.documents.collection('contacts').update({ _id: 'amina' }, { push: { consents: no } })
  await Promise.all([keep(), keep()])
  expect(await cases()).toEqual([])
  await keepCase(store, 'nobody')
  expect(await cases()).toEqual([])
})

test('once a day all are made anew: who came, who is gone, and what a crash left undone', async () => {
  await followed('amina', 100)
  await followed('bilal', 100)
  const event = anEvent({ start: '2026-03-12T14:00', end: '2026-03-12T17:00' })
  await store.documents
    .collection('campaigns')
    .insert(aCampaign({ _id: 'march', organisation: 'org', event }))
  for (const contact of ['amina', 'bilal']) {
    const attended = contact === 'amina'
    const enrolment = anEnrolment({ organisation: 'org', campaign: 'march', contact, attended })
    await store.documents.collection('enrolments').insert({ ...enrolment, _id: `march:${contact}` })
  }
  const gone: Case = { _id: 'gone', organisation: 'org', rev: 1, agreed: true, heardAt: 1, work: 'none' }
  await store.documents.collection('cases').insert(gone)
  const due = () => keepCasesDue({ documents: store.documents, clock })
  await Promise.all([due(), due()])
  const cameAt = at('2026-03-12T17:00')
  expect(await cases()).toEqual([
    expect.objectContaining({ _id: 'amina', startedOn: '2026-03-12', cameAt, rev: 1 }),
    expect.objectContaining({ _id: 'bilal', heardBy: 'talk', rev: 1 }),
  ])
  // What happens in between keeps who came to what.
  await notes('amina', '2026-06-19', [])
  await keepCase(store, 'amina')
  expect(await store.documents.collection('cases').get('amina')).toMatchObject({
    cameAt,
    work: 'none',
    rev: 2,
  })
  const [amina] = (await read()).rows.filter(({ contact }) => contact._id === 'amina')
  expect(amina).toMatchObject({
    next: { months: 6, day: '2026-09-12' },
    status: { work: 'none', day: '2026-06-19' },
  })
})

test('who asks for a person, then calls, then whom we have not heard for longest; each with what is open', async () => {
  await followed('spoke', 1)
  await followed('quiet', 90)
  await followed('called', 2)
  await followed('asked', 3)
  await followed('asks', 1)
  await followed('elsewhere', 200, { organisation: 'other' })
  await store.documents.collection('contacts').insert(aStoredContact({ _id: 'guided', supervisor: 'els' }))
  await task('called')
  await task('asked', 'follow_up')
  await task('stranger')
  await store.documents
    .collection('threads')
    .insert({ _id: 'asks', organisation: 'org', place: 'waiting', at: now, waitsSince: now })
  await store.documents
    .collection('outbox')
    .insert(aStoredRow({ _id: 'row', contact: 'spoke', state: 'accepted', leftAt: now - 5, reached: 5 }))
  await gather()
  expect(await names()).toEqual(['asks', 'called', 'asked', 'guided', 'quiet', 'spoke'])
  const { rows, counts } = await read()
  expect(counts).toEqual({ all: 6, open: 3, silent: 2, unknown: 6 })
  expect(rows.map(({ open }) => open.map(({ is }) => is))).toEqual([
    ['handover'],
    ['call'],
    ['follow_up'],
    [],
    [],
    [],
  ])
  expect(rows[3]).toMatchObject({ mayFollow: false, status: null, heard: null, sent: null })
  expect(rows[5]).toMatchObject({ heard: { at: days(1), by: 'talk' }, sent: { at: now - 5, channel: 'sms' } })
  expect(await names({ show: 'open' })).toEqual(['asks', 'called', 'asked'])
  expect(await names({ show: 'silent' })).toEqual(['guided', 'quiet'])
  expect(await names({ show: 'silent', weeks: 20 })).toEqual(['guided'])
  expect(await names({ supervisor: 'els' })).toEqual(['guided'])
})

test('page by page everybody once, also when whoever stood last is done or was heard meanwhile', async () => {
  const expected: string[] = []
  for (let index = 0; index < 7; index++) {
    await followed(`p${index}`, 50 - index)
    expected.push(`p${index}`)
  }
  for (const open of ['p5', 'p6']) await task(open)
  await gather()
  const order = ['p5', 'p6', ...expected.slice(0, 5)]
  const seen: string[] = []
  for (let after: string | undefined, more = true; more; ) {
    const page = await read({ limit: 2, ...(after === undefined ? {} : { after }) })
    seen.push(...page.rows.map(({ contact }) => contact._id))
    after = page.next
    more = after !== undefined
  }
  expect(seen).toEqual(order)
  const { next: behindCalls } = await read({ limit: 1 })
  await store.documents.collection('tasks').update({ _id: 'call:p5' }, { set: { state: 'done' } })
  expect((await names({ after: behindCalls! }))[0]).toBe('p6')
  const { next } = await read({ limit: 3 })
  await notes('p1', '2026-06-20', [])
  await keepCase(store, 'p1')
  expect(await names({ after: next! })).toEqual(['p2', 'p3', 'p4', 'p5', 'p1'])
  expect(await names({ after: 'nowhere', limit: 1 })).toEqual(['p6'])
})

test('on a day that is past: the status as it was known then, and who was unknown', async () => {
  for (const name of ['amina', 'bilal', 'chadi']) await followed(name, 100)
  await notes('amina', '2026-04-01', ['employee', 'self_employed'])
  await notes('amina', '2026-06-01', [])
  await notes('bilal', '2026-04-01', ['employee'], '2026-06-01')
  await gather()
  const on = async (day: string) =>
    Object.fromEntries(
      (await read({ day })).rows.map(({ contact, status }) => [contact._id, status?.work ?? null]),
    )
  expect(await on('2026-06-20')).toEqual({ amina: 'none', bilal: 'employee', chadi: null })
  expect(await on('2026-05-01')).toEqual({ amina: 'both', bilal: null, chadi: null })
  expect(await on('2026-03-01')).toEqual({ amina: null, bilal: null, chadi: null })
  expect(await names({ show: 'unknown' })).toEqual(['chadi'])
  expect(await names({ show: 'unknown', day: '2026-05-01' })).toEqual(['chadi', 'bilal'])
  const back = await read({ show: 'unknown', day: '2026-05-01', limit: 1 })
  expect(back.counts.unknown).toBeNull()
  expect(await names({ show: 'unknown', day: '2026-05-01', after: back.next! })).toHaveLength(1)
  expect((await read({ day: '2026-07-01' })).day).toBe('2026-06-20')
})

test('a page reads no more when there are ten times as many people', async () => {
  let asked = 0
  const counting = <T extends object>(of: T): T =>
    new Proxy(of, {
      get: (target, name) => {
        const member = Reflect.get(target, name) as unknown
        if (typeof member !== 'function') return member
        return (...given: unknown[]) => {
          const got = (member as (...all: unknown[]) => unknown).apply(target, given)
          if (name === 'collection') return counting(got as object)
          asked++
          return got
        }
      },
    })
  const documents = counting(store.documents)
  const pages: number[] = []
  for (const [from, to] of [
    [0, 30],
    [30, 300],
  ] as const) {
    for (let index = from; index < to; index++) {
      await followed(`p${index}`, 400 - index)
      if (index % 10 === 0) await task(`p${index}`)
    }
    await gather()
    asked = 0
    await readCases({ documents, clock }, 'org', { show: 'all', weeks: 4, limit: 20 })
    pages.push(asked)
  }
  expect(pages[0]).toBeGreaterThan(5)
  expect(pages[1]).toBeLessThanOrEqual(pages[0]!)
})
