import { CAMPAIGN, type House, openHouse, somebody } from '../../support/openHouse'

const PATH = `/campaigns/${CAMPAIGN}/day`
const TAP = 'a1'.repeat(16)
let house: House

beforeAll(async () => {
  house = await openHouse({ people: ['Amina', 'Bilal', 'Fatou'].map(name => somebody(name)) })
})
afterAll(() => house.close())
/** Every test begins with nobody noted. */
beforeEach(async () => {
  await house.documents
    .collection('enrolments')
    .updateMany({ campaign: CAMPAIGN }, { unset: ['attended', 'marked', 'taps'] })
  await comes('Amina', { children: 2 })
  await comes('Bilal')
})

const comes = (name: string, more = {}) =>
  house.documents
    .collection('enrolments')
    .update({ _id: `${CAMPAIGN}:${house.idOf(name)}` }, { set: { rsvp: 'yes', ...more } })
const here = (name: string, more = {}) =>
  house.post(`${PATH}/here`, { contact: house.idOf(name), companions: '0', children: '0', ...more })
const callOf = async (name: string) =>
  (await house.tasks(name)).filter(({ reason }) => reason === 'no_show').map(({ state }) => state)

test('the first tap counts: who, when, with whom; later ones change nothing', async () => {
  await here('Amina', { children: '2' })
  const first = (await house.enrolment('Amina'))?.marked
  expect(first).toEqual({ at: house.clock.now(), by: 'demo-coordinator', companions: 0, children: 2 })
  house.clock.turnTo(house.clock.now() + 60_000)
  await here('Amina')
  expect((await house.enrolment('Amina'))?.marked).toEqual(first)
  expect(await house.page(`${PATH}?done=already&who=${house.idOf('Amina')}`)).toContain('was here already at')
})

test('a tap that waited for network counts once, at the moment it was made', async () => {
  const waited = { tap: TAP, agoMs: String(10 * 60_000) }
  await here('Amina', waited)
  const at = (await house.enrolment('Amina'))?.marked?.at
  expect(at).toBe(house.clock.now() - 10 * 60_000)
  await house.post(`${PATH}/undo`, { contact: house.idOf('Amina'), at: String(at) })
  await here('Amina', waited)
  expect((await house.enrolment('Amina'))?.attended).toBeUndefined()
  await here('Amina', { tap: 'b2'.repeat(16) })
  expect((await house.enrolment('Amina'))?.attended).toBe(true)
})

test('undo takes back one mark, not a newer one of a colleague', async () => {
  await here('Amina')
  const old = (await house.enrolment('Amina'))?.marked?.at ?? 0
  await house.post(`${PATH}/undo`, { contact: house.idOf('Amina'), at: String(old) })
  expect((await house.enrolment('Amina'))?.attended).toBeUndefined()
  house.clock.turnTo(house.clock.now() + 60_000)
  await here('Amina')
  await house.post(`${PATH}/undo`, { contact: house.idOf('Amina'), at: String(old) })
  expect((await house.enrolment('Amina'))?.attended).toBe(true)
})

test('two phones that add a child at once add one, and the second is told', async () => {
  await here('Amina', { children: '1' })
  const more = { contact: house.idOf('Amina'), who: 'children', from: '1', to: '2' }
  await Promise.all([house.post(`${PATH}/company`, more), house.post(`${PATH}/company`, more)])
  expect((await house.enrolment('Amina'))?.marked?.children).toBe(2)
})

test('whoever said yes and is not there gets no thanks but a call; for a day it can be taken back', async () => {
  await here('Amina')
  await house.wind(Date.parse('2026-12-08T18:30:00+01:00'))
  expect(await house.page(PATH)).toContain('1 person did not come')
  await house.post(`${PATH}/no-shows`, {})
  await house.post(`${PATH}/no-shows`, {})
  const missed = await house.enrolment('Bilal')
  expect(missed).toMatchObject({ attended: false, marked: { by: 'demo-coordinator' } })
  expect(await callOf('Bilal')).toEqual(['open'])
  expect((await house.enrolment('Fatou'))?.attended).toBeUndefined()
  const thanks = async (name: string) =>
    (await house.rows(name)).find(({ step }) => step === 'thank_you')?.state
  expect([await thanks('Amina'), await thanks('Bilal')]).toEqual(['planned', 'cancelled'])
  await house.post(`${PATH}/no-shows/undo`, { at: String(missed?.marked?.at) })
  expect((await house.enrolment('Bilal'))?.attended).toBeUndefined()
  expect([await callOf('Bilal'), await thanks('Bilal')]).toEqual([['cancelled'], 'planned'])
  await house.post(`${PATH}/no-shows`, {})
  expect(await callOf('Bilal')).toEqual(['open'])
})

test('nobody checks in at a campaign or with a person of another organisation', async () => {
  await house.documents
    .collection('contacts')
    .update({ _id: house.idOf('Amina') }, { set: { organisation: 'x' } })
  expect(await house.post(`${PATH}/known`, { contact: house.idOf('Amina') })).toBe(404)
  await house.documents.collection('campaigns').update({ _id: CAMPAIGN }, { set: { organisation: 'x' } })
  for (const path of ['here', 'undo', 'company', 'known', 'no-shows', 'no-shows/undo', 'walk-in'])
    expect([path, await house.post(`${PATH}/${path}`, COMPLETE)]).toEqual([path, 404])
})
const COMPLETE = {
  contact: 'demo-2',
  at: '1',
  who: 'children',
  from: '1',
  to: '2',
  key: 'k'.repeat(22),
  name: 'A',
  language: 'nl',
  phone: '',
  mayWrite: 'no',
}
