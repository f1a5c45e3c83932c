import { cancelRows } from '../../../src/use-cases/cancelRows'
import {
  aContact,
  HOUR,
  MINUTE,
  type Process,
  type SendingWorld,
  sendingWorld,
} from '../../support/sendingWorld'

let world: SendingWorld
let a: Process
beforeEach(async () => {
  world = await sendingWorld()
  a = world.process('A')
  await world.contact()
})
afterEach(() => world.dispose())

describe('a dialog that is due', () => {
  const start = { _id: 'd', kind: 'start', rank: 5, start: { dialog: 'rsvp' } } as const

  test('becomes one event of the conversation, however often', async () => {
    await world.insert(start)
    await a.tick()
    await a.tick()
    expect((await world.row('d')).state).toBe('started')
    expect(await world.documents.collection('inbound').list({})).toMatchObject([
      { _id: 'start:d', handled: false, event: { kind: 'start', dialog: 'rsvp', row: 'd' } },
    ])
    expect(world.provider.calls).toEqual([])
  })

  test('waits while the person is being answered', async () => {
    world.provider.fate = () => ({ refuse: { kind: 'retry' } })
    await world.insert({ _id: 'reply', seq: 1 })
    await a.send()
    await world.insert(start)
    await a.send()
    expect((await world.row('d')).state).toBe('planned')
  })

  test('asks for consent once without having it, and for nothing else', async () => {
    const stranger = aContact(world.clock.now(), { _id: 'new', consents: [], heardAt: {} })
    await world.documents.collection('contacts').insert(stranger)
    await world.insert({ ...start, _id: 'other', contact: 'new' })
    await world.insert({ ...start, _id: 'ask', contact: 'new', start: { dialog: 'welcome-and-consent' } })
    await a.send()
    expect(await world.row('other')).toMatchObject({ state: 'cancelled', reason: 'no_consent' })
    expect((await world.row('ask')).state).toBe('started')
  })
})

describe('a STOP', () => {
  test('withdraws everything but its own confirmation, which is the last word', async () => {
    await world.insert({ _id: 'flying', rank: 5 })
    const pause = a.script.pauseAt('send.requestWritten')
    const running = a.send()
    await pause.reached
    await world.documents.collection('contacts').update({ _id: 'amal' }, { set: { stopped: { at: 1 } } })
    await world.insert({ _id: 'waiting', seq: 2 })
    await world.insert({ _id: 'bulk', rank: 5 })
    const b = world.process('B')
    await world.insert({ _id: 'bye', seq: 3, rank: 1, last: true })
    expect(await cancelRows(b.deps, { contact: 'amal' }, 'stopped', 'stop')).toEqual({
      cancelled: 2,
      inDoubt: 1,
      hasLeft: 0,
    })
    await b.send()
    expect((await world.row('bye')).state).toBe('planned')
    pause.goOn()
    await running
    await world.untilQuiet(b)
    expect(world.provider.messages.map(message => message.row)).toEqual(['flying', 'bye'])
  })
})

describe('quiet hours and the weekly limit', () => {
  test('planned messages wait for the slot, replies do not', async () => {
    world.clock.pass(8 * HOUR)
    await world.insert({ _id: 'reply' })
    await world.insert({ _id: 'bulk', rank: 5, notAfter: world.clock.now() + 48 * HOUR })
    await a.send()
    expect(world.provider.calls.map(call => call.row)).toEqual(['reply'])
    expect((await world.row('bulk')).nextAt).toBe(Date.parse('2026-11-25T10:00:00+01:00'))
  })

  test('a message that was decided on before the third one left goes back', async () => {
    const notAfter = world.clock.now() + 30 * 24 * HOUR
    for (const id of ['b1', 'b2']) {
      await world.insert({ _id: id, rank: 5, notAfter })
      await a.send()
    }
    await world.insert({ _id: 'b3', rank: 5, notAfter })
    const pause = a.script.pauseAt('send.afterRender')
    const running = a.send()
    await pause.reached
    await world.insert({ _id: 'b4', rank: 5, notAfter })
    await world.process('B').send()
    pause.goOn()
    await running
    expect(world.provider.calls.map(call => call.row)).toEqual(['b1', 'b2', 'b4'])
    expect((await world.row('b3')).state).toBe('planned')
  })

  test('the fourth planned message of a week waits, also for two processes at once', async () => {
    const b = world.process('B')
    for (let n = 1; n <= 5; n++)
      await world.insert({ _id: `b${n}`, rank: 5, notAfter: world.clock.now() + 30 * 24 * HOUR })
    await Promise.all([a.send(), b.send()])
    for (let round = 0; round < 20; round++) {
      world.clock.pass(MINUTE)
      await Promise.all([a.tick(), b.tick()])
    }
    expect(world.provider.messages.length).toBeLessThanOrEqual(3)
    expect(world.provider.messages.length).toBeGreaterThanOrEqual(1)
    world.clock.pass(8 * 24 * HOUR)
    await world.untilQuiet(a, { rounds: 200, stepMs: HOUR })
    expect(world.provider.messages).toHaveLength(5)
  })
})
