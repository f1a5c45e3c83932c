import fc from 'fast-check'
import type { Failure } from '../../../src/domain/delivery/failure'
import type { OutboxRow } from '../../../src/domain/outbox'
import { cancelRows } from '../../../src/use-cases/cancelRows'
import { fallBack } from '../../../src/use-cases/fallBack'
import {
  HOUR,
  MINUTE,
  type Process,
  SECOND,
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

const contact = async () => (await world.documents.collection('contacts').get('amal'))!
const sender = async (channel: string) =>
  (await world.documents.collection('senders').get(`house|${channel}`))!
const tasks = () => world.documents.collection('tasks').list({})
const channels = () => world.provider.calls.map(call => call.to.channel)

describe('a refusal', () => {
  const cases: [label: string, failure: Failure, row: Partial<OutboxRow>, tries: string[]][] = [
    [
      'that may pass is tried again on the same channel',
      { kind: 'retry' },
      { state: 'accepted', tries: 1 },
      ['whatsapp', 'whatsapp'],
    ],
    [
      'because the number is not on WhatsApp goes by SMS',
      { kind: 'not_on_channel', code: '63003' },
      { state: 'accepted', channel: 'sms' },
      ['whatsapp', 'sms'],
    ],
    [
      'of this message here goes by SMS',
      { kind: 'refused' },
      { state: 'accepted', channel: 'sms' },
      ['whatsapp', 'sms'],
    ],
    [
      'for want of a template goes by SMS',
      { kind: 'needs_template' },
      { state: 'accepted', channel: 'sms' },
      ['whatsapp', 'sms'],
    ],
    [
      'because the person stopped there ends it',
      { kind: 'opted_out' },
      { state: 'failed', reason: 'opted_out' },
      ['whatsapp'],
    ],
    [
      'of words that nobody may carry ends it',
      { kind: 'bad_content' },
      { state: 'failed', reason: 'bad_content' },
      ['whatsapp'],
    ],
    [
      'because of our settings ends it',
      { kind: 'misconfigured', code: '21212' },
      { state: 'failed', reason: 'misconfigured' },
      ['whatsapp'],
    ],
    [
      'that slows us down costs no try',
      { kind: 'throttled', retryAfterMs: 5 * MINUTE },
      { state: 'accepted', tries: 0 },
      ['whatsapp', 'whatsapp'],
    ],
  ]
  test.each(cases)('%s', async (_label, failure, expected, expectedChannels) => {
    world.provider.fate = message => (message.attempt === 1 ? { refuse: failure } : 'accept')
    await world.insert({ _id: 'm' })
    await world.untilQuiet(a)
    expect(channels()).toEqual(expectedChannels)
    expect(await world.row('m')).toMatchObject(expected)
  })

  test('that does not pass is tried six times in all, then it has failed', async () => {
    world.provider.fate = () => ({ refuse: { kind: 'retry' } })
    await world.insert({ _id: 'm' })
    await world.untilQuiet(a, { rounds: 300, stepMs: 2 * MINUTE })
    expect(channels()).toHaveLength(6)
    expect(await world.row('m')).toMatchObject({ state: 'failed', tries: 5 })
  })

  test('by the person of one channel stops that channel, and of both stops all', async () => {
    world.provider.fate = () => ({ refuse: { kind: 'opted_out' } })
    await world.insert({ _id: 'w' })
    await a.send()
    expect((await contact()).stopped).toMatchObject({ channel: 'whatsapp' })
    await world.insert({ _id: 's', rank: 5 })
    await a.send()
    await a.send()
    expect(channels()).toEqual(['whatsapp', 'sms'])
    expect((await contact()).stopped).toEqual({ at: world.clock.now() })
    await world.insert({ _id: 'x' })
    await a.send()
    expect(channels()).toHaveLength(2)
    expect(await world.row('x')).toMatchObject({ state: 'cancelled', reason: 'stopped' })
  })

  test('of an address is remembered until the person writes there again', async () => {
    world.provider.fate = () => ({ refuse: { kind: 'unreachable', code: '30005' } })
    await world.insert({ _id: 'm' })
    await a.send()
    await a.send()
    expect((await contact()).unreachable).toMatchObject({
      whatsapp: { code: '30005' },
      sms: { code: '30005' },
    })
    expect((await world.row('m')).state).toBe('failed')
    await world.insert({ _id: 'n' })
    await a.send()
    expect(await world.row('n')).toMatchObject({ state: 'failed', reason: 'no_channel' })
  })

  test('that is our fault makes one task a day for staff and rests the sender', async () => {
    world.provider.fate = () => ({ refuse: { kind: 'misconfigured', code: '21212' } })
    for (const id of ['one', 'two']) await world.insert({ _id: id })
    await a.send()
    await a.send()
    expect(await tasks()).toMatchObject([{ kind: 'look', reason: 'misconfigured:21212', state: 'open' }])
    expect((await sender('whatsapp')).pausedUntil).toBe(world.clock.now() + 15 * MINUTE)
    const before = channels().length
    await world.insert({ _id: 'three' })
    await a.send()
    expect(channels()).toHaveLength(before)
  })
})

describe('a status', () => {
  const sent = async (row: Partial<OutboxRow> = {}) => {
    await world.insert({ _id: 'm', ...row })
    await a.send()
  }
  const report = (status: string, failure?: Failure, attempt = 1) =>
    world.report(a, {
      providerId: `SM000${attempt}`,
      row: 'm',
      attempt,
      status,
      ...(failure ? { failure } : {}),
    })

  test('"failed" of the attempt that counts sends it by SMS, once', async () => {
    await sent()
    await report('failed', { kind: 'not_on_channel' })
    await report('undelivered', { kind: 'not_on_channel' })
    await a.send()
    expect(channels()).toEqual(['whatsapp', 'sms'])
    await report('failed', { kind: 'refused' }, 2)
    expect(await world.row('m')).toMatchObject({ state: 'failed', spent: ['whatsapp'] })
    await a.send()
    expect(channels()).toEqual(['whatsapp', 'sms'])
  })

  test('"delivered" after "failed" is believed, and nothing is repeated', async () => {
    await sent({ spent: ['sms'] })
    await report('failed', { kind: 'refused' })
    await report('delivered')
    expect(await world.row('m')).toMatchObject({ state: 'delivered', reached: 5 })
  })

  test('after a cancel, "failed" does not bring an SMS', async () => {
    await sent({ fallbackAfterMs: HOUR })
    const counted = await cancelRows(a.deps, { row: 'm' }, 'by_staff', 'person')
    expect(counted.hasLeft).toBe(1)
    await report('failed', { kind: 'refused' })
    await world.untilQuiet(a)
    world.clock.pass(2 * HOUR)
    await a.tick()
    expect(channels()).toEqual(['whatsapp'])
    expect((await world.row('m')).state).toBe('failed')
  })

  test('that came before our own note of the message is applied by the tick', async () => {
    await world.report(a, { providerId: 'SM0001', status: 'sent' })
    await sent()
    await a.tick()
    expect((await world.row('m')).attempts[1]?.rank).toBe(3)
    expect(await world.documents.collection('statuses').count({ applied: false })).toBe(0)
  })

  test('of a message that nobody knows is put away after an hour', async () => {
    await world.report(a, { providerId: 'SM9999', status: 'sent' })
    await a.tick()
    expect(await world.documents.collection('statuses').count({ applied: false })).toBe(1)
    world.clock.pass(HOUR + SECOND)
    await a.tick()
    expect(await world.documents.collection('statuses').count({ applied: false })).toBe(0)
  })

  test.each(['status.afterInsert', 'status.afterEvidence', 'status.afterConsequence'])(
    'whose process was killed at %s is applied by another',
    async point => {
      await sent()
      a.script.killAt(point)
      await report('delivered').catch(() => {})
      await world.process('B').tick()
      expect(await world.row('m')).toMatchObject({ state: 'delivered', reached: 5 })
      expect(await world.documents.collection('statuses').count({ applied: false })).toBe(0)
    },
  )

  test('that never came is asked for after an hour and after a day, and then no more', async () => {
    await sent()
    const asked: number[] = []
    const { fetchStatus } = a.deps.channel
    a.deps.channel.fetchStatus = id => {
      asked.push(world.clock.now())
      return fetchStatus(id)
    }
    const began = world.clock.now()
    for (let hour = 0; hour < 60; hour++) {
      world.clock.pass(HOUR)
      world.provider.setStatus('SM0001', hour < 10 ? 'sent' : 'delivered')
      if (hour < 30) await a.tick()
      if (hour === 23) expect((await world.row('m')).state).toBe('delivered')
    }
    expect(asked.map(at => Math.round((at - began) / HOUR))).toEqual([1, 24])
  })

  test('in any order and any number of times leaves the same row', async () => {
    const statuses = ['queued', 'sending', 'sent', 'delivered', 'read', 'failed'] as const
    let run = 0
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...statuses), { minLength: 1 }),
        fc.infiniteStream(fc.nat()),
        async (happened, chance) => {
          const ends: unknown[] = []
          for (const order of [happened, shuffled([...happened, ...happened], chance)]) {
            const _id = `p${run++}`
            await world.insert({ _id, spent: ['sms'] })
            await a.send()
            const providerId = (await world.row(_id)).attempts[1]?.sid ?? 'none'
            for (const status of order) await world.report(a, { providerId, row: _id, attempt: 1, status })
            const { state, reached, attempts } = await world.row(_id)
            ends.push({ state, reached, rank: attempts[1]?.rank, phase: attempts[1]?.phase })
          }
          expect(ends[1]).toEqual(ends[0])
        },
      ),
      { numRuns: 25, seed: 7 },
    )
  })
})

describe('falling back to SMS', () => {
  test('waits for its time, asks the provider once more, and happens once', async () => {
    await world.insert({ _id: 'm', fallbackAfterMs: HOUR })
    await a.send()
    await a.tick()
    expect(channels()).toEqual(['whatsapp'])
    world.clock.pass(HOUR + SECOND)
    await a.tick()
    await a.tick()
    expect(channels()).toEqual(['whatsapp', 'sms'])
    await world.report(a, { providerId: 'SM0001', row: 'm', attempt: 1, status: 'delivered' })
    world.clock.pass(HOUR)
    await a.tick()
    expect(channels()).toEqual(['whatsapp', 'sms'])
  })

  test('does not happen when the provider knows that it was delivered', async () => {
    await world.insert({ _id: 'm', fallbackAfterMs: HOUR })
    await a.send()
    world.provider.setStatus('SM0001', 'delivered')
    world.clock.pass(HOUR + SECOND)
    await fallBack(a.deps)
    expect((await world.row('m')).state).toBe('delivered')
  })

  test('waits while the provider cannot be asked', async () => {
    await world.insert({ _id: 'm', fallbackAfterMs: HOUR })
    await a.send()
    world.clock.pass(HOUR + SECOND)
    world.provider.away = true
    await fallBack(a.deps)
    expect((await world.row('m')).state).toBe('accepted')
    world.provider.away = false
    await a.tick()
    expect(channels()).toEqual(['whatsapp', 'sms'])
  })

  test('is not for somebody without a phone number, nor after the message is of no use', async () => {
    const id = 'BE.1A2B'
    await world.contact({
      _id: 'nora',
      addresses: [{ channel: 'whatsapp', address: id }],
      addressKeys: [`house|whatsapp|${id}`],
    })
    await world.insert({ _id: 'n', contact: 'nora', fallbackAfterMs: HOUR })
    await world.insert({ _id: 'm', fallbackAfterMs: HOUR, notAfter: world.clock.now() + MINUTE })
    await a.send()
    expect((await world.row('n')).fallbackAt).toBeUndefined()
    world.clock.pass(HOUR + SECOND)
    await a.tick()
    await a.tick()
    expect(channels()).toEqual(['whatsapp', 'whatsapp'])
    expect(await world.row('m')).toMatchObject({ state: 'accepted' })
  })
})

function shuffled<T>(list: readonly T[], chance: fc.Stream<number>): T[] {
  const numbers = chance.take(list.length)
  return list
    .map(value => ({ value, at: numbers.next().value as number }))
    .sort((x, y) => x.at - y.at)
    .map(({ value }) => value)
}
