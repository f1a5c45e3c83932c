import { AppError } from '../../../src/errors'
import { Killed } from '../../support/crashScript'
import { MINUTE, SECOND } from '../../support/sendingWorld'
import { says, type TurnProcess, type TurnWorld, turnWorld } from '../../support/turnWorld'

/** Protocol 9: the shortest ways in which a simpler protocol answers twice, or not at all. Each fails without its rule. */

let world: TurnWorld
let a: TurnProcess
let b: TurnProcess
let c: TurnProcess
/** The lane only saves work: without it everything must hold just the same. */
const noLane = { lanes: { enter: async () => true, leave: async () => {} } }
beforeEach(async () => {
  world = await turnWorld()
  a = world.process('A', noLane)
  b = world.process('B', noLane)
  c = world.process('C', noLane)
})
afterEach(() => world.dispose())

const writes = async (providerId: string, text: string) => {
  await a.receive({ providerId, text })
  world.clock.pass(SECOND)
}

const dies = async (process: TurnProcess, point: string) => {
  process.script.killAt(point)
  await expect(process.work()).rejects.toThrow(Killed)
}

const expectOnce = async (...texts: string[]) => {
  await world.quiet(c)
  expect(await world.history()).toEqual(texts)
  expect(world.heard()).toEqual(texts)
  expect(await world.conversation()).toMatchObject({ out: [], hasOut: false, handled: [] })
}

describe.each(['turn.afterRead', 'turn.afterTries'])(
  'V21, V22 a worker that read before another had its turn (%s)',
  point => {
    test('commits nothing on what it read', async () => {
      await writes('SM1', 'one')
      const pause = a.script.pauseAt(point)
      const running = a.work()
      await pause.reached
      await b.work()
      expect(await world.history()).toEqual(['one'])
      pause.goOn()
      await running
      await expectOnce('one')
    })

    test('and takes up what came next, once', async () => {
      await writes('SM1', 'one')
      const pause = a.script.pauseAt(point)
      const running = a.work()
      await pause.reached
      await writes('SM2', 'two')
      await b.work()
      await writes('SM3', 'three')
      pause.goOn()
      await running
      await expectOnce('one', 'two', 'three')
    })
  },
)

test('V23 who finds a turn that is committed knows which message it belongs to', async () => {
  await writes('SM1', 'one')
  await dies(a, 'turn.afterCommit')
  await b.work()
  expect((await world.stored('SM1')).handled).toBe('done')
  await expectOnce('one')
})

test('V24 a turn that is committed has its replies', async () => {
  await writes('SM1', 'one')
  await dies(a, 'turn.afterCommit')
  expect((await world.conversation()).out).toEqual([says('one')])
  await expectOnce('one')
})

test('V25 the next turn waits until the last one has said its replies', async () => {
  await writes('SM1', 'one')
  await dies(a, 'turn.afterCommit')
  await b.receive({ providerId: 'SM2', text: 'two' })
  await b.work()
  await expectOnce('one', 'two')
})

test('V26 a late end of one turn does not wipe out the next', async () => {
  await writes('SM1', 'one')
  const pause = a.script.pauseAt('turn.afterMarkHandled')
  const running = a.work()
  await pause.reached
  await b.receive({ providerId: 'SM2', text: 'two' })
  await dies(b, 'turn.afterCommit')
  pause.goOn()
  await running
  await expectOnce('one', 'two')
})

test('V27 a message that was kept by a process that died is found by the next look', async () => {
  a.script.killAt('inbound.afterInsert')
  await expect(a.receive({ providerId: 'SM1', text: 'one' })).rejects.toThrow(Killed)
  await b.look()
  expect(world.heard()).toEqual(['one'])
})

test('a commit of which nobody knows whether it was written happens once', async () => {
  const { conversations } = a.turns
  const unsure = world.process('U', {
    ...noLane,
    conversations: {
      ...conversations,
      async commit(...given) {
        await conversations.commit(...given)
        throw new AppError('STORE_UNAVAILABLE', 'no answer')
      },
    },
  })
  await writes('SM1', 'one')
  await expect(unsure.work()).rejects.toThrow('no answer')
  await expectOnce('one')
})

describe('V28 a message on which the bot always fails', () => {
  const poison = () => {
    throw new TypeError('cannot')
  }
  const fails = async (times: number) => {
    for (let n = 0; n < times; n++) await b.work().catch(() => {})
  }
  beforeEach(() => {
    world.script.poison = poison
  })

  test('is tried five times, goes to a person, gets one kind sentence, and the next has its turn', async () => {
    await writes('SM1', 'poison')
    await writes('SM2', 'hello')
    await fails(5)
    expect(await world.stored('SM1')).toMatchObject({ handled: false, tries: 5 })
    expect(world.heard()).toEqual([])
    await fails(3)
    await world.quiet(b)
    expect(await world.stored('SM1')).toMatchObject({ handled: 'given_up', tries: 6 })
    expect(world.heard()).toEqual(['system:something_wrong', 'hello'])
    const tasks = await world.documents.collection('tasks').list({})
    expect(tasks).toMatchObject([{ kind: 'look', reason: 'turn_failed', contact: 'amal', state: 'open' }])
  })

  test('fails no more when the fault was mended in time', async () => {
    await writes('SM1', 'poison')
    await fails(4)
    delete world.script.poison
    await expectOnce('poison')
    expect(await world.documents.collection('tasks').count({})).toBe(0)
  })

  test('gives way also when nobody can unlock it any more', async () => {
    await writes('SM1', 'one')
    await writes('SM2', 'two')
    await world.documents
      .collection('inbound')
      .update(
        { _id: 'SM1' },
        { set: { event: { kind: 'message', channel: 'whatsapp', locked: 'of another key' } } },
      )
    await fails(8)
    await world.quiet(b)
    expect((await world.stored('SM1')).handled).toBe('given_up')
    expect(world.heard()).toEqual(['system:something_wrong', 'two'])
  })

  test('counts all the same when it is a STOP', async () => {
    world.script.STOP = poison
    await writes('SM1', 'STOP')
    await world.insert({ _id: 'planned', rank: 5 })
    await fails(4)
    world.clock.pass(MINUTE)
    await b.tick()
    expect(world.heard()).toEqual([])
    await fails(4)
    await world.quiet(b)
    expect((await world.documents.collection('contacts').get('amal'))?.stopped).toBeDefined()
    expect(world.heard()).toEqual(['system:stopped'])
    expect(await world.row('planned')).toMatchObject({ state: 'cancelled', reason: 'stopped' })
  })

  test('and a deed that always fails goes to a person, with the rest of its turn done', async () => {
    const broken = world.process('D', {
      ...noLane,
      replan: async () => {
        throw new TypeError('no such timeline')
      },
    })
    world.script.yes = [says('thanks'), { do: 'rsvp', campaign: 'spring', rsvp: 'yes' }, says('see you')]
    await writes('SM1', 'yes')
    await writes('SM2', 'hello')
    for (let n = 0; n < 14; n++) await broken.work().catch(() => {})
    await world.quiet(broken)
    expect(world.heard()).toEqual(['thanks', 'see you', 'hello'])
    const tasks = await world.documents.collection('tasks').list({})
    expect(tasks).toMatchObject([{ _id: 'turn:SM1:1', kind: 'look', reason: 'turn_failed' }])
  })

  test('but while the store is away nothing is skipped', async () => {
    let away = true
    const process = world.process('D', {
      ...noLane,
      replan: async () => {
        if (away) throw new AppError('STORE_UNAVAILABLE', 'away')
      },
    })
    world.script.yes = [{ do: 'rsvp', campaign: 'spring', rsvp: 'yes' }, says('thanks')]
    await writes('SM1', 'yes')
    for (let n = 0; n < 14; n++) await process.work().catch(() => {})
    expect(world.heard()).toEqual([])
    away = false
    await process.work()
    expect(world.heard()).toEqual(['thanks'])
    expect(await world.documents.collection('tasks').count({})).toBe(0)
  })
})

const TURN = [
  'turn.afterLane',
  'turn.afterRead',
  'turn.afterTries',
  'turn.afterCommit',
  'turn.afterEachRow',
  'turn.afterMarkHandled',
  'turn.afterClear',
]
const PAIRS = TURN.flatMap(first => TURN.map(second => [first, second] as const))

test.each(PAIRS)(
  'two workers, one standing at %s, the other at %s: the same talk, whoever goes on first',
  async (p, q) => {
    for (const firstGoesFirst of [true, false]) {
      const before = (await world.history()).length
      const id = firstGoesFirst ? 'x' : 'y'
      await writes(`${id}1`, `${id}1`)
      await writes(`${id}2`, `${id}2`)
      const [one, two] = [world.process('one', noLane), world.process('two', noLane)]
      const pauses = [one.script.pauseAt(p), two.script.pauseAt(q)] as const
      const runs = [one.work(), two.work()] as const
      // The second may never come there, when the first stands between its turns with all the work done.
      await pauses[0].reached
      await Promise.race([pauses[1].reached, runs[1]])
      const [early, late] = firstGoesFirst ? [0, 1] : [1, 0]
      pauses[early as 0].goOn()
      await runs[early as 0]
      await writes(`${id}3`, `${id}3`)
      pauses[late as 0].goOn()
      await runs[late as 0]
      await world.quiet(c)
      expect((await world.history()).slice(before)).toEqual([`${id}1`, `${id}2`, `${id}3`])
      expect(world.heard().slice(before)).toEqual([`${id}1`, `${id}2`, `${id}3`])
    }
  },
)
