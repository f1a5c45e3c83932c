import { ROLES, type Role, type Staff } from '../../../src/domain/staff'
import { addStaff } from '../../../src/use-cases/addStaff'
import { changeOrganisation } from '../../../src/use-cases/changeOrganisation'
import { changeRole, stopAccess } from '../../../src/use-cases/changeStaff'
import { countOld, forgetOld, forgetOldDue } from '../../../src/use-cases/forgetOld'
import { foundOrganisation } from '../../../src/use-cases/foundOrganisation'
import { openSession } from '../../../src/use-cases/openSession'
import { readSession } from '../../../src/use-cases/readSession'
import { type FakeClock, fakeClock } from '../../support/fakeClock'
import { openTestDocuments, type TestDocuments } from '../../support/openDocuments'
import { aStoredRow } from '../../support/storedExamples'
import { aCampaign, anOrganisation } from '../../support/timelineBuilders'

const DAY = 24 * 3_600_000
let store: TestDocuments
let clock: FakeClock
let made: number
let joris: Staff
let els: Staff

const deps = () => ({ documents: store.documents, clock, newId: () => `id-${++made}` })
const organisation = async () => (await store.documents.collection('organisations').get('org'))!
const log = (what: string) => store.documents.collection('auditLog').list({ what })
const add = async (name: string, role: Staff['role']) => {
  const email = `${name}@example.org`
  const added = await addStaff(deps(), { organisation: 'org', email, role, name, by: 'command_line' })
  await store.documents.collection('staff').update({ _id: added._id }, { set: { password: 'hash' } })
  return (await store.documents.collection('staff').get(added._id))!
}

beforeEach(async () => {
  made = 0
  clock = fakeClock('2026-11-03T09:00:00Z')
  store = await openTestDocuments()
  await foundOrganisation(store.documents, anOrganisation())
  joris = await add('joris', 'admin')
  els = await add('els', 'coordinator')
})
afterEach(() => store.dispose())

describe('what an admin sets', () => {
  test('is kept with who and which field, and the same again is no second line', async () => {
    await changeOrganisation(deps(), joris, 0, 'organisation', {
      name: 'De Brug',
      project: 'our networking events',
    })
    await changeOrganisation(deps(), joris, 0, 'organisation', { name: 'De Brug' })
    expect(await organisation()).toMatchObject({ name: 'De Brug', rev: 1 })
    expect(await log('settings_changed')).toMatchObject([
      { by: joris._id, about: 'organisation', fields: ['name'] },
    ])
  })

  test('two at once: one is kept, the other is told', async () => {
    const change = (name: string) => changeOrganisation(deps(), joris, 0, 'organisation', { name })
    const ended = await Promise.allSettled([change('De Brug'), change('De Boot')])
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(ended.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'SETTINGS_CHANGED' },
    })
    expect(await log('settings_changed')).toHaveLength(1)
  })

  test('other hours plan running campaigns anew, and no others', async () => {
    const campaigns = store.documents.collection('campaigns')
    await campaigns.insert(aCampaign({ _id: 'runs', organisation: 'org', state: 'running', version: 3 }))
    await campaigns.insert(aCampaign({ _id: 'over', organisation: 'org', state: 'done', version: 3 }))
    await campaigns.insert(aCampaign({ _id: 'theirs', organisation: 'other', state: 'running', version: 3 }))
    await changeOrganisation(deps(), joris, 0, 'hours', { closed: ['2026-12-24'] })
    const versions = (await campaigns.list({})).map(({ _id, version }) => `${_id} ${version}`).sort()
    expect(versions).toEqual(['over 3', 'runs 4', 'theirs 3'])
  })

  test('survives a start, which only brings the senders of the account', async () => {
    await changeOrganisation(deps(), joris, 0, 'organisation', { name: 'De Brug' })
    const sms = { channel: 'sms', address: '+32460000000' } as const
    await foundOrganisation(store.documents, anOrganisation({ senders: { whatsapp: undefined, sms } }))
    expect(await organisation()).toMatchObject({ name: 'De Brug', senders: { sms } })
  })
})

describe('colleagues', () => {
  test('who loses the access is out at once, and only a new link brings it back', async () => {
    const secret = await openSession(deps(), els)
    expect(await readSession(deps(), secret)).toMatchObject({ _id: els._id })
    await stopAccess(deps(), joris, els._id)
    await stopAccess(deps(), joris, els._id)
    expect(await readSession(deps(), secret)).toBeNull()
    expect(await store.documents.collection('staff').get(els._id)).not.toHaveProperty('password')
    expect(await log('access_stopped')).toMatchObject([{ staff: els._id, by: joris._id }, {}])
  })

  test('the last admin stays', async () => {
    const stays = { code: 'LAST_ADMIN' }
    await expect(stopAccess(deps(), joris, joris._id)).rejects.toMatchObject(stays)
    await expect(changeRole(deps(), joris, { id: joris._id, rev: 0 }, 'organiser')).rejects.toMatchObject(
      stays,
    )
  })

  test('two admins who end each other at once: one stays', async () => {
    const nadine = await add('nadine', 'admin')
    await Promise.allSettled([stopAccess(deps(), joris, nadine._id), stopAccess(deps(), nadine, joris._id)])
    const left = await store.documents
      .collection('staff')
      .list({ organisation: 'org', role: 'admin', password: { $exists: true } })
    expect(left).toHaveLength(1)
  })

  test('two admins who change one role at once: one is told, and the same again is no second change', async () => {
    const karim = await add('karim', 'coordinator')
    const change = (rev: number, role: Role) => changeRole(deps(), joris, { id: karim._id, rev }, role)
    await Promise.all([change(0, 'organiser'), change(0, 'organiser')])
    const both = await Promise.allSettled([change(1, 'coordinator'), change(1, 'admin')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { role = 'coordinator' } = (await store.documents.collection('staff').get(karim._id)) ?? {}
    await change(0, role)
    await expect(change(0, 'organiser')).rejects.toMatchObject({ code: 'SETTINGS_CHANGED' })
    await change(2, 'organiser')
    expect(await log('role_changed')).toHaveLength(3)
  })

  test('nobody changes people of another organisation', async () => {
    const stranger = { _id: 'x', organisation: 'other' }
    for (const role of ROLES)
      await expect(changeRole(deps(), stranger, { id: els._id, rev: 0 }, role)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      })
    await expect(stopAccess(deps(), stranger, els._id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('what is old', () => {
  const retention = { messages: 3, replies: 24, activity: 24 }
  const row = (_id: string, daysAgo: number, over: object = {}) =>
    aStoredRow({
      _id,
      key: _id,
      organisation: 'org',
      state: 'delivered',
      text: 'Kan je komen?',
      createdAt: clock.now() - daysAgo * DAY,
      ...over,
    })
  const texts = async () =>
    (await store.documents.collection('outbox').list({}))
      .map(({ _id, text }) => `${_id} ${text ?? 'empty'}`)
      .sort()

  beforeEach(async () => {
    await changeOrganisation(deps(), joris, 0, 'retention', { retention })
    const outbox = store.documents.collection('outbox')
    await outbox.insert(row('old', 100))
    await outbox.insert(row('new', 80))
    await outbox.insert(row('doubtful', 100, { state: 'unknown' }))
    await outbox.insert(row('theirs', 100, { organisation: 'other' }))
  })

  test('goes, and no more than was said before; what is still in doubt waits', async () => {
    expect(await countOld(deps(), await organisation(), retention)).toEqual({
      messages: 1,
      replies: 0,
      activity: 0,
    })
    await forgetOld(deps())
    await forgetOld(deps())
    const question = 'Kan je komen?'
    expect(await texts()).toEqual([
      `doubtful ${question}`,
      `new ${question}`,
      'old empty',
      `theirs ${question}`,
    ])
    expect(await log('removed')).toMatchObject([{ about: 'messages', count: 1, by: 'clock' }])
  })

  test('goes once a day, whoever looks', async () => {
    await Promise.all([forgetOldDue(deps()), forgetOldDue(deps())])
    expect(await log('removed')).toHaveLength(1)
    await store.documents.collection('outbox').insert(row('later', 100))
    await forgetOldDue(deps())
    expect(await log('removed')).toHaveLength(1)
    clock.pass(DAY)
    await forgetOldDue(deps())
    expect(await log('removed')).toHaveLength(2)
  })
})
