import type { Faults, RequestFault } from '../../../emulator/faults'
import { type EmulatorWorld, SMS, startEmulator } from '../../support/startEmulator'
import { until } from '../../support/until'

const AMINA = '+32470000001'
let world: EmulatorWorld

beforeEach(async () => {
  world = await startEmulator()
})
afterEach(() => world.close())

const put = (faults: Partial<Faults>) => world.call('PUT', '/emulator/faults', faults)
const sms = (body = 'dag') =>
  world.send({ From: SMS, To: AMINA, Body: body, StatusCallback: `${world.home}/twilio/status?m=${body}` })
const statuses = () => world.received.map(one => one.params.MessageStatus)
const taken = () => world.emulator.messages(AMINA).length
const hit = (fault: RequestFault) => put({ requests: [fault] })

test('dropped before it was taken: nothing is there', async () => {
  await hit({ mode: 'drop-before-accept' })
  await expect(sms()).rejects.toThrow()
  expect(taken()).toBe(0)
  expect((await sms()).status).toBe(201)
})

test('taken, and the answer dropped: the callbacks tell', async () => {
  await hit({ mode: 'accept-and-drop-answer' })
  await expect(sms()).rejects.toThrow()
  expect(taken()).toBe(1)
  await world.wind(60_000)
  expect(statuses()).toEqual(['sent', 'delivered'])
})

test('500 in HTML after it was taken', async () => {
  await hit({ mode: '500-after-accept', times: 2 })
  for (const n of [1, 2]) expect((await sms(String(n))).status).toBe(500)
  expect((await sms('3')).status).toBe(201)
  expect(taken()).toBe(3)
})

test('a late 201: the callbacks come first', async () => {
  await hit({ mode: 'late-201', ms: 300 })
  const answer = sms()
  await until(() => taken() === 1)
  await world.wind(60_000)
  expect(statuses()).toEqual(['sent', 'delivered'])
  expect((await answer).status).toBe(201)
})

test.each<[string, RequestFault, string | null]>([
  ['with Retry-After', { mode: '429', retryAfter: 7 }, '7'],
  ['without', { mode: '429' }, null],
])('429 %s takes nothing', async (_, fault, header) => {
  await hit(fault)
  const refused = await sms()
  expect(refused).toMatchObject({ status: 429, json: { code: 20429 } })
  expect(refused.headers.get('retry-after')).toBe(header)
  expect(taken()).toBe(0)
})

test('any code can be had, at once or later', async () => {
  await put({
    requests: [
      { mode: 'refuse', code: 21611 },
      { mode: 'fail', code: 30003, status: 'undelivered' },
    ],
  })
  expect((await sms()).json.code).toBe(21611)
  expect((await sms()).status).toBe(201)
  await world.wind(60_000)
  expect(world.received.map(one => one.params)).toMatchObject([
    { MessageStatus: 'undelivered', ErrorCode: '30003' },
  ])
})

test('a fault can be for one person or one text', async () => {
  await hit({ mode: '429', to: AMINA, bodyIncludes: 'kaas' })
  expect((await sms('brood')).status).toBe(201)
  expect((await sms('kaas')).status).toBe(429)
})

test('more than so many within a second are too many', async () => {
  await put({ perSecond: 2 })
  expect([(await sms('1')).status, (await sms('2')).status, (await sms('3')).status]).toEqual([201, 201, 429])
  await world.wind(1001)
  expect((await sms('4')).status).toBe(201)
})

test('slow: every stage comes later', async () => {
  await put({ slow: 8000 })
  await sms()
  await world.wind(8000)
  expect(statuses()).toEqual([])
  await world.wind(60_000)
  expect(statuses()).toEqual(['sent', 'delivered'])
})

test('twice: every status and every webhook, with the same id', async () => {
  await put({ twice: true })
  await sms()
  world.emulator.acts.text(AMINA, 'dag')
  await world.wind(60_000)
  expect(statuses().filter(Boolean)).toEqual(['sent', 'sent', 'delivered', 'delivered'])
  const inbound = world.received.filter(one => !one.params.MessageStatus)
  expect(inbound).toHaveLength(2)
  expect(new Set(inbound.map(one => one.params.MessageSid)).size).toBe(1)
})

test('reversed: the last status comes first', async () => {
  await put({ mixedUp: 'reversed' })
  await sms()
  await world.wind(60_000)
  expect(statuses()).toEqual(['delivered', 'sent'])
})

test('lost: none with 1, the same part with the same seed', async () => {
  await put({ lost: 1 })
  await sms()
  await world.wind(60_000)
  expect(statuses()).toEqual([])
  const part = async () => {
    world.received.length = 0
    await put({ lost: 0.5, seed: 42 })
    for (let n = 0; n < 10; n++) await sms(String(n))
    await world.wind(60_000)
    return world.received.map(one => `${one.target} ${one.params.MessageStatus}`)
  }
  const first = await part()
  expect(first.length).toBeGreaterThan(2)
  expect(first.length).toBeLessThan(18)
  expect(await part()).toEqual(first)
})

test('mixed up at random is the same with the same seed', async () => {
  const order = async () => {
    world.received.length = 0
    await put({ mixedUp: 'random', seed: 3 })
    for (let n = 0; n < 6; n++) await sms(String(n))
    await world.wind(60_000)
    return world.received.map(one => `${one.target} ${one.params.MessageStatus}`)
  }
  const first = await order()
  expect(first).toHaveLength(12)
  expect(await order()).toEqual(first)
  const straight = [...Array(6).keys()].map(n => `/twilio/status?m=${n} sent`)
  expect(first.slice(0, 6)).not.toEqual(straight)
})

test('the list knows a message later', async () => {
  await put({ listDelay: 30_000 })
  await sms()
  const listed = async () => (await world.call('GET', `${world.messages}.json`)).json.messages
  await world.wind(29_999)
  expect(await listed()).toEqual([])
  await world.wind(1)
  expect(await listed()).toHaveLength(1)
})

test('outage: 503, a reset, or nobody there; then all is as before', async () => {
  await put({ outage: '503' })
  expect(await sms()).toMatchObject({ status: 503, json: { code: 20503 } })
  await put({ outage: 'reset' })
  await expect(sms()).rejects.toThrow()
  await put({ outage: 'off' })
  world.emulator.faults.set({ outage: 'refuse', outageMs: 300 })
  const refused = await sms().catch((error: Error) => (error.cause as { code: string }).code)
  expect(refused).toBe('ECONNREFUSED')
  await until(
    async () =>
      (await sms().then(
        answer => answer.status,
        () => 0,
      )) === 201,
  )
  expect(taken()).toBe(1)
})

test('who does not know the account gets nothing', async () => {
  const wrong = await world.call('GET', `${world.messages}.json`, undefined, { authorization: 'Basic eDp5' })
  expect(wrong).toMatchObject({ status: 401, json: { code: 20003, status: 401 } })
  const other = await world.call('GET', `/2010-04-01/Accounts/AC${'9'.repeat(32)}/Messages.json`)
  expect(other).toMatchObject({ status: 404, json: { code: 20404 } })
})

test('a body that is no JSON is refused kindly, JSON for a message is taken', async () => {
  const headers = { authorization: world.authorization, 'content-type': 'application/json' }
  const broken = await fetch(`${world.base}/v1/Content`, { method: 'POST', headers, body: '{' })
  expect([broken.status, await broken.json()]).toMatchObject([400, { code: 20422 }])
  const body = JSON.stringify({ From: SMS, To: AMINA, Body: 'dag' })
  expect((await fetch(`${world.base}${world.messages}.json`, { method: 'POST', headers, body })).status).toBe(
    201,
  )
})
