import { ACCOUNT, type EmulatorWorld, SMS, startEmulator } from '../../support/startEmulator'
import { createOpenapiCheck } from './openapiCheck'

const check = createOpenapiCheck()
const FORM = 'application/x-www-form-urlencoded'
const unknown = 'SM00000000000000000000000000000000'
let world: EmulatorWorld

beforeEach(async () => {
  world = await startEmulator()
})
afterEach(() => world.close())

/** Calls, holds both sides against the documents, and gives the answer. */
async function held(method: string, target: string, body?: Record<string, string | string[]> | object) {
  const { status, json, text } = await world.call(method, target, body)
  const requestType = target.startsWith('/2010') ? FORM : 'application/json'
  const problems = check({
    method,
    target,
    ...(body && { requestType, requestBody: structuredClone(body) }),
    status,
    ...(text !== '' && { responseBody: json }),
  })
  expect(problems).toEqual([])
  return { status, json }
}

const content = {
  friendly_name: 'rsvp',
  language: 'nl',
  variables: { 1: 'Amina' },
  types: {
    'twilio/quick-reply': {
      body: 'Dag {{1}}, kan je donderdag komen?',
      actions: [{ type: 'QUICK_REPLY', title: 'Ja', id: 'yes' }],
    },
    'twilio/text': { body: 'Dag {{1}}, kan je donderdag komen? 1 Ja' },
  },
}

test('a message goes from creation to deletion as the documents say', async () => {
  world.emulator.acts.text('+32470000001', 'dag')
  const created = await held('POST', `${world.messages}.json`, {
    To: 'whatsapp:+32470000001',
    From: 'whatsapp:+32460000000',
    Body: 'Welkom',
    StatusCallback: `${world.home}/twilio/status?m=1&a=1`,
    MediaUrl: [`${world.home}/picture.png`],
  })
  expect(created).toMatchObject({ status: 201, json: { status: 'queued', num_media: '1', price: null } })
  await world.wind(60_000)
  const one = `${world.messages}/${created.json.sid}`
  expect(await held('GET', `${one}.json`)).toMatchObject({
    status: 200,
    json: { status: 'read', error_code: null },
  })
  const media = await held('GET', `${one}/Media.json`)
  const [first] = media.json.media_list as { sid: string }[]
  await held('GET', `${one}/Media/${first?.sid}.json`)
  expect(await held('DELETE', `${one}/Media/${first?.sid}.json`)).toMatchObject({ status: 204 })
  expect(await held('POST', `${one}.json`, { Body: '' })).toMatchObject({ status: 200, json: { body: '' } })
  expect(await held('DELETE', `${one}.json`)).toMatchObject({ status: 204 })
  expect(await held('GET', `${one}.json`)).toMatchObject({ status: 404, json: { code: 20404 } })
})

test('a list with filters, and its next page, are as the documents say', async () => {
  for (const body of ['een', 'twee', 'drie']) await world.send({ From: SMS, To: '+32470000003', Body: body })
  await world.wind(60_000)
  const query = `To=%2B32470000003&From=%2B32460000001&DateSent%3E=2026-11-26&PageSize=2`
  const first = await held('GET', `${world.messages}.json?${query}`)
  expect((first.json.messages as { body: string }[]).map(one => one.body)).toEqual(['drie', 'twee'])
  const second = await held('GET', String(first.json.next_page_uri))
  expect((second.json.messages as { body: string }[]).map(one => one.body)).toEqual(['een'])
  expect(second.json.next_page_uri).toBeNull()
})

test('a failed message and an inbound one are as the documents say', async () => {
  const { json } = await world.send({ To: 'whatsapp:+32470000002', Body: 'buiten het venster' })
  await world.wind(60_000)
  const failed = await held('GET', `${world.messages}/${json.sid}.json`)
  expect(failed.json).toMatchObject({ status: 'failed', error_code: 63016 })
  world.emulator.acts.voice('+32470000002')
  await world.wind(1000)
  const inbound = await held('GET', `${world.messages}.json?From=whatsapp:%2B32470000002`)
  expect(inbound.json.messages).toMatchObject([{ direction: 'inbound', status: 'received', num_media: '1' }])
})

test('a content goes through approval as the documents say', async () => {
  const created = await held('POST', '/v1/Content', content)
  const one = `/v1/Content/${created.json.sid}`
  expect(created.status).toBe(201)
  await held('GET', one)
  await held('PUT', one, { ...content, friendly_name: 'rsvp_2' })
  expect(await held('GET', `${one}/ApprovalRequests`)).toMatchObject({ status: 404 })
  const asked = await held('POST', `${one}/ApprovalRequests/whatsapp`, {
    name: 'rsvp_nl',
    category: 'UTILITY',
  })
  expect(asked).toMatchObject({ status: 201, json: { status: 'received' } })
  await world.wind(2000)
  expect((await held('GET', `${one}/ApprovalRequests`)).json).toMatchObject({
    whatsapp: { status: 'approved' },
  })
  expect((await held('GET', '/v1/Content?PageSize=10')).json.contents).toHaveLength(1)
  expect((await held('GET', '/v1/ContentAndApprovals')).json.contents).toMatchObject([
    { approval_requests: { status: 'approved', content_type: 'twilio/quick-reply' } },
  ])
  expect(await held('DELETE', one)).toMatchObject({ status: 204 })
})

test('the typing indicator answers in both versions', async () => {
  const result = world.emulator.acts.text('+32470000001', 'dag')
  const messageId = 'sids' in result ? String(result.sids[0]) : ''
  expect(await held('POST', '/v3/Indicators/Typing.json', { channel: 'WHATSAPP', messageId })).toMatchObject({
    status: 200,
    json: { success: true },
  })
  const form = await fetch(`${world.base}/v2/Indicators/Typing.json`, {
    method: 'POST',
    headers: { authorization: world.authorization },
    body: new URLSearchParams({ channel: 'whatsapp', messageId }),
  })
  const requestBody = { channel: 'whatsapp', messageId }
  const target = '/v2/Indicators/Typing.json'
  const responseBody = await form.json()
  expect(
    check({ method: 'POST', target, requestType: FORM, requestBody, status: 200, responseBody }),
  ).toEqual([])
})

test.each([
  [
    'a message that is not there',
    'GET',
    `/2010-04-01/Accounts/${ACCOUNT}/Messages/${unknown}.json`,
    undefined,
    404,
  ],
  [
    'media that is not there',
    'GET',
    `/2010-04-01/Accounts/${ACCOUNT}/Messages/${unknown}/Media.json`,
    undefined,
    404,
  ],
  ['a creation without To', 'POST', `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`, { Body: 'x' }, 400],
  ['a content without types', 'POST', '/v1/Content', { language: 'nl' }, 400],
  ['a content that is not there', 'GET', '/v1/Content/HX00000000000000000000000000000000', undefined, 404],
])('%s is refused in the shape of a refusal', async (_, method, target, body, status) => {
  expect((await held(method, target, body)).status).toBe(status)
})

test('the check itself finds a wrong field, a wrong status and a wrong id', () => {
  const target = `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`
  const wrong = { method: 'POST', target, requestType: FORM, requestBody: { to: 'x' }, status: 201 }
  const problems = check({ ...wrong, responseBody: { sid: 'SM1', status: 'gone', colour: 'red' } })
  for (const word of ['"to"', "'To'", '/sid', '/status', '"colour"'])
    expect(problems.some(problem => problem.includes(word))).toBe(true)
  expect(check({ method: 'PATCH', target, status: 200 })).toHaveLength(1)
})
