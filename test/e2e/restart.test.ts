import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { SeenMessage } from '../../emulator/control'
import { DEMO_PEOPLE } from '../../src/practice/people'
import { openEmbedded } from '../../src/store/embedded'
import { brokenPromises } from '../support/brokenPromises'
import { seeded } from '../support/seeded'
import { freePorts, launchProduct, type Ports, type Product, startProduct } from '../support/startProduct'
import { until } from '../support/until'

// Each start loads the whole program anew.
const DAWA = '+32470000003'
const FATOU = '+32470000007'

let folder: string
let ports: Ports
let product: Product | undefined
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'brugbode-start-'))
  ports = await freePorts()
})
afterEach(() => product?.kill())
afterAll(() => rm(folder, { recursive: true, force: true }))

const settings = () => ({
  DATA_FOLDER: folder,
  PORT: String(ports.product),
  PHONES_PORT: String(ports.phones),
})

async function start(...options: string[]): Promise<Product> {
  const started = await startProduct(settings(), options)
  if ('says' in started) throw new Error(started.says)
  product = started
  return started
}

const writes = (to: Product, phone: string, body: string) =>
  to.post(`/emulator/phones/${phone}/text`, { body })
const toStep = (to: Product) => to.post('/phones/wind', { by: 'step' })
const sentTo = (messages: readonly SeenMessage[], phone: string) =>
  messages.filter(message => message.phone === phone && message.direction === 'outbound-api')

test('killed again and again: every message is on its phone once, and no reply is lost', async () => {
  const chance = seeded(4)
  // In the middle of the very first start, when the store is there and the demo is being made.
  const first = launchProduct(settings())
  await until(() => existsSync(path.join(folder, 'key')))
  await pause(chance() * 20)
  await first.kill()

  // While the save-the-date leaves, at moments that nobody chose.
  let running = await start()
  for (let life = 0; life < 2; life++) {
    const winding = toStep(running).catch(() => null)
    await Promise.race([winding, pause(60 + chance() * 500)])
    await running.kill()
    await winding
    running = await start()
  }
  while (sentTo(await running.messages(), DAWA).length === 0) await toStep(running)

  // A reply that was just taken, and one right after the start.
  await writes(running, DAWA, '1')
  await running.kill()
  running = await start()
  await writes(running, FATOU, '2')
  await until(async () => sentTo(await running.messages(), FATOU).length >= 2)
  await until(async () => sentTo(await running.messages(), DAWA).length >= 2)
  await running.post('/phones/wind', { by: 'hour' })
  const messages = await running.messages()
  expect(await running.stop()).toBe(0)

  const documents = await openEmbedded(folder)
  try {
    const ahead = (await documents.collection('facts').get('practice_clock_ahead'))?.value
    const now = Date.now() + Number(ahead)
    expect(await brokenPromises({ documents, emulator: { messages: () => messages }, now })).toEqual([])
    const said = await Promise.all(
      ['demo-3', 'demo-7'].map(id => documents.collection('enrolments').get(`jobcafe:${id}`)),
    )
    expect(said.map(enrolment => enrolment?.rsvp)).toEqual(['yes', 'no'])
    expect(await documents.collection('contacts').count({ organisation: 'demo' })).toBe(DEMO_PEOPLE.length)
    expect(await documents.collection('enrolments').count({})).toBe(DEMO_PEOPLE.length)
    expect(await documents.collection('inbound').count({ handled: false, at: { $lte: now } })).toBe(0)
  } finally {
    await documents.close()
  }
})

test('a second start on the same folder is refused with a clear sentence; the first goes on', async () => {
  const running = await start()
  const other = await freePorts()
  const elsewhere = { PORT: String(other.product), PHONES_PORT: String(other.phones) }
  // Also not to begin again: that would take away what the first one works on.
  const second = await startProduct({ ...settings(), ...elsewhere }, ['--fresh'])
  expect(second).toMatchObject({ code: 1, says: expect.stringMatching(/in use|another process/i) })
  expect((await fetch(`${running.product}/health`)).status).toBe(200)
  expect((await running.messages()).length).toBeGreaterThan(0)
})

test('--fresh begins again', async () => {
  const running = await start('--fresh')
  expect(await running.messages()).toEqual([])
  expect(await running.stop()).toBe(0)
})

test('all wrong settings are told at once', async () => {
  const wrong = {
    ...settings(),
    PORT: 'many',
    ZONE: 'Mars/Olympus',
    TWILIO_ACCOUNT_SID: 'AC1',
    HOLIDAYS: 'sometimes',
  }
  const refused = await startProduct(wrong)
  expect(refused).toMatchObject({ code: 1 })
  const { says } = refused as { says: string }
  for (const name of ['PORT', 'ZONE', 'TWILIO_ACCOUNT_SID', 'HOLIDAYS']) expect(says).toContain(`- ${name} `)
  expect(says).not.toContain('    at ')
})

test.each(['product', 'phones'] as const)('a taken port of the %s is named', async which => {
  const taken = createServer()
  await new Promise<void>(done => taken.listen(ports[which], '127.0.0.1', done))
  try {
    const refused = await startProduct(settings())
    expect(refused).toMatchObject({ code: 1, says: expect.stringContaining(`Port ${ports[which]} is taken`) })
  } finally {
    await new Promise(done => taken.close(done))
  }
})
