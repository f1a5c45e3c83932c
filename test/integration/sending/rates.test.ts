import fc from 'fast-check'
import { BULK_SHARE } from '../../../src/domain/delivery/bucket'
import type { Sender } from '../../../src/domain/documents'
import { createSenders } from '../../../src/store/senders'
import { HOUR, MINUTE, SECOND, type SendingWorld, sendingWorld } from '../../support/sendingWorld'

let world: SendingWorld
beforeEach(async () => {
  world = await sendingWorld()
})
afterEach(() => world.dispose())

const setSender = (set: Partial<Sender>, id = 'house|whatsapp') =>
  world.documents.collection('senders').update({ _id: id }, { set })

/** Most moments inside any stretch of this length. */
function busiest(moments: readonly number[], lengthMs: number): number {
  return Math.max(0, ...moments.map((from, i) => moments.slice(i).filter(at => at < from + lengthMs).length))
}

test('V31 eight processes never take more tokens than the bucket holds, in any stretch of time', async () => {
  const senders = createSenders(world.documents)
  let run = 0
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 200, max: 2_000 }),
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 10, maxLength: 25 }),
      async (intervalMs, burst, waits) => {
        const id = `bucket${run++}|sms`
        const now = world.clock.now()
        const size = { intervalMs, burstMs: burst * intervalMs, reserveMs: intervalMs, pausedUntil: 0 }
        await world.documents.collection('senders').insert({ _id: id, freeAt: now, ...size })
        const taken: number[] = []
        for (const wait of waits) {
          world.clock.pass(wait)
          const at = world.clock.now()
          const tries = Array.from({ length: 8 }, async () => {
            const sender = await senders.of(id, at)
            return senders.take(sender, { cost: 1, keepReserve: false, now: at })
          })
          for (const token of await Promise.all(tries)) if (token) taken.push(at)
        }
        for (const length of [intervalMs, 5 * intervalMs, 60 * SECOND])
          expect(busiest(taken, length)).toBeLessThanOrEqual(burst + length / intervalMs)
        expect(taken.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 12, seed: 3 },
  )
})

test('one message costs one token, however many could be sent at once', async () => {
  await setSender({ intervalMs: SECOND, burstMs: 5 * SECOND })
  await world.contact()
  await world.insert({ _id: 'm' })
  await world.process('A', { parallel: 20 }).send()
  const { taken } = (await world.documents.collection('senders').get('house|whatsapp'))!
  expect({ taken, calls: world.provider.calls.length }).toEqual({ taken: 1, calls: 1 })
})

test('V32 planned messages leave a token for the reply that comes next', async () => {
  await setSender({ intervalMs: SECOND, burstMs: 3 * SECOND, reserveMs: SECOND, freeAt: 0 })
  const a = world.process('A')
  for (let n = 0; n < 9; n++) {
    await world.contact({ _id: `c${n}` })
    await world.insert({ _id: `bulk${n}`, rank: 5, contact: `c${n}` })
  }
  await a.send()
  expect(world.provider.calls).toHaveLength(2)
  await world.contact()
  await world.insert({ _id: 'reply' })
  await a.send()
  expect(world.provider.calls.at(-1)?.row).toBe('reply')
})

test('planned messages still move while replies would take everything', async () => {
  await setSender({ intervalMs: SECOND, burstMs: 3 * SECOND, reserveMs: SECOND })
  const a = world.process('A')
  for (let n = 0; n < 60; n++) {
    await world.contact({ _id: `c${n}` })
    await world.insert({ _id: `m${n}`, rank: n < 50 ? 0 : 5, contact: `c${n}` })
  }
  for (let second = 0; second < 3 * BULK_SHARE; second++) {
    await a.send()
    world.clock.pass(SECOND)
  }
  const bulk = world.provider.calls.filter(call => Number(call.row.slice(1)) >= 50)
  expect(bulk.length).toBeGreaterThanOrEqual(3)
  expect(bulk.length).toBeLessThanOrEqual(4)
})

test('a long SMS is paid for whole before it leaves', async () => {
  await setSender({ intervalMs: SECOND, burstMs: 5 * SECOND, reserveMs: 0 }, 'house|sms')
  const a = world.process('A', { segmentsOf: () => 3 })
  const moments: number[] = []
  world.provider.fate = () => {
    moments.push(world.clock.now())
    return 'accept'
  }
  for (let n = 0; n < 6; n++) {
    await world.contact({ _id: `c${n}` })
    await world.insert({ _id: `m${n}`, channel: 'sms', contact: `c${n}` })
  }
  for (let second = 0; second < 40; second++) {
    await a.send()
    world.clock.pass(SECOND)
  }
  expect(moments).toHaveLength(6)
  for (const length of [5, 10, 20])
    expect(3 * busiest(moments, length * SECOND)).toBeLessThanOrEqual(5 + length + 3)
})

test('each organisation gets its share of one round', async () => {
  const a = world.process('A')
  const house = (await world.documents.collection('organisations').get('house'))!
  for (const id of ['north', 'south'])
    await world.documents.collection('organisations').insert({ ...house, _id: id })
  for (const organisation of ['house', 'north', 'south'])
    for (let n = 0; n < (organisation === 'house' ? 60 : 4); n++) {
      const contact = `${organisation}${n}`
      await world.contact({ _id: contact, organisation })
      await world.insert({ _id: `m-${contact}`, organisation, contact, sender: `${organisation}|whatsapp` })
    }
  await a.send(12)
  const share = (name: string) => world.provider.calls.filter(call => call.row.startsWith(`m-${name}`)).length
  expect([share('house'), share('north'), share('south')]).toEqual([4, 4, 4])
})

test('two processes that tick at once send each message once', async () => {
  for (let n = 0; n < 40; n++) {
    await world.contact({ _id: `c${n}` })
    await world.insert({ _id: `m${n}`, contact: `c${n}`, rank: n % 2 ? 0 : 5 })
  }
  const [a, b] = [world.process('A'), world.process('B')]
  await Promise.all([a.tick(), b.tick(), a.tick(), b.tick()])
  await world.untilQuiet(a)
  const rows = world.provider.calls.map(call => call.row)
  expect(rows).toHaveLength(40)
  expect(new Set(rows).size).toBe(40)
})

test.each([
  ['an hour forward', HOUR],
  ['an hour back', -HOUR],
])(
  'a wall clock that jumps %s while messages leave makes no double and leaves nothing behind',
  async (_label, jump) => {
    const [a, b] = [world.process('A'), world.process('B')]
    world.provider.listLagMs = 60 * SECOND
    world.provider.fate = ({ row, attempt }) => (row === 'm3' && attempt === 1 ? 'answer_lost' : 'accept')
    for (let n = 0; n < 6; n++) {
      await world.contact({ _id: `c${n}` })
      await world.insert({ _id: `m${n}`, contact: `c${n}` })
    }
    let everyoneCalled = () => {}
    let goOn = () => {}
    const called = new Promise<void>(resolve => {
      everyoneCalled = resolve
    })
    const open = new Promise<void>(resolve => {
      goOn = resolve
    })
    a.script.atEvery(async point => {
      if (point !== 'send.requestWritten') return
      if (world.provider.calls.length === 6) everyoneCalled()
      await open
    })
    const running = a.send()
    await called
    world.clock.jump(jump)
    for (let round = 0; round < 8; round++) {
      await b.tick()
      world.clock.pass(20 * SECOND)
    }
    goOn()
    await running
    world.clock.jump(-jump)
    await world.untilQuiet(b, { rounds: 200, stepMs: MINUTE })
    const rows = world.provider.messages.map(message => message.row).sort()
    expect(rows).toEqual(['m0', 'm1', 'm2', 'm3', 'm4', 'm5'])
  },
)
