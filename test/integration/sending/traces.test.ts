import type { OutboxRow } from '../../../src/domain/outbox'
import { AppError } from '../../../src/errors'
import { createOutbox } from '../../../src/store/outbox'
import { cancelRows } from '../../../src/use-cases/cancelRows'
import { expireRows } from '../../../src/use-cases/expireRows'
import { fallBack } from '../../../src/use-cases/fallBack'
import { settleUnknown } from '../../../src/use-cases/settleUnknown'
import { sweepRows } from '../../../src/use-cases/sweepRows'
import {
  HOUR,
  MINUTE,
  type Process,
  SECOND,
  type SendingWorld,
  sendingWorld,
} from '../../support/sendingWorld'

/** Protocol 9: each trace is what went wrong while a rule was missing. A and B are two processes over one store. */
let world: SendingWorld
let a: Process
let b: Process

beforeEach(async () => {
  world = await sendingWorld()
  a = world.process('A')
  b = world.process('B')
  await world.contact()
})
afterEach(() => world.dispose())

const LEASE = 121 * SECOND
const calls = () => world.provider.calls.length
const sms = () => world.provider.calls.filter(call => call.to.channel === 'sms')

/** A stands at a point of its send; what comes next happens meanwhile; then A goes on to the end. */
async function whileStandingAt(
  process: Process,
  point: string,
  meanwhile: () => Promise<unknown>,
): Promise<void> {
  const pause = process.script.pauseAt(point)
  const running = process.send()
  await Promise.race([pause.reached, running.then(() => Promise.reject(new Error(`never came to ${point}`)))])
  await meanwhile()
  pause.goOn()
  await running
}

const change = (id: string, patch: Parameters<ReturnType<typeof outboxOf>['update']>[1]) =>
  outboxOf().update({ _id: id }, patch)
const outboxOf = () => world.documents.collection('outbox')
const sid = (row: OutboxRow, n = row.attempt) => row.attempts[n]?.sid ?? 'none'

/** A WhatsApp message that was accepted and has fallen back to a planned SMS. */
async function fallenBack(id = 'm'): Promise<OutboxRow> {
  await world.insert({ _id: id, fallbackAfterMs: HOUR })
  await a.send()
  world.clock.pass(HOUR + SECOND)
  await fallBack(a.deps)
  const row = await world.row(id)
  expect(row).toMatchObject({ state: 'planned', channel: 'sms', sender: 'house|sms', spent: ['whatsapp'] })
  expect(row.fallbackAt).toBeUndefined()
  return row
}

test('V1 a lease that ran out does not let a row leave twice', async () => {
  await world.insert({ _id: 'm' })
  await whileStandingAt(a, 'send.afterClaim', async () => {
    world.clock.pass(LEASE)
    await b.send()
  })
  expect(calls()).toBe(1)
  expect(await world.row('m')).toMatchObject({ state: 'accepted', attempt: 1 })
})

test('V2 who wakes up with the WhatsApp words cannot mark the row that became a planned SMS', async () => {
  await world.insert({ _id: 'm', fallbackAfterMs: HOUR })
  await whileStandingAt(a, 'send.afterRender', async () => {
    world.clock.pass(LEASE)
    await b.send()
    world.clock.pass(HOUR + SECOND)
    await fallBack(b.deps)
  })
  expect(world.provider.calls.map(call => call.to.channel)).toEqual(['whatsapp'])
  await b.send()
  expect(world.provider.calls.map(call => call.to.channel)).toEqual(['whatsapp', 'sms'])
})

test.each(['send.afterClaim', 'send.afterRender', 'send.afterMark'])(
  'V3 nothing leaves after a STOP that became effective at %s',
  async point => {
    await world.insert({ _id: 'm' })
    await whileStandingAt(a, point, () =>
      world.documents.collection('contacts').update({ _id: 'amal' }, { set: { stopped: { at: 1 } } }),
    )
    await b.tick()
    expect(calls()).toBe(0)
    expect(await world.row('m')).toMatchObject({ state: 'cancelled', reason: 'stopped', cancelledBy: 'stop' })
  },
)

test.each(['send.afterClaim', 'send.afterRender', 'send.afterMark'])(
  'V4 a STOP holds back from the moment it is stored, at %s, before its turn',
  async point => {
    await world.insert({ _id: 'm' })
    await whileStandingAt(a, point, () =>
      world.inbound({ stopWord: true, at: world.clock.now() + 4 * SECOND }),
    )
    expect(calls()).toBe(0)
    expect((await world.row('m')).state).toBe('planned')
    world.clock.pass(MINUTE)
    await b.tick()
    expect(calls()).toBe(0)
  },
)

test('V4 any message that waits for its turn holds planned messages back, and only those', async () => {
  await world.inbound({})
  await world.insert({ _id: 'reply' })
  await world.insert({ _id: 'bulk', rank: 5 })
  await a.send()
  expect(world.provider.calls.map(call => call.row)).toEqual(['reply'])
  await world.documents.collection('inbound').update({ _id: 'IN1' }, { set: { handled: 'done' } })
  world.clock.pass(MINUTE)
  await a.send()
  expect(world.provider.calls.map(call => call.row)).toEqual(['reply', 'bulk'])
})

test('V4 a message that comes after the mark holds a planned one back', async () => {
  await world.insert({ _id: 'bulk', rank: 5 })
  await whileStandingAt(a, 'send.afterMark', () => world.inbound({}))
  expect(calls()).toBe(0)
})

test('a timer that is not due yet holds nothing back', async () => {
  await world.inbound({ at: world.clock.now() + HOUR, event: { kind: 'timer', run: 'r', what: 'close' } })
  await world.insert({ _id: 'bulk', rank: 5 })
  await a.send()
  expect(calls()).toBe(1)
})

test('V5 who was frozen after the last look does not call', async () => {
  await world.insert({ _id: 'm' })
  await whileStandingAt(a, 'send.afterLook', async () => {
    world.clock.pass(61 * SECOND)
    await sweepRows(b.deps)
    expect((await world.row('m')).state).toBe('unknown')
  })
  expect(calls()).toBe(0)
  const row = await world.row('m')
  expect(row).toMatchObject({ state: 'planned', attempts: { 1: { phase: 'void' } } })
})

test('V5 whose budget is over does not call, although nobody has swept', async () => {
  await world.insert({ _id: 'm' })
  await whileStandingAt(a, 'send.afterMark', async () => world.clock.pass(11 * SECOND))
  expect(calls()).toBe(0)
  await a.send()
  expect(world.provider.calls.map(call => call.attempt)).toEqual([2])
  expect((await world.row('m')).attempts[1]?.phase).toBe('void')
})

test('V5 a look that is too old is repeated before the call', async () => {
  await world.insert({ _id: 'm' })
  await whileStandingAt(a, 'send.afterLook', async () => {
    world.clock.pass(3 * SECOND)
    await world.inbound({ stopWord: true })
  })
  expect(calls()).toBe(0)
})

test('V6 a row is not swept while its owner may still call', async () => {
  await world.insert({ _id: 'm' })
  await whileStandingAt(a, 'send.afterMark', async () => {
    world.clock.pass(9 * SECOND)
    await sweepRows(b.deps)
    expect((await world.row('m')).state).toBe('sending')
  })
  expect(calls()).toBe(1)
})

test('V7 a late callback of the WhatsApp attempt is no proof for the SMS attempt', async () => {
  const row = await fallenBack()
  await whileStandingAt(b, 'send.afterMark', () =>
    world.report(a, { providerId: sid(row, 1), row: 'm', attempt: 1, status: 'sent' }),
  )
  expect(sms()).toHaveLength(1)
  expect(await world.row('m')).toMatchObject({ state: 'accepted', attempts: { 2: { sid: 'SM0002' } } })
})

test('V7 a repeated callback of the WhatsApp attempt does not swallow the planned SMS', async () => {
  const row = await fallenBack()
  await world.report(a, { providerId: sid(row, 1), row: 'm', attempt: 1, status: 'sent' })
  await a.send()
  expect(sms()).toHaveLength(1)
})

test('V8 a cancel while sending is a wish that the way back respects', async () => {
  await world.insert({ _id: 'm' })
  await whileStandingAt(a, 'send.afterLook', async () => {
    const counted = await cancelRows(b.deps, { contact: 'amal' }, 'by_staff', 'person')
    expect(counted).toEqual({ cancelled: 0, inDoubt: 1, hasLeft: 0 })
    world.clock.pass(11 * SECOND)
  })
  await b.tick()
  expect(calls()).toBe(0)
  expect(await world.row('m')).toMatchObject({
    state: 'cancelled',
    reason: 'by_staff',
    cancelledBy: 'person',
  })
})

test.each(['send.afterMark', 'send.afterLook'])(
  'V8 a refused row with a wish is not tried again (%s)',
  async point => {
    world.provider.fate = () => ({ refuse: { kind: 'retry' } })
    await world.insert({ _id: 'm' })
    const pause = a.script.pauseAt(point === 'send.afterMark' ? point : 'send.answerReceived')
    const running = a.send()
    await pause.reached
    await cancelRows(b.deps, { row: 'm' }, 'by_staff', 'person')
    pause.goOn()
    await running
    expect((await world.row('m')).state).toBe('cancelled')
  },
)

test('V9 a row that moved during the claim does not leave with its old plan', async () => {
  await world.insert({ _id: 'm', rank: 5 })
  const later = world.clock.now() + 24 * HOUR
  await whileStandingAt(a, 'send.afterRender', () =>
    change('m', { set: { dueAt: later, nextAt: later, notAfter: later + HOUR }, inc: { rev: 1, fence: 1 } }),
  )
  expect(calls()).toBe(0)
  expect(await world.row('m')).toMatchObject({ state: 'planned', nextAt: later })
})

test('V9 a change of the words alone stops the old rendering', async () => {
  await world.insert({ _id: 'm' })
  await whileStandingAt(a, 'send.afterRender', () =>
    change('m', { set: { say: { text: 'texts:new' } }, inc: { rev: 1 } }),
  )
  expect(calls()).toBe(0)
})

/** A message that arrived although we got no answer, swept by time. */
async function outcomeUnknown(arrives: boolean): Promise<void> {
  world.provider.fate = () => (arrives ? 'answer_lost' : 'request_lost')
  await world.insert({ _id: 'm' })
  await a.send()
  expect((await world.row('m')).state).toBe('unknown')
  world.provider.fate = () => 'accept'
}

test('V10 the list is not asked before the grace is over', async () => {
  world.provider.listLagMs = 60 * SECOND
  await outcomeUnknown(true)
  for (const pass of [0, 59, 60, 60]) {
    world.clock.pass(pass * SECOND)
    await settleUnknown(b.deps)
  }
  expect(world.provider.listedAt).toEqual([])
  world.clock.pass(2 * SECOND)
  await settleUnknown(b.deps)
  expect(await world.row('m')).toMatchObject({ state: 'accepted', attempts: { 1: { sid: 'SM0001' } } })
  await b.send()
  expect(calls()).toBe(1)
})

test('an unknown outcome is sent again once, after two empty lists, and says so for ever', async () => {
  await outcomeUnknown(false)
  world.clock.pass(181 * SECOND)
  await settleUnknown(b.deps)
  await settleUnknown(b.deps)
  expect((await world.row('m')).state).toBe('unknown')
  world.clock.pass(181 * SECOND)
  await settleUnknown(b.deps)
  await settleUnknown(b.deps)
  expect(await world.row('m')).toMatchObject({
    state: 'planned',
    possibleDuplicate: true,
    resends: 1,
    attempts: { 1: { phase: 'lost' } },
  })
  await b.send()
  expect(await world.row('m')).toMatchObject({ state: 'accepted', attempt: 2, possibleDuplicate: true })
})

test('a message that a person must not get twice is left unresolved', async () => {
  world.provider.fate = () => 'request_lost'
  await world.insert({ _id: 'm', resendPolicy: 'leave' })
  await a.send()
  await world.untilQuiet(b)
  expect(calls()).toBe(1)
  expect((await world.row('m')).state).toBe('unresolved')
})

test('a cancelled message whose outcome stays unknown may have left, and says so', async () => {
  await outcomeUnknown(false)
  await cancelRows(b.deps, { row: 'm' }, 'by_staff', 'person')
  await world.untilQuiet(b)
  expect(calls()).toBe(1)
  expect(await world.row('m')).toMatchObject({ state: 'cancelled', possibleDuplicate: true })
})

test('a moved message whose outcome stays unknown is not sent again', async () => {
  await outcomeUnknown(false)
  await change('m', { set: { wish: { dueAt: world.clock.now() + HOUR } } })
  await world.untilQuiet(b)
  expect(calls()).toBe(1)
  expect((await world.row('m')).state).toBe('unresolved')
})

test('a resend is taken back when proof comes before it leaves', async () => {
  await outcomeUnknown(true)
  world.provider.listLagMs = HOUR
  world.clock.pass(181 * SECOND)
  await settleUnknown(b.deps)
  world.clock.pass(181 * SECOND)
  await settleUnknown(b.deps)
  expect((await world.row('m')).state).toBe('planned')
  await world.report(b, { providerId: 'SM0001', row: 'm', attempt: 1, status: 'sent' })
  await b.send()
  expect(calls()).toBe(1)
  expect(await world.row('m')).toMatchObject({ state: 'accepted', attempts: { 1: { sid: 'SM0001' } } })
})

test('a list that cannot be read decides nothing', async () => {
  await outcomeUnknown(true)
  world.clock.pass(HOUR)
  world.provider.away = true
  await settleUnknown(b.deps)
  expect((await world.row('m')).attempts[1]?.emptyAt).toBeUndefined()
  world.provider.away = false
  await settleUnknown(b.deps)
  expect((await world.row('m')).state).toBe('accepted')
})

test('two rows with the same words to one person each find their own message', async () => {
  world.provider.fate = () => 'answer_lost'
  await world.insert({ _id: 'one', say: { text: 'same' } })
  await world.insert({ _id: 'two', say: { text: 'same' } })
  await a.send()
  world.clock.pass(181 * SECOND)
  await Promise.all([settleUnknown(a.deps), settleUnknown(b.deps)])
  const sids = [await world.row('one'), await world.row('two')].map(row => sid(row))
  expect(sids.sort()).toEqual(['SM0001', 'SM0002'])
})

test('V12 an attempt that was void keeps its number, so an old list says nothing about the next call', async () => {
  await world.insert({ _id: 'm' })
  await whileStandingAt(a, 'send.afterLook', async () => {
    world.clock.pass(61 * SECOND)
    await sweepRows(b.deps)
    world.clock.pass(120 * SECOND)
    await settleUnknown(b.deps)
    expect((await world.row('m')).attempts[1]?.emptyAt).toBeDefined()
  })
  world.provider.fate = () => 'answer_lost'
  world.provider.listLagMs = 60 * SECOND
  await b.send()
  expect(await world.row('m')).toMatchObject({
    state: 'unknown',
    attempt: 2,
    attempts: { 1: { phase: 'void' } },
  })
  world.clock.pass(170 * SECOND)
  await settleUnknown(b.deps)
  expect((await world.row('m')).state).toBe('unknown')
  world.clock.pass(11 * SECOND)
  await settleUnknown(b.deps)
  expect((await world.row('m')).state).toBe('accepted')
  expect(world.provider.messages).toHaveLength(1)
})

test('V13 a mark whose fate we do not know makes no call', async () => {
  await world.insert({ _id: 'm' })
  const outbox = createOutbox(world.documents)
  const unsure = world.process('C', {
    outbox: {
      ...outbox,
      async mark(...given) {
        await outbox.mark(...given)
        throw new AppError('STORE_UNAVAILABLE', 'no answer')
      },
    },
  })
  await expect(unsure.send()).rejects.toThrow('no answer')
  expect(calls()).toBe(0)
  expect((await world.row('m')).state).toBe('sending')
  await world.untilQuiet(b)
  expect(world.provider.messages).toHaveLength(1)
})

test('V14 a delivery closes the planned SMS', async () => {
  const row = await fallenBack()
  await world.report(a, { providerId: sid(row, 1), row: 'm', attempt: 1, status: 'delivered' })
  await a.tick()
  expect(sms()).toEqual([])
  expect((await world.row('m')).state).toBe('delivered')
})

test('V14 a delivery during the claim of the SMS closes it', async () => {
  const row = await fallenBack()
  await whileStandingAt(b, 'send.afterRender', () =>
    world.report(a, { providerId: sid(row, 1), row: 'm', attempt: 1, status: 'read' }),
  )
  expect(sms()).toEqual([])
  expect((await world.row('m')).state).toBe('delivered')
})

test.each(['send.afterMark', 'send.afterLook'])(
  'V15 the way back does not forget a delivery (%s)',
  async point => {
    const row = await fallenBack()
    await whileStandingAt(b, point, async () => {
      await world.report(a, { providerId: sid(row, 1), row: 'm', attempt: 1, status: 'delivered' })
      expect(await world.row('m')).toMatchObject({ state: 'sending', reached: 5 })
      world.clock.pass(11 * SECOND)
    })
    await a.tick()
    expect(sms()).toEqual([])
    expect((await world.row('m')).state).toBe('delivered')
  },
)

test('V15 the last look applies a delivery that is stored but not applied', async () => {
  const row = await fallenBack()
  await whileStandingAt(b, 'send.afterMark', async () => {
    await world.documents.collection('statuses').insert({
      _id: 'late',
      sid: sid(row, 1),
      row: 'm',
      attempt: 1,
      status: 'delivered',
      at: world.clock.now(),
      applied: false,
    })
  })
  expect(sms()).toEqual([])
  expect((await world.row('m')).state).toBe('delivered')
})

test('V16 a late "sent" does not undo "failed"', async () => {
  await world.insert({ _id: 'm', spent: ['sms'] })
  await a.send()
  for (const status of ['failed', 'sent', 'queued', 'sent'])
    await world.report(a, { providerId: 'SM0001', row: 'm', attempt: 1, status })
  expect(await world.row('m')).toMatchObject({ state: 'failed', reached: 4, attempts: { 1: { rank: 4 } } })
})

test('V17 a planner that cancels a row in doubt writes a wish, and the last look reads it', async () => {
  await world.campaign()
  await world.insert({ _id: 'm', rank: 5, campaign: 'spring', step: 'invitation', planVersion: 1 })
  await whileStandingAt(a, 'send.afterMark', async () => {
    const now = { version: 2, plannedVersion: 2 }
    await world.documents.collection('campaigns').update({ _id: 'spring' }, { set: now })
    await change('m', { set: { wish: { cancel: 'moved' }, planVersion: 2 } })
  })
  expect(calls()).toBe(0)
  expect(await world.row('m')).toMatchObject({ state: 'cancelled', reason: 'moved' })
})

test('V17 a row that moved while it was in doubt and did not leave waits for its new moment', async () => {
  await world.insert({ _id: 'm' })
  const dueAt = world.clock.now() + 24 * HOUR
  const notAfter = dueAt + HOUR
  await whileStandingAt(a, 'send.afterMark', () => change('m', { set: { wish: { dueAt, notAfter } } }))
  const row = await world.row('m')
  expect(row).toMatchObject({ state: 'planned', dueAt, nextAt: dueAt, notAfter })
  expect(row.wish).toBeUndefined()
  expect(calls()).toBe(0)
})

test('V19 a message that was planned twice is there once', async () => {
  const row = await world.insert({ _id: 'm' })
  const again = [1, 2, 3].map(n => a.deps.outbox.add({ ...row, _id: `m${n}` }))
  expect(await Promise.all(again)).toEqual([false, false, false])
  await a.send()
  expect(calls()).toBe(1)
})

describe('V20 a row of an old plan', () => {
  const old = { _id: 'm', rank: 5, campaign: 'spring', step: 'invitation', planVersion: 1 } as const

  test('waits while the new plan is being made', async () => {
    await world.campaign({ version: 2, plannedVersion: 1 })
    await world.insert(old)
    await a.send()
    expect(calls()).toBe(0)
    expect((await world.row('m')).state).toBe('planned')
  })

  test('that the finished new plan does not have is withdrawn', async () => {
    await world.campaign({ version: 2, plannedVersion: 2 })
    await world.insert(old)
    await a.send()
    expect(calls()).toBe(0)
    expect(await world.row('m')).toMatchObject({
      state: 'cancelled',
      reason: 'not_in_plan',
      cancelledBy: 'plan',
    })
  })

  test('goes back to planning when the campaign changes after the mark', async () => {
    await world.campaign()
    await world.insert(old)
    await whileStandingAt(a, 'send.afterMark', () =>
      world.documents.collection('campaigns').update({ _id: 'spring' }, { inc: { version: 1 } }),
    )
    expect(calls()).toBe(0)
    expect((await world.row('m')).state).toBe('planned')
  })
})

test('V29 a row whose process was killed after the mark is settled by others', async () => {
  await world.insert({ _id: 'm' })
  a.script.killAt('send.afterMark')
  await a.send().catch(() => {})
  expect((await world.row('m')).state).toBe('sending')
  await world.untilQuiet(b)
  expect(world.provider.messages).toHaveLength(1)
  expect(await world.row('m')).toMatchObject({ state: 'accepted', possibleDuplicate: true })
})

test('V30 a reply never overtakes an earlier one, whoever takes it up', async () => {
  await world.insert({ _id: 'z-first', seq: 101 })
  await world.insert({ _id: 'a-second', seq: 102 })
  const pause = a.script.pauseAt('send.afterMark')
  const running = a.send(1)
  await pause.reached
  expect((await world.row('z-first')).state).toBe('sending')
  await b.send()
  expect(calls()).toBe(0)
  pause.goOn()
  await running
  await world.untilQuiet(b, { rounds: 5, stepMs: 3 * SECOND })
  expect(world.provider.calls.map(call => call.row)).toEqual(['z-first', 'a-second'])
})

test('V30 a reply waits for an earlier one in back-off', async () => {
  await world.insert({ _id: 'first', seq: 101 })
  await world.insert({ _id: 'second', seq: 102 })
  let refusals = 2
  world.provider.fate = () => (refusals-- > 0 ? { refuse: { kind: 'retry' } } : 'accept')
  await world.untilQuiet(a)
  expect(world.provider.messages.map(message => message.row)).toEqual(['first', 'second'])
})

test('V30 twenty replies to one person keep their order through refusals and lost answers', async () => {
  for (let n = 20; n >= 1; n--) await world.insert({ _id: `r${String(n).padStart(2, '0')}`, seq: 100 + n })
  let call = 0
  world.provider.fate = () => {
    call++
    return call % 5 === 0 ? { refuse: { kind: 'retry' } } : call % 7 === 0 ? 'answer_lost' : 'accept'
  }
  await world.untilQuiet(a, { rounds: 200, stepMs: 20 * SECOND })
  const order = world.provider.messages.map(message => message.row)
  expect(order).toEqual([...order].sort())
  expect(new Set(order).size).toBe(20)
})

test('V33 a late "refused" for a lost attempt does not buy another resend', async () => {
  await outcomeUnknown(false)
  world.provider.fate = () => 'request_lost'
  for (let round = 0; round < 3; round++) {
    world.clock.pass(200 * SECOND)
    await settleUnknown(b.deps)
  }
  await a.deps.attempts.again('m', 1, 'refused', { kind: 'retry' }, { nextAt: 0, counts: false, tries: 5 })
  expect((await world.row('m')).attempts[1]?.phase).toBe('lost')
  await world.untilQuiet(b)
  expect(calls()).toBe(2)
  expect(await world.row('m')).toMatchObject({ state: 'unresolved', resends: 1 })
})

test('a row whose time is over expires, also while somebody holds its lease', async () => {
  await world.insert({ _id: 'm', notAfter: world.clock.now() + MINUTE })
  await whileStandingAt(a, 'send.afterRender', async () => {
    world.clock.pass(2 * MINUTE)
    await expireRows(b.deps)
    await expireRows(b.deps)
  })
  expect(calls()).toBe(0)
  expect(await world.row('m')).toMatchObject({ state: 'expired', reason: 'too_late' })
})

test('a row without an end is refused by the store', async () => {
  const { notAfter: _, ...row } = await world.insert({ _id: 'm' })
  const endless = { ...row, _id: 'n', key: 'n' } as OutboxRow
  await expect(outboxOf().insert(endless)).rejects.toMatchObject({ code: 'STORE_DOCUMENT_INVALID' })
})
