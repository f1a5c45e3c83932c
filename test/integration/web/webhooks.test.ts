import { randomBytes } from 'node:crypto'
import { type AddressInfo, connect } from 'node:net'
import path from 'node:path'
import { signature } from '../../../emulator/signature'
import { type App, createApp } from '../../../src/app'
import { createTwilioChannel, type TwilioChannel } from '../../../src/channels/twilio/channel'
import { loadContent } from '../../../src/content/loadContent'
import { TIMING } from '../../../src/domain/delivery/timing'
import { AppError, type ErrorCode } from '../../../src/errors'
import type { ListedMessage } from '../../../src/ports/channel'
import type { Documents } from '../../../src/ports/documents'
import { createSeal } from '../../../src/seal/createSeal'
import { type FakeProvider, fakeProvider } from '../../support/fakeChannel'
import { type FakeClock, fakeClock } from '../../support/fakeClock'
import { openTestDocuments, type TestDocuments } from '../../support/openDocuments'
import { anOrganisation, MINUTE, SECOND } from '../../support/sendingWorld'
import { until } from '../../support/until'

const { content } = loadContent(path.join(__dirname, '../../..'))
const PUBLIC = 'https://bot.example.org'
const TOKEN = 'token'
const log = { info() {}, warn() {}, error() {} }

let store: TestDocuments
let documents: Documents
let clock: FakeClock
let provider: FakeProvider
let twilio: TwilioChannel
let app: App
let address: string
let listed: ListedMessage[]
/** What the store answers to every write, instead of writing. */
let trouble: ErrorCode | null
/** Where the process fails once. */
let failsAt: string | null

beforeEach(async () => {
  store = await openTestDocuments()
  documents = store.documents
  clock = fakeClock('2026-11-24T12:00:00Z')
  provider = fakeProvider(clock)
  listed = []
  trouble = null
  failsAt = null
  await documents.collection('organisations').insert(anOrganisation())
  const troubled = troubling(documents)
  twilio = createTwilioChannel({
    settings: { accountSid: `AC${'0'.repeat(32)}`, authToken: TOKEN, publicUrl: PUBLIC },
    languageCode: tag => tag,
    documents: troubled,
    clock,
    log,
  })
  const { send, prepare, fetchStatus, redact } = provider.channelFor()
  app = createApp({
    documents: troubled,
    content,
    channel: { ...twilio, send, prepare, fetchStatus, redact, list: () => listOf(listed) },
    clock,
    log,
    seal: createSeal(randomBytes(32)),
    tell: async () => 'told',
    zone: 'Europe/Brussels',
    crash: point => {
      if (point !== failsAt) return
      failsAt = null
      throw new Error(point)
    },
  })
  await new Promise<void>(done => app.server.listen(0, '127.0.0.1', done))
  address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
})
afterEach(async () => {
  await app.idle()
  await new Promise(done => app.server.close(done).closeAllConnections())
  await twilio.close()
  await store.dispose()
})

async function* listOf(messages: ListedMessage[]) {
  yield* messages
}

function troubling(inner: Documents): Documents {
  const refuse = (target: object, name: string | symbol) => {
    const member = Reflect.get(target, name)
    if (typeof member !== 'function') return member
    return async (...given: unknown[]) => {
      if (trouble && name !== 'first' && name !== 'list' && name !== 'get')
        throw new AppError(trouble, 'the store')
      return member.apply(target, given)
    }
  }
  return {
    ...inner,
    collection: name => {
      const collection = inner.collection(name)
      return new Proxy(collection, {
        get: (target, member) => (member === 'each' ? target.each.bind(target) : refuse(target, member)),
      })
    },
    atomically: steps => refuse(inner, 'atomically')(steps),
  }
}

const sid = (n: number) => `SM${String(n).padStart(32, '0')}`

const inbound = (more: Record<string, string> = {}) => ({
  MessageSid: sid(1),
  From: 'whatsapp:+32471555555',
  To: 'whatsapp:+3225550001',
  Body: 'Dag, ik kom graag',
  ProfileName: 'Sara',
  ...more,
})

async function post(target: string, fields: Record<string, string>, signed?: string) {
  const response = await fetch(address + target, {
    method: 'POST',
    headers: { 'x-twilio-signature': signed ?? signature(TOKEN, PUBLIC + target, fields) },
    body: new URLSearchParams(fields),
  })
  return { status: response.status, body: await response.text(), type: response.headers.get('content-type') }
}

const kept = () => documents.collection('inbound').list({ 'event.kind': 'message' })
const statuses = () => documents.collection('statuses').list({})
const everythingStored = async () =>
  (await kept()).length + (await statuses()).length + (await documents.collection('contacts').count({}))

test('a signed message is kept before it is answered, and has its turn', async () => {
  expect(await post('/twilio/inbound', inbound())).toEqual({
    status: 200,
    body: '<Response/>',
    type: 'text/xml',
  })
  expect(await kept()).toMatchObject([{ _id: sid(1), late: false, stopWord: false }])
  await app.idle()
  expect(await kept()).toMatchObject([{ handled: 'done' }])
  expect(provider.messages).toHaveLength(1)
})

test('the same message from the first address and from the fallback, ten times at once, has one effect', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) => post(`/twilio/inbound${n % 2 ? '?fallback=1' : ''}`, inbound())),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  await app.idle()
  await app.tick()
  expect(await kept()).toHaveLength(1)
  expect(provider.messages).toHaveLength(1)
  expect(await documents.collection('contacts').count({})).toBe(1)
})

test.each<[string, () => Promise<{ status: number }>]>([
  ['a wrong signature', () => post('/twilio/inbound', inbound(), 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=')],
  ['no signature', () => post('/twilio/inbound', inbound(), '')],
  [
    'another text than was signed',
    () =>
      post(
        '/twilio/inbound',
        inbound({ Body: 'other' }),
        signature(TOKEN, `${PUBLIC}/twilio/inbound`, inbound()),
      ),
  ],
  [
    'the signature of another address',
    () => post('/twilio/inbound', inbound(), signature(TOKEN, `${PUBLIC}/twilio/status`, inbound())),
  ],
  [
    'a status of which nothing is signed',
    () => post('/twilio/status?m=x&a=1', { MessageSid: sid(2), MessageStatus: 'read' }, 'x'),
  ],
])('%s is refused with 403, and nothing is kept', async (_what, send) => {
  expect((await send()).status).toBe(403)
  expect(await everythingStored()).toBe(0)
})

test.each<[string, string, Record<string, string>]>([
  ['a message without an id', '/twilio/inbound', { ...inbound(), MessageSid: '' }],
  ['a message from nowhere', '/twilio/inbound', { ...inbound(), From: '' }],
  ['a status without a word', '/twilio/status', { MessageSid: sid(2) }],
])('%s is refused with 400, and nothing is kept', async (_what, target, fields) => {
  expect((await post(target, fields)).status).toBe(400)
  expect(await everythingStored()).toBe(0)
})

test('an address that is not one of the two is not found, signed or not', async () => {
  expect((await post('/twilio/other', inbound())).status).toBe(404)
  expect((await fetch(`${address}/twilio/inbound`)).status).not.toBe(200)
  expect(await everythingStored()).toBe(0)
})

test('more than a message can be is refused with 413, and the next one is welcome', async () => {
  expect((await post('/twilio/inbound', inbound({ Body: 'x'.repeat(300_000) }))).status).toBe(413)
  expect(await everythingStored()).toBe(0)
  expect((await post('/twilio/inbound', inbound({ Body: 'é'.repeat(1_600) }))).status).toBe(200)
})

test('more than a message can be is refused also when nobody said how much would come', async () => {
  const body = new ReadableStream({
    start(stream) {
      for (let n = 0; n < 30; n++) stream.enqueue(new Uint8Array(10_000))
      stream.close()
    },
  })
  const init = { method: 'POST', body, duplex: 'half', headers: { 'x-twilio-signature': 'x' } }
  expect((await fetch(`${address}/twilio/inbound`, init as RequestInit)).status).toBe(413)
})

test('who is still sending too much is told so, and not just cut off', async () => {
  const { port } = app.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  const answer = new Promise<string>((resolve, reject) => {
    socket.once('data', bytes => resolve(bytes.toString()))
    socket.once('close', () => reject(new Error('cut off')))
  })
  socket.write(
    `POST /twilio/inbound HTTP/1.1\r\nhost: x\r\ncontent-length: 900000\r\n\r\n${'x'.repeat(300_000)}`,
  )
  expect(await answer).toMatch(/^HTTP\/1.1 413 /)
  socket.removeAllListeners('close').destroy()
})

test('who hangs up in the middle of a message disturbs nobody', async () => {
  const { port } = app.server.address() as AddressInfo
  const seen = new Promise(done => app.server.once('request', done))
  const socket = connect(port, '127.0.0.1')
  socket.write('POST /twilio/inbound HTTP/1.1\r\nhost: x\r\ncontent-length: 500\r\n\r\nBody=half')
  await seen
  const gone = new Promise(done => socket.once('close', done))
  socket.destroy()
  await gone
  expect((await post('/twilio/inbound', inbound())).status).toBe(200)
  expect(await kept()).toHaveLength(1)
})

describe.each<[string, ErrorCode]>([
  ['away', 'STORE_UNAVAILABLE'],
  ['full', 'STORE_FULL'],
])('while the store is %s', (_what, code) => {
  test('a message is answered with 503, and found in the list afterwards', async () => {
    trouble = code
    expect((await post('/twilio/inbound', inbound())).status).toBe(503)
    trouble = null
    expect(await kept()).toEqual([])
    listed.push({
      providerId: sid(1),
      direction: 'in',
      channel: 'whatsapp',
      from: '+32471555555',
      to: '+3225550001',
      body: 'Dag, ik kom graag',
      status: 'received',
      createdAt: clock.now() - SECOND,
    })
    await app.catchUp()
    await app.idle()
    expect(await kept()).toMatchObject([{ _id: sid(1), late: true, handled: 'done' }])
    expect(provider.messages).toHaveLength(1)
    expect((await post('/twilio/inbound', inbound())).status).toBe(200)
    await app.idle()
    expect(provider.messages).toHaveLength(1)
  })

  test('a status is answered with 503, and counts when it comes again', async () => {
    const report = { MessageSid: sid(2), MessageStatus: 'delivered' }
    trouble = code
    expect((await post('/twilio/status', report)).status).toBe(503)
    trouble = null
    expect((await post('/twilio/status', report)).status).toBe(204)
    expect(await statuses()).toHaveLength(1)
  })
})

test('a list that could not be read is read again within minutes', async () => {
  Object.defineProperty(listed, 0, { configurable: true, get: () => assertReachable() })
  const assertReachable = () => {
    throw new AppError('PROVIDER_UNAVAILABLE', 'away')
  }
  await app.catchUp()
  listed.length = 0
  listed.push({
    providerId: sid(7),
    direction: 'in',
    channel: 'whatsapp',
    from: '+32471555555',
    to: '+3225550001',
    body: 'Hallo',
    status: 'received',
    createdAt: clock.now(),
  })
  clock.pass(6 * MINUTE)
  await app.tick()
  await app.idle()
  expect(await kept()).toMatchObject([{ _id: sid(7), handled: 'done' }])
})

test('a message that was kept just before the process failed is answered by the next look', async () => {
  failsAt = 'inbound.afterInsert'
  expect((await post('/twilio/inbound', inbound())).status).toBe(503)
  await app.idle()
  expect(provider.messages).toEqual([])
  await app.tick()
  expect(provider.messages).toHaveLength(1)
  expect((await post('/twilio/inbound', inbound())).status).toBe(200)
  await app.tick()
  expect(provider.messages).toHaveLength(1)
})

test('an organisation that came a moment ago loses no message', async () => {
  await post('/twilio/inbound', inbound())
  const senders = { sms: { channel: 'sms', address: '+3225559999' } } as unknown as ReturnType<
    typeof anOrganisation
  >['senders']
  await documents.collection('organisations').insert({ ...anOrganisation(), _id: 'new', senders })
  const fields = inbound({ MessageSid: sid(2), From: '+32471555555', To: '+3225559999' })
  expect((await post('/twilio/inbound', fields)).status).toBe(200)
  expect((await kept()).map(({ organisation }) => organisation).sort()).toEqual(['house', 'new'])
})

describe('a status', () => {
  test('that comes twice is kept once', async () => {
    const report = { MessageSid: sid(2), MessageStatus: 'sent' }
    for (const target of ['/twilio/status', '/twilio/status', '/twilio/status?m=row&a=1'])
      expect((await post(target, report)).status).toBe(204)
    expect(await statuses()).toMatchObject([{ sid: sid(2), status: 'sent', applied: false }])
  })

  test.each(['', '?m=nobody&a=1'])(
    'of a message we do not know (%s) is kept, and put away without a fuss',
    async query => {
      const report = { MessageSid: sid(2), MessageStatus: 'delivered' }
      expect((await post(`/twilio/status${query}`, report)).status).toBe(204)
      await app.tick()
      clock.pass(TIMING.strayStatus + SECOND)
      await app.tick()
      expect(await statuses()).toMatchObject([{ sid: sid(2), applied: true }])
    },
  )

  test('of a message of ours reaches its row', async () => {
    await post('/twilio/inbound', inbound())
    await app.idle()
    const [row] = await documents.collection('outbox').list({})
    const report = { MessageSid: sid(3), MessageStatus: 'delivered' }
    expect((await post(`/twilio/status?m=${row?._id}&a=1`, report)).status).toBe(204)
    await app.tick()
    expect(await documents.collection('outbox').get(row?._id ?? '')).toMatchObject({ state: 'delivered' })
  })
})

test('a STOP by SMS and its confirmation: nothing else leaves afterwards', async () => {
  await post('/twilio/inbound', inbound())
  await app.idle()
  clock.pass(SECOND)
  await post('/twilio/inbound', inbound({ MessageSid: sid(2), Body: 'Stop' }))
  await app.idle()
  clock.pass(MINUTE)
  await app.tick()
  await until(async () => (await documents.collection('outbox').count({ state: 'planned' })) === 0)
  const [contact] = await documents.collection('contacts').list({})
  expect(contact?.stopped).toBeDefined()
  expect(provider.messages).toHaveLength(2)
})
