import { validateRequest } from 'twilio/lib/webhooks/webhooks'
import { createEmulator } from '../../../emulator/createEmulator'
import { type EmulatorWorld, SMS, startEmulator, TOKEN } from '../../support/startEmulator'
import { until } from '../../support/until'

const AMINA = '+32470000001'
let world: EmulatorWorld

afterEach(() => world.close())

const statuses = () => world.received.map(one => one.params.MessageStatus)
const callback = (key: string) => `${world.home}/twilio/status?${key}`
const toAmina = (key = 'm=1&a=1') => ({
  To: `whatsapp:${AMINA}`,
  Body: 'Welkom',
  StatusCallback: callback(key),
})
const openWindow = async () => {
  world.emulator.acts.text(AMINA, 'dag')
  await world.wind(1000)
  world.received.length = 0
}

test('each status is told once, signed with its query, and the first one not at all', async () => {
  world = await startEmulator()
  await openWindow()
  await world.send(toAmina())
  await world.wind(60_000)
  expect(statuses()).toEqual(['sent', 'delivered', 'read'])
  for (const { url, params, signature } of world.received) {
    expect(url).toBe(callback('m=1&a=1'))
    expect(validateRequest(TOKEN, signature, url, params)).toBe(true)
  }
  expect(world.received.at(-1)?.params).toMatchObject({ EventType: 'READ', ChannelPrefix: 'whatsapp' })
  await world.wind(86_400_000)
  expect(statuses()).toHaveLength(3)
})

test('SMS ends at delivered and tells the hour of the carrier', async () => {
  world = await startEmulator()
  await world.send({ From: SMS, To: AMINA, Body: 'dag', StatusCallback: callback('m=1') })
  await world.wind(60_000)
  expect(statuses()).toEqual(['sent', 'delivered'])
  expect(world.received[1]?.params.RawDlrDoneDate).toBe('2611260900')
})

test('outside 24 hours free text fails by callback', async () => {
  world = await startEmulator()
  expect((await world.send(toAmina())).json.status).toBe('queued')
  await world.wind(60_000)
  expect(world.received.map(one => one.params)).toMatchObject([
    { MessageStatus: 'failed', ErrorCode: '63016' },
  ])
})

test('a phone that is off gets everything once it is on, in order', async () => {
  world = await startEmulator()
  await openWindow()
  world.emulator.acts.change(AMINA, { on: false })
  for (const n of [1, 2]) await world.send({ ...toAmina(`m=${n}`), Body: `bericht ${n}` })
  await world.wind(3_600_000)
  expect(statuses()).toEqual(['sent', 'sent'])
  world.emulator.acts.change(AMINA, { on: true })
  await world.wind(60_000)
  const arrived = world.emulator.messages(AMINA).filter(one => one.direction === 'outbound-api')
  expect(arrived.map(one => [one.body, one.status])).toEqual([
    ['bericht 1', 'read'],
    ['bericht 2', 'read'],
  ])
  expect(statuses().filter(status => status === 'delivered')).toHaveLength(2)
})

test('off and on again while a message is on its way gives it once', async () => {
  world = await startEmulator()
  await openWindow()
  await world.send(toAmina())
  await world.wind(300)
  for (const on of [false, true, false, true]) world.emulator.acts.change(AMINA, { on })
  await world.wind(60_000)
  expect(statuses()).toEqual(['sent', 'delivered', 'read'])
})

test('who blocks us lets a message stay sent for ever, also after unblocking', async () => {
  world = await startEmulator()
  await openWindow()
  world.emulator.acts.change(AMINA, { blocks: true })
  await world.send(toAmina())
  await world.wind(60_000)
  world.emulator.acts.change(AMINA, { blocks: false, on: false })
  world.emulator.acts.change(AMINA, { on: true })
  await world.wind(86_400_000)
  expect(statuses()).toEqual(['sent'])
})

test('a status callback is tried again only when no connection was made', async () => {
  world = await startEmulator()
  await openWindow()
  world.answerWith((_, response) => response.writeHead(500).end())
  await world.send(toAmina('m=500'))
  await world.wind(60_000)
  expect(statuses()).toEqual(['sent', 'delivered', 'read'])
  const refused = await fetch(`${world.base}/emulator/seen?phone=%2B32470000001`)
  const seen = (await refused.json()) as { answer: string; tries: number; code: number | null }[]
  expect(seen.slice(-3).map(one => [one.answer, one.tries, one.code])).toEqual(
    Array(3).fill(['500', 1, 11200]),
  )
  await world.send({ ...toAmina(), StatusCallback: 'http://127.0.0.1:1/status' })
  await world.wind(60_000)
  const after = (await (await fetch(`${world.base}/emulator/seen`)).json()) as typeof seen
  expect(after.slice(-3).map(one => [one.answer, one.tries, one.code])).toEqual(
    Array(3).fill(['unreachable', 2, 11205]),
  )
})

test('the settings behind # in an address are obeyed and not signed', async () => {
  world = await startEmulator()
  await openWindow()
  world.answerWith((_, response) => response.writeHead(503).end())
  await world.send({ ...toAmina(), StatusCallback: `${callback('m=1')}#rc=2&rp=5xx` })
  await world.wind(250)
  expect(world.received).toHaveLength(3)
  expect(new Set(world.received.map(one => one.token)).size).toBe(1)
  for (const { url, params, signature } of world.received)
    expect(validateRequest(TOKEN, signature, url, params)).toBe(true)
})

test('a scheduled message leaves at its hour, or not at all when it is cancelled', async () => {
  const messagingServiceSid = 'MG00000000000000000000000000000001'
  world = await startEmulator({ messagingServiceSid })
  const later = {
    To: AMINA,
    MessagingServiceSid: messagingServiceSid,
    ScheduleType: 'fixed',
    SendAt: '2026-11-26T10:00:00Z',
    StatusCallback: callback('m=1'),
  }
  await world.call('POST', `${world.messages}.json`, { ...later, Body: 'een' })
  const { json } = await world.call('POST', `${world.messages}.json`, { ...later, Body: 'twee' })
  await world.wind(3_599_000)
  expect(statuses()).toEqual([])
  const one = `${world.messages}/${json.sid}.json`
  expect((await world.call('POST', one, { Status: 'canceled' })).json.status).toBe('canceled')
  expect((await world.call('POST', one, { Status: 'canceled' })).json.code).toBe(20409)
  await world.wind(60_000)
  expect(statuses()).toEqual(['canceled', 'queued', 'sent', 'delivered'])
})

test('a restart keeps messages, contents, phones and what was still to happen', async () => {
  world = await startEmulator()
  await openWindow()
  world.emulator.acts.change(AMINA, { blocks: false, readReceipts: false })
  const { json } = await world.send(toAmina())
  await world.wind(250)
  await world.emulator.close()
  const again = createEmulator(world.options)
  expect(again.nextDue()).not.toBeNull()
  expect(again.messages(AMINA).map(one => one.status)).toEqual(['received', 'sent'])
  Object.assign(world.emulator, again)
  await world.wind(60_000)
  expect(again.messages(AMINA).at(-1)).toMatchObject({ sid: json.sid, status: 'delivered' })
  expect(statuses()).toEqual(['sent', 'delivered'])
})

test('with a running clock it moves by itself', async () => {
  world = await startEmulator({ automatic: true, clock: { now: () => Date.now() } })
  await world.send({ From: SMS, To: AMINA, Body: 'dag', StatusCallback: callback('m=1') })
  await until(() => statuses().length === 2)
  expect(statuses()).toEqual(['sent', 'delivered'])
})
