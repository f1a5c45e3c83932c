import { cancelRows } from '../../../src/use-cases/cancelRows'
import { HOUR, type Process, SECOND, type SendingWorld, sendingWorld } from '../../support/sendingWorld'

/** Protocol 7: the process is killed, or stands still, at every point of the way out. */
const POINTS = [
  'send.afterToken',
  'send.afterClaim',
  'send.afterRender',
  'send.afterMark',
  'send.afterLook',
  'send.beforeNotCalled',
  'send.requestWritten',
  'send.answerReceived',
  'send.afterLink',
  'send.afterOutcome',
  'start.afterInsert',
  'sweep.afterUnknown',
  'search.afterList',
  'search.afterLink',
  'search.afterDecide',
  'status.afterInsert',
  'status.afterEvidence',
  'status.afterConsequence',
  'fallback.afterFetch',
  'fallback.afterDecide',
]

let world: SendingWorld
beforeEach(async () => {
  world = await sendingWorld()
})
afterEach(() => world.dispose())

/**
 * Six people, each with a message to which something else happens: it arrives, its answer is lost, the request is lost, it
 * is refused twice, it falls back to SMS, it is cancelled while it leaves; and a dialog that starts.
 */
async function people(): Promise<void> {
  for (const id of ['fine', 'deaf', 'lost', 'refused', 'silent', 'held', 'begun']) {
    await world.contact({ _id: id })
    await world.insert({
      _id: `m-${id}`,
      contact: id,
      ...(id === 'silent' ? { fallbackAfterMs: HOUR } : {}),
      ...(id === 'begun' ? { kind: 'start', rank: 5, start: { dialog: 'rsvp' } } : {}),
    })
  }
  const refusals = new Map<string, number>()
  let deaf = true
  world.provider.fate = ({ row }) => {
    if (row === 'm-deaf' && deaf) {
      deaf = false
      return 'answer_lost'
    }
    const so = (refusals.get(row) ?? 0) + 1
    refusals.set(row, so)
    if (row === 'm-lost' && so === 1) return 'request_lost'
    return row === 'm-refused' && so <= 2 ? { refuse: { kind: 'retry' } } : 'accept'
  }
}

/** Statuses as they come: for the one, delivery; for who does not look at WhatsApp, none. */
async function callbacks(process: Process): Promise<void> {
  for (const { row, attempt, providerId, channel } of world.provider.messages) {
    // Only the list can tell of the one whose answer was lost.
    if (row === 'm-deaf') continue
    const statuses = row === 'm-silent' && channel === 'whatsapp' ? ['sent'] : ['delivered', 'sent']
    for (const status of statuses) {
      world.provider.setStatus(providerId, status)
      await world.report(process, { providerId, row, attempt, status })
    }
  }
}

/** One life of a process: it sends, somebody cancels in between, statuses come in, time passes. */
async function life(process: Process, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await process.tick()
    await callbacks(process)
    world.clock.pass(97 * SECOND)
  }
  world.clock.pass(HOUR)
  await process.tick()
  await callbacks(process)
  await process.tick()
}

/** Somebody takes a message back when it is about to leave. */
const holdOneBack = ({ deps }: Process) => {
  const { mark } = deps.outbox
  let done = false
  deps.outbox = {
    ...deps.outbox,
    async mark(row, ...given) {
      const marked = await mark(row, ...given)
      if (marked && row._id === 'm-held' && !done) {
        done = true
        await cancelRows(deps, { contact: 'held' }, 'by_staff', 'person')
      }
      return marked
    },
  }
}

async function expectOnceEach(): Promise<void> {
  const rows = await world.documents.collection('outbox').list({})
  for (const row of rows) {
    const arrived = world.provider.messages.filter(message => message.row === row._id)
    for (const channel of ['whatsapp', 'sms']) {
      const copies = arrived.filter(one => one.channel === channel).length
      expect({ row: row._id, tooMany: copies > (row.possibleDuplicate ? 2 : 1) }).toEqual({
        row: row._id,
        tooMany: false,
      })
    }
    // Lost once by the crash and once on the way: two unknown outcomes, and staff is told.
    const givenUp = row.state === 'unresolved' && row.possibleDuplicate
    if (!['m-held', 'm-begun'].includes(row._id) && !givenUp) expect(arrived.length).toBeGreaterThan(0)
  }
  const begun = rows.find(row => row._id === 'm-begun')
  expect(begun?.state).toBe('started')
  expect(await world.documents.collection('inbound').count({ _id: 'start:m-begun' })).toBe(1)
  const unapplied = await world.documents.collection('statuses').count({ applied: false })
  expect(unapplied).toBe(0)
}

test('without a fault every point is passed, so the tests below are about something', async () => {
  await people()
  const process = world.process('A')
  holdOneBack(process)
  await life(process, 12)
  await world.untilQuiet(process)
  const missing = POINTS.filter(point => !process.script.passed.includes(point))
  // The sweep needs a dead process.
  expect(missing).toEqual(['sweep.afterUnknown'])
  await expectOnceEach()
})

describe.each(POINTS)('killed at %s', point => {
  test('another process brings everything to its end, each message once', async () => {
    await people()
    const first = world.process('A')
    holdOneBack(first)
    if (point === 'sweep.afterUnknown') {
      const dead = world.process('dead')
      dead.script.killAt('send.afterMark')
      await dead.tick().catch(() => {})
    }
    first.script.killAt(point)
    await life(first, 8).catch(() => {})
    expect(first.script.passed).toContain(point)

    const second = world.process('B')
    await life(second, 12)
    await world.untilQuiet(second)
    await expectOnceEach()
  })
})

describe.each(POINTS)('standing still at %s', point => {
  test('for two minutes, while another process works, each message leaves once', async () => {
    await people()
    const first = world.process('A')
    holdOneBack(first)
    if (point === 'sweep.afterUnknown') {
      const dead = world.process('dead')
      dead.script.killAt('send.afterMark')
      await dead.tick().catch(() => {})
    }
    const pause = first.script.pauseAt(point)
    const running = life(first, 8)
    await Promise.race([pause.reached, running])
    const second = world.process('B')
    await second.tick()
    world.clock.pass(121 * SECOND)
    await second.tick()
    await callbacks(second)
    pause.goOn()
    await running
    expect(first.script.passed).toContain(point)

    await life(second, 12)
    await world.untilQuiet(second)
    await expectOnceEach()
  })
})
