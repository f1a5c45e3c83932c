import { forgetOldDue } from '../../../src/use-cases/forgetOld'
import { everythingStored } from '../../support/everythingStored'
import { CAMPAIGN, type House, openHouse, somebody } from '../../support/openHouse'

let house: House
/** After the save-the-date Gloria and Dawa are taken for one person; Sofie is in no campaign. */
beforeEach(async () => {
  house = await openHouse({ people: [somebody('Gloria'), somebody('Dawa', { channels: ['sms'] })] })
  await house.next()
  await house.newcomer(somebody('Sofie'))
})
afterEach(() => house.close())

const path = (name: string, page: string) => `/contacts/${house.idOf(name)}/${page}`
async function merge(kept: string, gone: string, chosen: Record<string, string> = {}) {
  const to = path(kept, 'merge')
  const { html } = await house.visit(`${to}?with=${house.idOf(gone)}`)
  const version = /name="version" value="([^"]+)"/.exec(html)?.[1] ?? ''
  return house.visit(to, { with: house.idOf(gone), version, ...chosen })
}
const undo = (name: string) => house.visit(path(name, 'unmerge'), {})

/** All that is stored of these two, but what only rises and what is locked. */
async function stored() {
  const names = [
    'contacts',
    'enrolments',
    'outbox',
    'inbound',
    'tasks',
    'namedReplies',
    'conversations',
    'threads',
  ]
  const all = await everythingStored(house.documents)
  return Object.fromEntries(
    all
      .filter(({ place }) => names.includes(place.split('/')[0] ?? ''))
      .map(({ place, value: { rev: _, fence: _f, planVersion: _p, ...value } }) => [place, value]),
  )
}

test('undone at once, everything is where it was; undone twice is undone once', async () => {
  const before = await stored()
  expect((await merge('Gloria', 'Dawa', { name: 'gone', number: 'gone' })).status).toBe(303)
  expect(await stored()).not.toEqual(before)
  const { words } = await house.visit(path('Gloria', ''))
  expect(words).toMatch(/Merged with ⁨Dawa⁩ on .+ Undo/)
  expect((await house.visit(path('Gloria', 'unmerge'))).words).toMatch(
    /⁨Dawa⁩ comes back.*1 message goes back.*⁨Dawa⁩ is in 1 campaign again.*Undo: ⁨Dawa⁩ comes back/,
  )
  const both = await Promise.all([undo('Gloria'), undo('Gloria')])
  expect(both.every(({ status }) => [303, 409].includes(status))).toBe(true)
  expect((await undo('Gloria')).status).toBe(303)
  expect(await stored()).toEqual(before)
  expect(await house.documents.collection('auditLog').count({ what: 'merge_undone' })).toBe(1)
  expect((await house.visit(path('Gloria', ''))).words).not.toContain('Merged with')
})

test('what happened since stays with who stayed, and each is asked once', async () => {
  await merge('Gloria', 'Dawa')
  await house.next()
  await house.writes('Dawa', 'hallo')
  await house.documents
    .collection('contacts')
    .update({ _id: house.idOf('Gloria') }, { set: { name: 'Gloria K.' }, inc: { rev: 1 } })
  const sent = (await house.rows('Gloria')).filter(({ leftAt }) => leftAt !== undefined).length
  await undo('Gloria')
  expect(await house.contact('Gloria')).toMatchObject({ name: 'Gloria K.' })
  expect(await house.contact('Dawa')).toMatchObject({ name: 'Dawa' })
  const stay = (await house.rows('Gloria')).filter(({ leftAt }) => leftAt !== undefined)
  expect(stay.length).toBeGreaterThan(0)
  expect(stay.length).toBeLessThan(sent)
  const texts = await house.documents.collection('inbound').list({ contact: house.idOf('Gloria') })
  expect(texts.filter(({ event }) => event.kind === 'message')).toHaveLength(1)

  await house.wind(Date.parse('2026-12-02T12:00:00Z'))
  for (const name of ['Gloria', 'Dawa']) {
    const asked = (await house.rows(name)).filter(
      ({ key, step }) => key.startsWith('turn:start:') && step === 'invitation',
    )
    expect([name, asked.map(({ state }) => state)]).toEqual([name, ['delivered']])
  }
})

test('a STOP that was said since holds for both', async () => {
  await merge('Gloria', 'Dawa')
  await house.writes('Dawa', 'STOP')
  await undo('Gloria')
  for (const name of ['Gloria', 'Dawa']) expect((await house.contact(name))?.stopped).toBeDefined()
})

test('who was in no campaign comes back to none, and the other stays in theirs', async () => {
  await merge('Gloria', 'Sofie')
  await undo('Gloria')
  expect(await house.enrolment('Gloria')).not.toBeNull()
  expect(await house.documents.collection('enrolments').get(`${CAMPAIGN}:${house.idOf('Sofie')}`)).toBeNull()
})

test('not over a number that somebody else has by now, and nothing has happened', async () => {
  await merge('Gloria', 'Dawa')
  const one = (await house.contact('Gloria'))!
  const number = house.numberOf('Dawa')
  const isTheirs = (key: string) => key.endsWith(number)
  const keys = one.addressKeys.filter(isTheirs)
  const left = one.addressKeys.filter(key => !isTheirs(key))
  await house.documents
    .collection('contacts')
    .update({ _id: one._id }, { set: { addressKeys: left }, inc: { rev: 1 } })
  await house.documents
    .collection('contacts')
    .update({ _id: house.idOf('Sofie') }, { set: { addressKeys: keys } })
  const { status, words } = await undo('Gloria')
  expect([status, words.includes('Too much has changed since')]).toEqual([409, true])
  expect(await house.contact('Dawa')).toBeNull()
})

test('after a month, after another merge, and for who was forgotten there is nothing to undo', async () => {
  const left = () => house.documents.collection('merges').count({})
  await merge('Gloria', 'Dawa')
  await merge('Gloria', 'Sofie')
  expect(await left()).toBe(1)
  const now = () => house.clock.now() + 31 * 24 * 3_600_000
  await forgetOldDue({ ...house, clock: { ...house.clock, now } })
  expect(await left()).toBe(0)
  expect((await undo('Gloria')).status).toBe(303)
  expect(await house.contact('Sofie')).toBeNull()
  await house.newcomer(somebody('Farid'))
  await merge('Gloria', 'Farid')
  expect(await left()).toBe(1)
  await house.post(path('Gloria', 'forget'), {})
  expect(await left()).toBe(0)
})
