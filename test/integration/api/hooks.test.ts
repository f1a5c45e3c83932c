import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { TELL_AGAIN_MS } from '../../../src/domain/api'
import { DEMO_PEOPLE } from '../../../src/practice/people'
import { endHook, makeHook } from '../../../src/use-cases/apiAccess'
import { CAMPAIGN, type House, openHouse } from '../../support/openHouse'

interface Heard {
  id: string
  body: { type: string; data: Record<string, unknown> }
  isSigned: boolean
}
let house: House
let receiver: Server
let heard: Heard[]
let answer: number
let secret: string
let hook: string
let url: string
const BY = { _id: 'joris', organisation: 'demo' }
const seal = {
  lock: (text: string) => house.seal.lock(text),
  unlock: (text: string) => house.seal.unlock(text),
}
const deps = () => ({ documents: house.documents, clock: house.clock, newId: house.newId, seal })

beforeEach(async () => {
  heard = []
  answer = 200
  // Amina alone: what is told is told about one person.
  house = await openHouse({ people: DEMO_PEOPLE.slice(0, 1) })
  receiver = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const text = Buffer.concat(parts).toString()
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = request.headers
    const expected = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
      .update(`${id}.${at}.${text}`)
      .digest('base64')
    heard.push({ id: String(id), body: JSON.parse(text), isSigned: signature === `v1,${expected}` })
    response.writeHead(answer).end()
  })
  await new Promise<void>(done => receiver.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/told`
  const events = ['rsvp', 'attendance', 'opt_out'] as const
  const made = await makeHook(deps(), BY, { id: 'hook', url, events, near: true })
  if (!made.ok) throw new Error('no hook')
  secret = made.secret
  hook = made.hook._id
})
afterEach(async () => {
  await new Promise(done => receiver.close(done))
  await house.close()
})

/** Until Amina has the invitation, and says yes. */
async function answered() {
  await house.next()
  await house.wind(Date.parse('2026-11-24T12:00:00Z'))
  await house.taps('Amina', 'yes')
  await house.settle()
}

test('an answer, a mark at the door and a STOP are told once each, signed, with ids alone', async () => {
  await answered()
  const amina = house.idOf('Amina')
  await house.post(`/campaigns/${CAMPAIGN}/attendance`, { contact: amina, attended: 'yes', seen: '' })
  await house.post(`/campaigns/${CAMPAIGN}/attendance`, { contact: amina, attended: 'yes', seen: '' })
  await house.writes('Amina', 'STOP')
  await house.settle()
  expect(heard.map(({ body }) => [body.type, body.data])).toEqual([
    ['rsvp', { campaign: CAMPAIGN, contact: amina, rsvp: 'yes' }],
    ['attendance', { campaign: CAMPAIGN, contact: amina, attended: true }],
    ['opt_out', { contact: amina }],
  ])
  expect(heard.every(({ isSigned }) => isSigned)).toBe(true)
  expect(new Set(heard.map(({ id }) => id)).size).toBe(3)
})

test('what is not taken comes again with the same id, later and later, and then no more', async () => {
  answer = 500
  await answered()
  for (const wait of TELL_AGAIN_MS) {
    house.clock.turnTo(house.clock.now() + wait)
    await house.settle()
  }
  const told = heard.filter(({ body }) => body.type === 'rsvp')
  expect(told).toHaveLength(TELL_AGAIN_MS.length + 1)
  expect(new Set(told.map(({ id }) => id)).size).toBe(1)
  expect(await house.documents.collection('deliveries').list({})).toMatchObject([{ state: 'given_up' }])
})

test('an address that is gone hears nothing more', async () => {
  answer = 410
  await answered()
  await house.writes('Amina', 'STOP')
  await house.settle()
  expect(heard).toHaveLength(1)
  expect(await house.documents.collection('hooks').get(hook)).toMatchObject({ endedAt: expect.any(Number) })
})

test('an ended address hears nothing, and the same form twice is one address', async () => {
  const twice = await makeHook(deps(), BY, { id: 'hook', url, events: ['rsvp'], near: true })
  expect(twice).toMatchObject({ ok: true, secret })
  expect(await house.documents.collection('hooks').count({})).toBe(1)
  await endHook(deps(), BY, hook)
  await answered()
  expect(heard).toEqual([])
})
