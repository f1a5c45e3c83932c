import { stateOf, type TrainingForm } from '../../../src/domain/contacts/training'
import { type Ask, apiOf } from '../../support/apiOf'
import { type House, openHouse, somebody } from '../../support/openHouse'

let house: House
let ask: Ask
const DUTCH: TrainingForm = {
  kind: 'general_dutch',
  since: '2026-09-01',
  status: 'in_progress',
  statusDay: '2026-11-01',
  known: '',
}
const PLACE = { kind: 'workplace', since: '2026-10-05', status: 'in_progress', statusDay: '2026-11-01' }

beforeAll(async () => {
  house = await openHouse({ people: [somebody('Gloria'), somebody('Dawa', { channels: ['sms'] })] })
  ask = await apiOf(house)
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.documents.collection('trainings').remove({})
  const agreed = { purpose: 'C8', state: 'given', by: 'paper', day: '2026-11-02' }
  for (const name of ['Gloria', 'Dawa'])
    await ask('POST', `${at(name)}/consents`, agreed, 'write', `c8-${name}`)
})

const at = (name: string) => `/contacts/${house.idOf(name)}`
const stored = (name = 'Gloria') =>
  house.documents.collection('trainings').list({ contact: house.idOf(name) })
const one = async (name = 'Gloria') => (await stored(name))[0]!
const note = (form: Partial<TrainingForm> = {}, key = 'form-1234567890123456', name = 'Gloria') =>
  house.visit(`${at(name)}/trainings`, { key, ...DUTCH, ...form })
const pathTo = async () => `${at('Gloria')}/trainings/${encodeURIComponent((await one())._id)}`

test('noted once, however often the form is sent; it stands on the page of the person', async () => {
  const both = await Promise.all([note(), note()])
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  expect(await stored()).toMatchObject([
    { rev: 0, states: [{ kind: 'general_dutch', since: '2026-09-01', status: 'in_progress' }] },
  ])
  expect((await house.visit(at('Gloria'))).words).toMatch(
    /General Dutch since 1 Sep(t)? 2026, in progress on 1 Nov 2026 noted by/,
  )
})

test('what does not fit stands beside its field, with what was typed', async () => {
  const { status, words, html } = await note({ kind: '', statusDay: '2026-08-01' })
  expect(status).toBe(422)
  expect(words).toContain('Choose what this person follows.')
  expect(words).toContain('This day is before the first day.')
  expect(html).toContain('value="2026-09-01"')
  expect(await stored()).toEqual([])
})

test('later it is completed: sent twice that is once, and a page from before is told and overwrites nothing', async () => {
  await note()
  const done = { ...DUTCH, status: 'completed', statusDay: '2026-11-03', rev: '0' }
  const path = await pathTo()
  const both = await Promise.all([house.visit(path, done), house.visit(path, done)])
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  expect(await one()).toMatchObject({ rev: 1, states: [{}, { status: 'completed', day: '2026-11-03' }] })
  const late = await house.visit(path, { ...done, status: 'stopped' })
  expect(late.status).toBe(409)
  expect(late.words).toContain('completed on 3 Nov 2026. Nothing was saved.')
  expect(late.html).toMatch(/value="stopped" checked/)
  expect((await one()).rev).toBe(1)
})

test('noted by mistake it is taken away, once, and put back, once', async () => {
  await note()
  const path = await pathTo()
  const gone = await house.visit(`${path}/mistaken`, { rev: '0' })
  expect(await house.visit(`${path}/mistaken`, { rev: '0' })).toMatchObject({ status: 303, to: gone.to })
  const after = await house.visit(gone.to)
  expect(after.words).toContain('Taken away. Undo')
  expect(after.words).toContain('Which training this person follows comes here')
  expect((await house.visit(path)).status).toBe(303)
  for (let time = 0; time < 2; time++)
    expect((await house.visit(`${path}/mistaken`, { rev: '1', mistaken: 'no' })).status).toBe(303)
  expect(stateOf(await one())).not.toHaveProperty('mistaken')
  expect((await one()).rev).toBe(2)
  expect((await house.visit(`${path}/mistaken`, { rev: '0' })).status).toBe(409)
})

test('another program does the same, with a version', async () => {
  const path = `${at('Dawa')}/trainings`
  const made = () => ask('POST', path, { ...PLACE, known: true }, 'write', 'place')
  const first = await made()
  expect(first).toMatchObject({ status: 201, body: { version: 0, kind: 'workplace', known: true } })
  expect(await made()).toEqual(first)
  const to = `${path}/${encodeURIComponent(first.body.id)}`
  const change = { ...PLACE, status: 'stopped', known: true }
  expect(await ask('PUT', to, { ...change, version: 0 })).toMatchObject({
    body: { version: 1, status: 'stopped' },
  })
  expect(await ask('PUT', to, { ...PLACE, version: 0 })).toMatchObject({
    status: 409,
    body: { error: { code: 'TRAINING_CHANGED', facts: { version: 1 } } },
  })
  const misfit = await ask('PUT', to, { ...change, since: '2030-01-01', version: 1 })
  expect(misfit.body.error.facts.fields).toContainEqual({ field: 'since', problem: 'day_future' })
  for (let time = 0; time < 2; time++)
    expect(await ask('PUT', `${to}/mistaken`, { mistaken: true, version: 1 })).toMatchObject({
      body: { version: 2, mistaken: true },
    })
  expect((await ask('GET', path, undefined, 'read')).body).toEqual({ trainings: [] })
  expect((await house.visit(`${at('Gloria')}/trainings/${encodeURIComponent(first.body.id)}`)).status).toBe(
    404,
  )
})

test('two who turn out to be one have it together, and apart again each has their own', async () => {
  await note({}, 'form-1234567890123456', 'Gloria')
  await note({ kind: 'workplace', known: 'yes' }, 'form-1234567890123457', 'Dawa')
  const merge = `${at('Gloria')}/merge`
  const { html } = await house.visit(`${merge}?with=${house.idOf('Dawa')}`)
  const version = /name="version" value="([^"]+)"/.exec(html)?.[1] ?? ''
  await house.visit(merge, { with: house.idOf('Dawa'), version })
  expect(await stored()).toHaveLength(2)
  const { words } = await house.visit(`${at('Gloria')}/data`)
  expect(words).toContain('Workplace learning, since 1 Sept 2026, in progress on 1 Nov 2026, known to VDAB')
  await house.visit(`${at('Gloria')}/unmerge`, {})
  expect([await stored('Gloria'), await stored('Dawa')].map(own => own.length)).toEqual([1, 1])
})

test('who may not be followed is asked first', async () => {
  await ask(
    'POST',
    `${at('Gloria')}/consents`,
    { purpose: 'C8', state: 'withdrawn', by: 'talk', day: '2026-11-02' },
    'write',
    'no',
  )
  expect((await note()).words).toContain('First note the consent')
  expect((await house.visit(at('Gloria'))).html).not.toContain('trainings/new')
  expect(await stored()).toEqual([])
})
