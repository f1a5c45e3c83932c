import type { ListedMessage } from '../../../src/ports/channel'
import { Killed } from '../../support/crashScript'
import { HOUR, MINUTE, SECOND } from '../../support/sendingWorld'
import { OURS, type TurnProcess, type TurnWorld, turnWorld } from '../../support/turnWorld'

let world: TurnWorld
let a: TurnProcess
let b: TurnProcess
beforeEach(async () => {
  world = await turnWorld()
  a = world.process('A')
  b = world.process('B')
})
afterEach(() => world.dispose())

/** Somebody wrote, and only the provider knows. */
function wrote(providerId: string, body: string, more: Partial<ListedMessage> = {}): void {
  world.listed.unshift({
    providerId,
    direction: 'in',
    channel: 'whatsapp',
    from: world.amal.addresses[0]!.address,
    to: OURS.whatsapp.address,
    body,
    status: 'received',
    createdAt: world.clock.now(),
    ...more,
  })
}

test('the same message by webhook, fallback address and list at once has one effect', async () => {
  wrote('SM1', 'one')
  const message = { providerId: 'SM1', text: 'one' }
  await Promise.all([a.receive(message), b.receive(message), a.catchUp(), b.catchUp(), a.receive(message)])
  await Promise.all([a.work(), b.work(), a.work()])
  await world.quiet(a)
  expect(world.heard()).toEqual(['one'])
  expect(await world.history()).toEqual(['one'])
  expect(await world.documents.collection('inbound').count({})).toBe(1)
})

test('what came with a message is kept with it, locked as its words are', async () => {
  const media = [{ url: 'https://provider/voice', type: 'audio/ogg' }]
  wrote('SM1', '', { media })
  await a.catchUp()
  const { event } = await world.stored('SM1')
  if (event.kind !== 'message') throw new Error('no message')
  expect(JSON.parse(a.turns.seal.unlock(event.locked))).toMatchObject({ text: '', media })
})

test.each([2, 8])('%i webhooks of the same message at once have one effect', async many => {
  const message = { providerId: 'SM1', text: 'one' }
  await Promise.all(
    Array.from({ length: many }, async (_, n) => {
      const process = n % 2 ? a : b
      await process.receive(message)
      await process.work()
    }),
  )
  await world.quiet(a)
  expect(world.heard()).toEqual(['one'])
})

describe('after a day without us', () => {
  beforeEach(async () => {
    await a.catchUp()
    world.clock.pass(10 * MINUTE)
    for (let n = 0; n < 60; n++) {
      const person = n % 3
      const from = person === 0 ? {} : { from: `+3247100000${person}` }
      wrote(`SM${String(999 - n)}`, `text ${n}`, from)
      world.clock.pass(24 * MINUTE)
    }
  })

  const expectAll = async () => {
    await world.quiet(b, 100)
    const mine = Array.from({ length: 20 }, (_, n) => `text ${n * 3}`)
    expect(await world.history()).toEqual(mine)
    const inbound = world.documents.collection('inbound')
    expect(await inbound.count({ late: true, handled: 'done' })).toBe(60)
    expect(await world.documents.collection('contacts').count({})).toBe(3)
  }

  test('everything is found, each person in the order in which they wrote', async () => {
    await b.catchUp()
    await expectAll()
    await b.catchUp()
    await world.quiet(b)
    expect(await world.documents.collection('inbound').count({})).toBe(60)
  })

  test('a message has its turn only when all older ones are kept, also while the list is still read', async () => {
    let first = true
    b.script.atEvery(async point => {
      if (point !== 'catchup.afterPage' || !first) return
      first = false
      await a.look()
    })
    await b.catchUp()
    await expectAll()
  })

  test('a process that dies in the middle leaves nothing out', async () => {
    let pages = 0
    a.script.atEvery(point => {
      if (point === 'catchup.afterPage' && ++pages === 25) {
        a.script.killAt(point)
        return a.script.hook(point)
      }
    })
    await expect(a.catchUp()).rejects.toThrow(Killed)
    expect(await world.documents.collection('inbound').count({})).toBe(25)
    await b.look()
    await b.catchUp()
    await expectAll()
  })

  test('what they wrote keeps the moment at which they wrote it', async () => {
    await b.catchUp()
    const wroteAt = world.listed.find(({ providerId }) => providerId === 'SM999')!.createdAt
    expect(await world.stored('SM999')).toMatchObject({ at: wroteAt, late: true })
  })
})

test('a list that breaks off is read again from where the last whole one was', async () => {
  await a.catchUp()
  const done = await world.documents.collection('facts').list({})
  world.clock.pass(5 * HOUR)
  wrote('SM1', 'one')
  world.clock.pass(5 * HOUR)
  const breaks = { get: () => Promise.reject(new Error('cut off')) }
  Object.defineProperty(world.listed, 1, { configurable: true, get: breaks.get })
  await expect(a.catchUp()).rejects.toThrow('cut off')
  expect(await world.documents.collection('facts').list({})).toEqual(done)
  world.listed.length = 1
  await a.catchUp()
  await world.quiet(a)
  expect(world.heard()).toEqual(['one'])
})

test('what we sent ourselves, and what is older than an hour before the last look, is left alone', async () => {
  wrote('SM1', 'long ago', { createdAt: world.clock.now() - HOUR - SECOND })
  wrote('SM2', 'ours', { direction: 'out' })
  wrote('SM3', 'just inside', { createdAt: world.clock.now() - HOUR })
  await a.catchUp()
  const kept = await world.documents.collection('inbound').list({})
  expect(kept.map(({ _id }) => _id)).toEqual(['SM3'])
})
