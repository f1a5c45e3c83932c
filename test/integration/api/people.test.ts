import Ajv from 'ajv/dist/2020'
import { z } from 'zod'
import { PERSON_DATA } from '../../../src/web/api/personSchemas'
import { type Ask, apiOf } from '../../support/apiOf'
import { type House, openHouse } from '../../support/openHouse'

let house: House
let ask: Ask
let stranger: Ask

beforeAll(async () => {
  house = await openHouse()
  ask = await apiOf(house)
  stranger = await apiOf(house, 'other')
})
afterAll(() => house.close())

const at = (name: string) => `/contacts/${house.idOf(name)}`
const versionOf = async (name: string): Promise<string> => (await ask('GET', at(name))).body.version
const refused = (status: number, code: string) => ({ status, body: { error: { code } } })

describe('a change', () => {
  test('is made once, however often it is asked for; what is absent stays', async () => {
    const before = (await ask('GET', at('Amina'))).body
    const body = { version: before.version, name: 'Amina B.', phone: '0470 99 88 55', evening: true }
    const first = await ask('PATCH', at('Amina'), body)
    const addresses = before.addresses.map(({ channel }: { channel: string }) => ({
      channel,
      address: '+32470998855',
    }))
    const { version } = first.body
    expect(version).not.toBe(before.version)
    expect(first).toEqual({
      status: 200,
      body: { ...before, version, name: 'Amina B.', evening: true, addresses },
    })
    expect(await ask('PATCH', at('Amina'), body)).toEqual(first)
  })

  test('overwrites nobody who was faster, and says what to do', async () => {
    const version = await versionOf('Dawa')
    await ask('PATCH', at('Dawa'), { version, reads: 'standard' })
    const late = await ask('PATCH', at('Dawa'), { version, name: 'Dawa T.' })
    expect(late).toMatchObject(refused(409, 'CONTACT_CHANGED'))
    expect(late.body.error.message).toContain('read them again')
    expect((await ask('GET', at('Dawa'))).body).toMatchObject({ name: 'Dawa', reads: 'standard' })
  })

  test.each([
    ['a number one digit short', { phone: '0470 99 88 7' }, 422, 'ARGUMENT_INVALID'],
    ['a language that is none', { language: 'xx' }, 422, 'ARGUMENT_INVALID'],
    ['no name', { name: ' ' }, 422, 'ARGUMENT_INVALID'],
    ['no version', { version: undefined }, 422, 'ARGUMENT_INVALID'],
  ])('%s is refused', async (_, body, status, code) => {
    const version = await versionOf('Dawa')
    expect(await ask('PATCH', at('Dawa'), { version, ...body })).toMatchObject(refused(status, code))
  })

  test('to the number of somebody else is told, without their name', async () => {
    const version = await versionOf('Dawa')
    const taken = await ask('PATCH', at('Dawa'), { version, phone: house.numberOf('Fatou') })
    expect(taken).toMatchObject(refused(409, 'CONTACT_EXISTS'))
    expect(JSON.stringify(taken.body)).not.toContain('Fatou')
  })
})

test('tags go on and off; twice is once', async () => {
  const before = (await ask('GET', at('Dawa'))).body.tags
  const on = () => ask('POST', `${at('Dawa')}/tags`, { add: ['group A', 'group  A'] })
  expect((await on()).body.tags).toEqual([...before, 'group A'])
  expect((await on()).body.tags).toEqual([...before, 'group A'])
  const off = () => ask('POST', `${at('Dawa')}/tags`, { remove: ['group A'] })
  expect((await off()).body.tags).toEqual(before)
  expect((await off()).body.tags).toEqual(before)
})

describe('a consent', () => {
  const YES = { purpose: 'C8', state: 'given', by: 'paper', day: '2026-11-02', how: 'form 12' }
  const note = (body: object, key: string) => ask('POST', `${at('Fatou')}/consents`, body, 'write', key)

  test('is one line in the register, however often it is sent', async () => {
    const before = (await ask('GET', at('Fatou'))).body.consents.length
    const all = await Promise.all([1, 2].map(() => note(YES, 'c8')))
    expect(all.map(({ status }) => status)).toEqual([201, 201])
    expect((await note(YES, 'c8')).body.consents).toHaveLength(before + 1)
    expect((await note({ ...YES, state: 'withdrawn' }, 'c8')).status).toBe(422)
  })

  test.each([
    ['a day to come', { ...YES, day: '2027-11-02' }, 'future'],
    ['one event that is not named', { ...YES, purpose: 'C5' }, 'no event'],
    ['a purpose that is none', { ...YES, purpose: 'C9' }, 'no purpose'],
    ['nothing of how', { ...YES, by: 'rumour' }, 'rumour'],
  ])('%s is refused', async (_, body, key) => {
    expect(await note(body, key)).toMatchObject(refused(422, 'ARGUMENT_INVALID'))
  })

  test('of who said no to messages is not given by others', async () => {
    expect((await note({ ...YES, purpose: 'C1', state: 'withdrawn' }, 'no')).status).toBe(201)
    const given = await note({ ...YES, purpose: 'C1' }, 'yes after all')
    expect(given.body.error.facts.fields).toMatchObject([{ field: 'state', problem: 'said_stop' }])
  })
})

test('all that is known of one person, as the document says, and the log keeps who asked', async () => {
  const { status, body } = await ask('GET', `${at('Dawa')}/data`, undefined, 'read')
  expect(status).toBe(200)
  const schema = z.toJSONSchema(PERSON_DATA, { io: 'output', target: 'draft-2020-12' })
  expect(new Ajv({ strict: false }).validate(schema, body)).toBe(true)
  expect(body).toMatchObject({ person: { name: 'Dawa' }, hidden: 0 })
  const given = { what: 'person_data_given', about: house.idOf('Dawa') } as const
  const entries = await house.documents.collection('auditLog').list(given)
  expect(entries.map(({ by }) => by)).toEqual([expect.stringMatching(/^api:/)])
})

test('another organisation sees and changes nobody of ours', async () => {
  const consent = { purpose: 'C8', state: 'given', by: 'paper', day: '2026-11-02' }
  for (const [method, path, body] of [
    ['PATCH', '', { version: await versionOf('Dawa'), name: 'Nobody' }],
    ['POST', '/tags', { add: ['theirs'] }],
    ['POST', '/consents', consent],
    ['GET', '/data', undefined],
    ['DELETE', '', undefined],
  ] as const)
    expect((await stranger(method, at('Dawa') + path, body, 'write', 'theirs')).status).toBe(404)
  expect((await ask('GET', at('Dawa'))).body).toMatchObject({ name: 'Dawa' })
})

test('who is forgotten is nowhere any more; asked for again, nobody is there', async () => {
  expect(await ask('DELETE', at('Dawa'))).toEqual({ status: 200, body: { keepsStop: false } })
  expect(await ask('DELETE', at('Dawa'))).toMatchObject(refused(404, 'CONTACT_NOT_FOUND'))
  expect(await ask('GET', `${at('Dawa')}/data`)).toMatchObject(refused(404, 'CONTACT_NOT_FOUND'))
  expect(await house.contact('Dawa')).toBeNull()
  expect(await ask('DELETE', at('Fatou'))).toEqual({ status: 200, body: { keepsStop: true } })
  expect(await ask('GET', at('Fatou'))).toMatchObject(refused(404, 'CONTACT_NOT_FOUND'))
})
