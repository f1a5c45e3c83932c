import Ajv from 'ajv/dist/2020'
import { endToken, makeToken } from '../../../src/use-cases/apiAccess'
import { CAMPAIGN, type House, openHouse } from '../../support/openHouse'

let house: House
let token: string
const BY = { _id: 'joris', organisation: 'demo' }
const deps = () => ({ documents: house.documents, clock: house.clock, newId: house.newId, seal: house.seal })

beforeAll(async () => {
  house = await openHouse()
  token = await makeToken(deps(), BY, { name: 'the city', scope: 'write', key: 'city' })
})
afterAll(() => house.close())

async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${house.publicUrl}/api${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.json() }
}
const key = (name: string) => ({ 'idempotency-key': name })
const YUSUF = { name: 'Yusuf', phone: '0470 99 88 77', language: 'ar', audience: 'participant' }

describe('who asks', () => {
  test.each([
    ['nobody', { authorization: '' }],
    ['a stranger', { authorization: 'Bearer brugbode_guess' }],
    ['somebody with a cookie alone', { authorization: '', cookie: 'session=x' }],
  ])('%s is not let in', async (_, headers) => {
    expect(await ask('GET', '/campaigns', undefined, headers)).toMatchObject({
      status: 401,
      body: { error: { code: 'NOT_SIGNED_IN' } },
    })
  })

  test('a form that is sent twice makes one token, and shows the same', async () => {
    const make = () => makeToken(deps(), BY, { name: 'twice', scope: 'read', key: 'twice' })
    const both = await Promise.all([make(), make()])
    expect(new Set(both).size).toBe(1)
    expect(await house.documents.collection('apiTokens').count({ name: 'twice' })).toBe(1)
    expect(await makeToken(deps(), BY, { name: 'next', scope: 'read', key: 'next' })).not.toBe(both[0])
  })

  test('an ended token opens nothing any more', async () => {
    const other = await makeToken(deps(), BY, { name: 'gone', scope: 'write', key: 'gone' })
    const authorization = `Bearer ${other}`
    expect((await ask('GET', '/campaigns', undefined, { authorization })).status).toBe(200)
    const gone = await house.documents.collection('apiTokens').first({ name: 'gone' })
    await endToken(deps(), BY, gone?._id ?? '')
    await endToken(deps(), BY, gone?._id ?? '')
    expect((await ask('GET', '/campaigns', undefined, { authorization })).status).toBe(401)
    expect(await house.documents.collection('auditLog').count({ what: 'token_ended' })).toBe(1)
    // Its form, sent once more, shows no token that opens nothing.
    const again = makeToken(deps(), BY, { name: 'gone', scope: 'write', key: 'gone' })
    await expect(again).rejects.toMatchObject({ code: 'SETTINGS_CHANGED' })
  })

  test('another organisation sees nothing of ours', async () => {
    const stranger = await makeToken(
      deps(),
      { _id: 'x', organisation: 'other' },
      { name: 'stranger', scope: 'write', key: 'city' },
    )
    const headers = { authorization: `Bearer ${stranger}` }
    expect((await ask('GET', '/campaigns', undefined, headers)).body).toEqual({ campaigns: [] })
    for (const [method, path, body] of [
      ['GET', `/campaigns/${CAMPAIGN}`],
      ['GET', `/campaigns/${CAMPAIGN}/enrolments`],
      ['GET', `/contacts/${house.idOf('Amina')}`],
      ['POST', `/campaigns/${CAMPAIGN}/enrolments`, { contact: house.idOf('Amina') }],
      ['PUT', `/campaigns/${CAMPAIGN}/enrolments/${house.idOf('Amina')}/attendance`, { attended: true }],
    ] as const)
      expect((await ask(method, path, body, headers)).status).toBe(404)
  })

  test('nothing of it is kept in the log or answers with a page', async () => {
    await ask('GET', '/none')
    expect(house.lines.join('')).not.toContain(token)
    expect(await ask('GET', '/none')).toMatchObject({ status: 404, body: { error: { code: 'NOT_FOUND' } } })
  })
})

describe('a person', () => {
  test('is added once, however often the request comes', async () => {
    const all = await Promise.all([1, 2, 3].map(() => ask('POST', '/contacts', YUSUF, key('yusuf'))))
    expect(all.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(all.map(({ body }) => body.id)).size).toBe(1)
    expect(all[0]?.body).toMatchObject({ name: 'Yusuf', language: 'ar', optedOut: false, consents: [] })
    expect(await ask('GET', `/contacts/${all[0]?.body.id}`)).toEqual({ status: 200, body: all[0]?.body })
  })

  test('the same key with another body is refused', async () => {
    const other = await ask('POST', '/contacts', { ...YUSUF, name: 'Yunus' }, key('yusuf'))
    expect(other).toMatchObject({ status: 422, body: { error: { code: 'KEY_REUSED' } } })
  })

  test('who has the number already is told, never joined', async () => {
    const other = await ask('POST', '/contacts', { ...YUSUF, name: 'Yunus' }, key('yunus'))
    expect(other).toMatchObject({ status: 409, body: { error: { code: 'CONTACT_EXISTS', facts: {} } } })
    expect(JSON.stringify(other.body)).not.toContain('Yusuf')
  })

  test.each([
    ['no key', YUSUF, {}],
    ['a number one digit short', { ...YUSUF, phone: '0470 99 88 7' }, key('short')],
    ['a language that is none', { ...YUSUF, phone: '', language: 'xx' }, key('language')],
    ['an audience that is none', { ...YUSUF, audience: 'crowd' }, key('audience')],
    ['no name', { ...YUSUF, name: undefined }, key('name')],
  ])('%s is refused, with the field', async (_, body, headers) => {
    const { status, body: refused } = await ask('POST', '/contacts', body, headers)
    expect(status).toBe(422)
    expect(refused.error.code).toBe('ARGUMENT_INVALID')
  })

  test('what is no JSON is told so', async () => {
    expect(await ask('POST', '/contacts', '{"name":', key('broken'))).toMatchObject({
      status: 400,
      body: { error: { code: 'NOT_READABLE' } },
    })
  })
})

test('somebody comes in late, is in once, and is marked as present', async () => {
  const { body: person } = await ask(
    'POST',
    '/contacts',
    { ...YUSUF, phone: '0470 99 88 66', consent: { by: 'paper', day: '2026-11-02' } },
    key('late'),
  )
  const path = `/campaigns/${CAMPAIGN}/enrolments`
  expect(await ask('POST', path, { contact: person.id })).toMatchObject({
    status: 200,
    body: { isNew: true },
  })
  expect(await ask('POST', path, { contact: person.id })).toMatchObject({ body: { isNew: false } })
  expect((await ask('PUT', `${path}/${person.id}/attendance`, { attended: true })).status).toBe(200)
  const { body } = await ask('GET', path)
  const own = body.enrolments.filter(({ contact }: { contact: string }) => contact === person.id)
  expect(own).toMatchObject([{ attended: true, audience: 'participant' }])
})

test('the document describes every answer that was given here', async () => {
  const document = (await ask('GET', '/openapi.json', undefined, { authorization: '' })).body
  expect(document.openapi).toBe('3.1.0')
  const ajv = new Ajv({ strict: false, validateFormats: false })
  const answers: [string, string, string][] = [
    ['get', '/campaigns', '/campaigns'],
    ['get', '/campaigns/{campaign}', `/campaigns/${CAMPAIGN}`],
    ['get', '/campaigns/{campaign}/enrolments', `/campaigns/${CAMPAIGN}/enrolments`],
    ['get', '/contacts/{contact}', `/contacts/${house.idOf('Amina')}`],
    ['get', '/webhooks', '/webhooks'],
  ]
  for (const [method, template, path] of answers) {
    const { schema } = document.paths[template][method].responses['200'].content['application/json']
    const { body } = await ask('GET', path)
    expect(ajv.validate(schema, body)).toBe(true)
  }
  const refusal = document.paths['/contacts'].post.responses.default.content['application/json'].schema
  expect(ajv.validate(refusal, (await ask('GET', '/none')).body)).toBe(true)
})
