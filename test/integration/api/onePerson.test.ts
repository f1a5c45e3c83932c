import { DEMO_PEOPLE } from '../../../src/practice/people'
import { type Ask, apiOf } from '../../support/apiOf'
import { openCall } from '../../support/openCall'
import { CAMPAIGN, type House, openHouse } from '../../support/openHouse'

let house: House
let ask: Ask

beforeAll(async () => {
  house = await openHouse({ people: DEMO_PEOPLE.slice(0, 4) })
  ask = await apiOf(house)
})
afterAll(() => house.close())

const at = (name: string) => `/contacts/${house.idOf(name)}`
const refused = (status: number, code: string) => ({ status, body: { error: { code } } })
const namesIn = (body: { contacts: { name: string }[] }) => body.contacts.map(({ name }) => name)

describe('whom one means', () => {
  test.each([
    ['everybody, in the order of names', '', ['Amina', 'Dawa', 'Gloria', 'Ousmane']],
    ['by language', '?language=nl', ['Dawa', 'Gloria']],
    ['nobody of an audience', '?audience=partner', []],
  ])('%s', async (_, query, names) => {
    const { body } = await ask('GET', `/contacts${query}`, undefined, 'read')
    expect(namesIn(body)).toEqual(names)
    expect(body.count).toBe(names.length)
  })

  test('page by page, each person once', async () => {
    const first = (await ask('GET', '/contacts?limit=3', undefined, 'read')).body
    const rest = (await ask('GET', `/contacts?limit=3&after=${first.next}`, undefined, 'read')).body
    expect([...namesIn(first), ...namesIn(rest)]).toEqual(['Amina', 'Dawa', 'Gloria', 'Ousmane'])
    expect(rest.next).toBeUndefined()
  })

  test('by a name or the end of a number, which is in no address', async () => {
    const search = async (words: string) =>
      namesIn((await ask('POST', '/contacts/search', { search: words }, 'read')).body)
    expect(await search('glor')).toEqual(['Gloria'])
    expect(await search(house.numberOf('Dawa').slice(-6))).toEqual(['Dawa'])
    expect(await ask('GET', '/contacts?limit=1000')).toMatchObject(refused(422, 'ARGUMENT_INVALID'))
  })
})

test('the intake is asked once, however often it is asked for, and told without its answers', async () => {
  expect((await ask('GET', `${at('Ousmane')}/intake`, undefined, 'read')).body).toMatchObject({
    may: 'yes',
    rounds: 0,
  })
  const first = await ask('POST', `${at('Ousmane')}/intake`)
  expect(first).toMatchObject({ status: 200, body: { asked: true, may: 'asked', rounds: 1 } })
  expect((await ask('POST', `${at('Ousmane')}/intake`)).body).toEqual({ ...first.body, asked: false })
  const started = { contact: house.idOf('Ousmane'), step: 'intake', kind: 'start' } as const
  expect(await house.documents.collection('outbox').count(started)).toBe(1)
})

describe('where somebody stands', () => {
  test('is followed only after a yes, which is asked once however often it is asked for', async () => {
    const first = await ask('POST', `${at('Ousmane')}/follow`)
    expect(first).toMatchObject({ status: 200, body: { mayFollow: false, asking: { may: 'asked' } } })
    expect(await ask('POST', `${at('Ousmane')}/follow`)).toEqual(first)
    const started = { contact: house.idOf('Ousmane'), step: 'outcome_consent', kind: 'start' } as const
    expect(await house.documents.collection('outbox').count(started)).toBe(1)
  })

  const note = (body: object, key: string) => ask('POST', `${at('Dawa')}/work`, body, 'write', key)
  const NOTE = { work: 'employee', workDay: '2026-11-02', studying: true, atLevel: false }

  test('is noted only of who agreed to be followed, once however often it is sent', async () => {
    const without = await note(NOTE, 'without')
    expect(without.body.error.facts.fields).toMatchObject([{ field: 'work', problem: 'not_followed' }])
    const agreed = { purpose: 'C8', state: 'given', by: 'paper', day: '2026-11-02' }
    await ask('POST', `${at('Dawa')}/consents`, agreed, 'write', 'c8')
    const both = await Promise.all([note(NOTE, 'work'), note(NOTE, 'work')])
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    const { body } = await ask('GET', `${at('Dawa')}/work`, undefined, 'read')
    expect(body).toMatchObject({
      mayFollow: true,
      notes: [{ day: '2026-11-02', work: 'employee', studying: true, atLevel: false }],
    })
  })

  test.each([
    ['a day to come', { ...NOTE, workDay: '2027-11-02' }],
    ['no such work', { ...NOTE, work: 'king' }],
    ['half a study', { ...NOTE, studying: 'half' }],
  ])('%s is refused with its field', async (key, body) => {
    expect(await note(body, key)).toMatchObject(refused(422, 'ARGUMENT_INVALID'))
  })
})

test('a result is taken back once: the task waits again, and so does the answer', async () => {
  const task = `${CAMPAIGN}:call_silent:${house.idOf('Gloria')}`
  await openCall(house, task, { contact: house.idOf('Gloria') })
  const path = `/tasks/${encodeURIComponent(task)}/result`
  await ask('POST', path, { result: 'comes' })
  expect(await house.enrolment('Gloria')).toMatchObject({ rsvp: 'yes' })
  const undone = await ask('DELETE', path)
  expect(undone).toMatchObject({ status: 200, body: { outcome: 'undone', task: { state: 'open' } } })
  expect((await house.enrolment('Gloria'))?.rsvp).toBeUndefined()
  expect((await ask('DELETE', path)).body).toEqual({ ...undone.body, outcome: 'closed' })
})

test('two become one as it was shown, once; undone within thirty days they are two again, once', async () => {
  const pair = `${at('Gloria')}/merge/${house.idOf('Dawa')}`
  const preview = (await ask('GET', pair, undefined, 'read')).body
  expect(preview).toMatchObject({ kept: { name: 'Gloria' }, gone: { name: 'Dawa' }, both: 1, problem: null })

  await ask('POST', `${at('Dawa')}/tags`, { add: ['met'] })
  const late = await ask('POST', pair, { version: preview.version })
  expect(late).toMatchObject(refused(409, 'CONTACT_CHANGED'))
  const { version } = late.body.error.facts
  expect((await ask('GET', pair)).body.version).toBe(version)

  const merge = () => ask('POST', pair, { version, name: 'gone' })
  const merged = await merge()
  expect(merged).toMatchObject({
    status: 200,
    body: { id: house.idOf('Gloria'), name: 'Dawa', tags: ['met'] },
  })
  expect(await merge()).toEqual(merged)
  expect(await ask('GET', at('Dawa'))).toMatchObject(refused(404, 'CONTACT_NOT_FOUND'))

  const one = `${at('Gloria')}/merge`
  expect((await ask('GET', one, undefined, 'read')).body).toMatchObject({
    merged: { gone: { name: 'Dawa' }, campaigns: 1 },
  })
  const undone = await ask('DELETE', one)
  expect(undone.body).toMatchObject({ undone: true, contacts: [{ name: 'Gloria' }, { name: 'Dawa' }] })
  expect((await ask('DELETE', one)).body).toMatchObject({ undone: false, contacts: [{ name: 'Gloria' }] })
  expect((await ask('GET', one)).body).toEqual({ merged: null })
  expect(await ask('GET', `${at('Gloria')}/merge/${house.idOf('Gloria')}`)).toMatchObject(
    refused(422, 'ARGUMENT_INVALID'),
  )
})
