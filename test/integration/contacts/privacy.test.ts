import { letterKey } from '../../../src/domain/contacts/byName'
import { createSeal } from '../../../src/seal/createSeal'
import { createContacts } from '../../../src/store/contacts'
import { createLanes } from '../../../src/store/lanes'
import { createOutbox } from '../../../src/store/outbox'
import { addContact } from '../../../src/use-cases/addContact'
import { exportContact } from '../../../src/use-cases/exportContact'
import { forgetContact } from '../../../src/use-cases/forgetContact'
import { listContacts } from '../../../src/use-cases/listContacts'
import { everythingStored } from '../../support/everythingStored'
import { openTestDocuments, type TestDocuments } from '../../support/openDocuments'
import { aStoredContact, aStoredRow } from '../../support/storedExamples'

const NOW = Date.parse('2026-11-25T10:00:00Z')
const NUMBER = '+32470123456'
const clock = { now: () => NOW, monotonic: () => NOW } as never
const seal = createSeal(Buffer.alloc(32, 1))
let store: TestDocuments
let ids = 0
const deps = () => ({
  documents: store.documents,
  outbox: createOutbox(store.documents),
  lanes: createLanes(store.documents),
  clock,
  seal,
  newId: () => `new-${ids++}`,
})
const c1 = { purpose: 'C1', version: '1', language: 'nl', at: 1, by: 'chat' } as const

/** Amina, with every kind of trace. */
beforeEach(async () => {
  store = await openTestDocuments()
  const { documents } = store
  await documents.collection('contacts').insert(
    aStoredContact({
      _id: 'amina-id',
      name: 'Amina Bekri',
      addresses: [{ channel: 'sms', address: NUMBER }],
      addressKeys: [`org|sms|${NUMBER}`, `org|number|${NUMBER}`, letterKey('org', 'Amina Bekri')],
      tags: ['groep A'],
      fit: 'deviation_accepted',
      fitWhy: 'Komt uit Roemenië',
      consents: [{ ...c1, key: 'a', state: 'given', how: 'blauwe map' }],
    }),
  )
  const attempt = {
    channel: 'sms',
    phase: 'accepted',
    startedAt: 1,
    bodyHash: 'x',
    rank: 3,
    sid: 'SM1',
  } as const
  await documents.collection('outbox').insert(
    aStoredRow({
      _id: 'left',
      contact: 'amina-id',
      state: 'accepted',
      leftAt: 5,
      text: 'Dag Amina',
      attempts: { '1': attempt },
      attempt: 1,
    }),
  )
  await documents.collection('outbox').insert(aStoredRow({ _id: 'planned', contact: 'amina-id' }))
  await documents.collection('providerMessages').insert({ _id: 'SM1', row: 'left', attempt: 1 })
  const inbound = {
    organisation: 'org',
    contact: 'amina-id',
    late: false,
    stopWord: false,
    tries: 1,
  } as const
  await documents.collection('inbound').insert({
    ...inbound,
    _id: 'SM2',
    at: 6,
    handled: 'done',
    event: { kind: 'message', channel: 'sms', locked: seal.lock(JSON.stringify({ text: 'Ik kom' })) },
  })
  await documents.collection('inbound').insert({
    ...inbound,
    _id: 'timer:amina-id:1:1',
    at: NOW + 1000,
    handled: false,
    event: { kind: 'timer', run: 'r', what: 'close' },
  })
  await documents.collection('namedReplies').insert({
    _id: 'run',
    organisation: 'org',
    contact: 'amina-id',
    dialog: 'rsvp',
    version: 1,
    answers: { coming: 'yes' },
    skipped: [],
    complete: true,
    at: 7,
    turn: 1,
  })
  await documents.collection('tasks').insert({
    _id: 'task',
    organisation: 'org',
    kind: 'call',
    contact: 'amina-id',
    reason: 'silent',
    dueAt: 8,
    state: 'open',
  })
  await documents.collection('workNotes').insert({
    _id: 'work:amina-id:1',
    organisation: 'org',
    contact: 'amina-id',
    day: '2026-06-14',
    statuses: ['employee'],
    studying: true,
    atLevel: false,
    by: 'els',
    at: 9,
  })
  const state = {
    kind: 'general_dutch',
    since: '2026-06-01',
    status: 'completed',
    day: '2026-06-14',
  } as const
  await documents.collection('trainings').insert({
    _id: 'training:amina-id:1',
    organisation: 'org',
    contact: 'amina-id',
    states: [{ ...state, by: 'els', at: 9 }],
    at: 9,
    rev: 0,
  })
})
afterEach(() => store.dispose())

const amina = async () => (await store.documents.collection('contacts').get('amina-id'))!
const traces = async () =>
  (await everythingStored(store.documents)).filter(({ text }) =>
    /Amina|bekri|470123456|groep A|Ik kom|blauwe map|coming|Roemenië|deviation|employee|studying|atLevel|general_dutch/.test(
      text,
    ),
  )

test('everything we know of somebody: what was said, in clear; and who asked is written down', async () => {
  const data = await exportContact(deps(), await amina(), 'els')
  expect(data).toMatchObject({
    person: { name: 'Amina Bekri', tags: ['groep A'], fitWhy: 'Komt uit Roemenië' },
    consents: [{ purpose: 'C1', how: 'blauwe map' }],
    messages: [{ text: 'Dag Amina' }, { text: 'Ik kom' }, { stage: 'planned' }],
    replies: [{ answers: { coming: 'yes' } }],
    tasks: [{ reason: 'silent' }],
    work: [{ day: '2026-06-14', statuses: ['employee'], studying: true, atLevel: false }],
    trainings: [{ states: [{ kind: 'general_dutch', status: 'completed' }] }],
  })
  expect(await store.documents.collection('auditLog').list({})).toMatchObject([
    { what: 'person_data_given', by: 'els', about: 'amina-id', organisation: 'org' },
  ])
})

test('who is forgotten has left nothing, and it is emptied at the provider; twice is once', async () => {
  const contact = await amina()
  expect(await forgetContact(deps(), contact, 'els')).toEqual({ keepsStop: false })
  expect(await traces()).toEqual([])
  await forgetContact(deps(), contact, 'els')
  expect(await store.documents.collection('contacts').count({})).toBe(0)
  const redactions = await store.documents.collection('redactions').list({})
  expect(redactions.map(({ _id }) => _id)).toEqual(['SM1', 'SM2'])
  // What came in stays known by its id alone, so that reading the provider's list again brings nobody back.
  expect(await store.documents.collection('inbound').list({})).toMatchObject([
    { _id: 'SM2', event: { kind: 'anonymous' }, handled: 'done' },
  ])
})

test('a STOP stays, with the number and nothing else; nobody adds or sees that person again', async () => {
  await store.documents.collection('contacts').update({ _id: 'amina-id' }, { set: { stopped: { at: 9 } } })
  expect(await forgetContact(deps(), await amina(), 'els')).toEqual({ keepsStop: true })
  expect(await traces()).toMatchObject([{ place: 'contacts/amina-id' }])
  expect(await amina()).toMatchObject({
    name: '',
    tags: [],
    consents: [],
    stopped: { at: 9 },
    addresses: [{ address: NUMBER }],
    addressKeys: [`org|sms|${NUMBER}`, `org|number|${NUMBER}`],
  })
  expect((await listContacts(store.documents, 'org', { filter: {}, limit: 9 })).count).toBe(0)
  const form = { name: 'Amina', phone: NUMBER, reach: 'sms', language: 'nl', audience: 'participant' }
  const added = await addContact(
    { documents: store.documents, clock, languages: ['nl'] },
    { _id: 'org', zone: 'Europe/Brussels' },
    {
      id: 'x',
      form: { ...form, reads: 'simple', evening: false, supervisor: '', fit: '', fitWhy: '' },
      tags: [],
      consent: null,
      by: 'els',
    },
  )
  expect(added).toEqual({ ok: false, problems: [{ field: 'phone', problem: 'phone_refused' }] })
})

test('only they begin again, with START', async () => {
  const contacts = createContacts(store.documents)
  await contacts.stop('amina-id', 1, 9)
  await forgetContact(deps(), await amina(), 'els')
  await contacts.startAgain('amina-id', 2)
  expect((await listContacts(store.documents, 'org', { filter: {}, limit: 9 })).count).toBe(1)
})

test.each(['sending', 'unknown'] as const)('nothing goes while a message is %s', async state => {
  await store.documents.collection('outbox').update({ _id: 'left' }, { set: { state } })
  await expect(forgetContact(deps(), await amina(), 'els')).rejects.toMatchObject({ code: 'CONTACT_BUSY' })
  expect((await amina()).name).toBe('Amina Bekri')
  expect(await store.documents.collection('namedReplies').count({})).toBe(1)
})

test('nothing goes while somebody answers them, and afterwards it does', async () => {
  const lanes = createLanes(store.documents)
  await lanes.enter('amina-id', 'turn', NOW, 60_000)
  await expect(forgetContact(deps(), await amina(), 'els')).rejects.toMatchObject({ code: 'CONTACT_BUSY' })
  await lanes.leave('amina-id', 'turn')
  expect(await forgetContact(deps(), await amina(), 'els')).toEqual({ keepsStop: false })
})
