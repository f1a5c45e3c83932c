import { cancelRows } from '../../../src/use-cases/cancelRows'
import { Killed } from '../../support/crashScript'
import { HOUR, MINUTE, SECOND } from '../../support/sendingWorld'
import { says, type TurnProcess, type TurnWorld, turnWorld } from '../../support/turnWorld'

let world: TurnWorld
let a: TurnProcess
let b: TurnProcess
beforeEach(async () => {
  world = await turnWorld()
  a = world.process('A')
  b = world.process('B')
})
afterEach(() => world.dispose())

const contact = () => world.documents.collection('contacts').get('amal')
const stop = (process = b) => process.receive({ providerId: 'SM9', text: 'STOP' })

/** What our process handed over, as the texts of the tests. */
const calls = () => world.provider.calls.map(({ content }) => content.text.replace(/^texts:| in \w+$/g, ''))

const SENDING = ['send.afterToken', 'send.afterClaim', 'send.afterRender', 'send.afterMark']

describe.each([
  ['a reply', { rank: 0, seq: 1 } as const],
  ['a planned message', { rank: 5 } as const],
])('%s on its way', (_what, kind) => {
  test.each(SENDING)('does not leave when a STOP is stored while it stands at %s', async point => {
    await world.insert({ _id: 'm', ...kind })
    const pause = a.script.pauseAt(point)
    const running = a.send()
    await pause.reached
    await stop()
    pause.goOn()
    await running
    expect(calls()).toEqual([])

    await b.work()
    await world.quiet(b)
    expect(calls()).toEqual(['stopped'])
    expect(await world.row('m')).toMatchObject({ state: 'cancelled', reason: 'stopped' })
  })

  test('looks again when it stood still between the look and the call, and does not leave', async () => {
    await world.insert({ _id: 'm', ...kind })
    const pause = a.script.pauseAt('send.afterLook')
    const running = a.send()
    await pause.reached
    await stop()
    world.clock.pass(3 * SECOND)
    pause.goOn()
    await running
    await world.quiet(b)
    expect(calls()).toEqual(['stopped'])
  })

  test('that had left before the STOP comes before its confirmation', async () => {
    await world.insert({ _id: 'm', ...kind })
    const pause = a.script.pauseAt('send.requestWritten')
    const running = a.send()
    await pause.reached
    await stop()
    await b.work()
    expect(calls()).toEqual(['m'])
    pause.goOn()
    await running
    await world.quiet(b)
    expect(calls()).toEqual(['m', 'stopped'])
  })

  test.each([...SENDING, 'send.afterLook'])('does not leave after a process died at %s', async point => {
    await world.insert({ _id: 'm', ...kind })
    a.script.killAt(point)
    await a.send().catch(() => {})
    await stop()
    await world.quiet(b, 60)
    expect(calls()).toEqual(['stopped'])
    expect((await world.row('m')).state).toBe('cancelled')
  })
})

test('a STOP holds everything back from the moment it is stored, long before its turn', async () => {
  await stop()
  await world.insert({ _id: 'bulk', rank: 5 })
  await world.insert({ _id: 'reply', rank: 0 })
  for (let n = 0; n < 20; n++) {
    await a.tick()
    world.clock.pass(MINUTE)
  }
  expect(calls()).toEqual([])
})

test('a STOP that is found late counts as well', async () => {
  await world.insert({ _id: 'later', rank: 5, nextAt: world.clock.now() + HOUR })
  await b.receive({ providerId: 'SM9', text: 'STOP' }, { at: world.clock.now() - 5 * HOUR })
  await world.quiet(b)
  world.clock.pass(2 * HOUR)
  await world.quiet(b)
  expect(calls()).toEqual(['stopped'])
  expect(await world.stored('SM9')).toMatchObject({ late: true, stopWord: true, handled: 'done' })
})

test('a STOP that the provider read in a word of its own is a STOP for the bot too', async () => {
  world.script['command:stop'] = world.script.STOP!
  await b.receive({ providerId: 'SM9', text: 'Arret svp', optOut: 'stop' })
  expect((await world.stored('SM9')).stopWord).toBe(true)
  await world.quiet(b)
  expect((await contact())?.stopped).toBeDefined()
  expect(calls()).toEqual(['stopped'])
})

test.each([
  ['a word in the text', { text: 'STOP' }, true],
  ['another word', { text: 'Stop the bus' }, false],
  ['a button of ours that says stop', { text: 'Stop', payload: 'command:stop' }, true],
  ['a button whose label is the word', { text: 'STOP', payload: 'rsvp/coming/no' }, false],
])('%s', async (_what, message, isStop) => {
  await a.receive({ providerId: 'SM1', ...message })
  expect((await world.stored('SM1')).stopWord).toBe(isStop)
})

describe('a START after the STOP', () => {
  beforeEach(async () => {
    await world.insert({ _id: 'old', rank: 5, nextAt: world.clock.now() + HOUR })
    await stop(a)
    await world.quiet(a)
    world.clock.pass(MINUTE)
    await a.receive({ providerId: 'SM10', text: 'START' })
    await world.quiet(a)
  })

  test('opens the door again; what the STOP withdrew stays withdrawn', async () => {
    expect((await contact())?.stopped).toBeUndefined()
    await world.insert({ _id: 'new', rank: 5 })
    await world.quiet(a)
    world.clock.pass(2 * HOUR)
    await world.quiet(a)
    expect(calls()).toEqual(['stopped', 'started', 'new'])
    expect((await world.row('old')).state).toBe('cancelled')
  })

  test('is not undone when the STOP comes once more by another way', async () => {
    await stop(b)
    await b.catchUp()
    await world.quiet(b)
    expect((await contact())?.stopped).toBeUndefined()
    expect(calls()).toEqual(['stopped', 'started'])
  })
})

test.each([
  'turn.afterCommit',
  'stop.afterContact',
  'stop.afterRows',
  'turn.afterEachRow',
  'turn.afterMarkHandled',
])('a process that slept through STOP and START at %s undoes neither', async point => {
  await stop(a)
  const pause = a.script.pauseAt(point)
  const running = a.work()
  await pause.reached
  world.clock.pass(61 * SECOND)
  await b.work()
  world.clock.pass(MINUTE)
  await b.receive({ providerId: 'SM10', text: 'START' })
  await b.work()
  // A reply has not left yet, and the plan takes up again what the STOP withdrew.
  await world.insert({ _id: 'unsent', seq: 9_999 })
  await world.insert({ _id: 'again', rank: 5, nextAt: world.clock.now() + HOUR, createdAt: 0 })
  pause.goOn()
  await running
  expect((await contact())?.stopped).toBeUndefined()
  world.clock.pass(HOUR)
  await world.quiet(b)
  expect(calls()).toEqual(['stopped', 'started', 'unsent', 'again'])
})

test('a STOP withdraws what was made before it, and nothing that was made after it', async () => {
  await world.insert({ _id: 'before' })
  const moment = world.clock.now()
  world.clock.pass(1)
  await world.insert({ _id: 'after' })
  for (let twice = 0; twice < 2; twice++)
    await cancelRows(a.deps, { contact: 'amal', before: moment }, 'stopped', 'stop')
  expect((await world.row('before')).state).toBe('cancelled')
  expect((await world.row('after')).state).toBe('planned')
})

test('replies of the turns before it do not follow a STOP', async () => {
  world.script.tell = [says('one'), says('two'), says('three')]
  await a.receive({ providerId: 'SM1', text: 'tell' })
  a.script.killAt('turn.afterClear')
  await expect(a.work()).rejects.toThrow(Killed)
  world.clock.pass(61 * SECOND)
  await stop()
  await world.quiet(b)
  expect(calls()).toEqual(['stopped'])
})
