import { Killed } from '../../support/crashScript'
import { HOUR, SECOND } from '../../support/sendingWorld'
import { says, type TurnProcess, type TurnWorld, turnWorld } from '../../support/turnWorld'

/** Protocol 7: where a turn may end, or stand still. */
const POINTS = [
  'inbound.afterInsert',
  'turn.afterLane',
  'turn.afterRead',
  'turn.afterTries',
  'turn.afterCommit',
  'turn.afterEachRow',
  'turn.afterMarkHandled',
  'turn.afterClear',
  'stop.afterContact',
  'stop.afterRows',
]

let world: TurnWorld
beforeEach(async () => {
  world = await turnWorld()
  Object.assign(world.script, {
    yes: [
      { do: 'consent', purpose: 'C2', state: 'given', version: '1', by: 'chat' },
      { do: 'timer', run: 'run', what: 'remind', at: world.clock.now() + HOUR },
      says('thanks'),
      says('next'),
    ],
    call: [{ do: 'task', kind: 'handover', reason: 'asked_for_person' }, says('we call')],
    name: [{ do: 'profile', field: 'name', value: 'Amal B' }, says('noted')],
  })
})
afterEach(() => world.dispose())

/** What happens to one person, a second apart; each deed comes again when its process was killed under it, as a webhook does. */
const WITHOUT_TIME: ((process: TurnProcess) => Promise<unknown>)[] = [
  process => process.receive({ providerId: 'SM1', text: 'yes' }),
  process => process.work(),
  () => world.event('staff:1', { kind: 'staff', what: 'take_over' }),
  process => process.receive({ providerId: 'SM2', text: 'call' }),
  process => process.receive({ providerId: 'SM2', text: 'call' }),
  process => process.work(),
  process => process.status({ providerId: 'SM0001', status: 'delivered' }),
  process => process.receive({ providerId: 'SM3', text: 'name' }),
  process => process.look(),
  async process => {
    world.clock.pass(HOUR)
    await world.quiet(process)
  },
  process => process.receive({ providerId: 'SM4', text: 'STOP' }),
  process => process.work(),
]
const DEEDS = WITHOUT_TIME.map(deed => (process: TurnProcess) => {
  world.clock.pass(SECOND)
  return deed(process)
})

/** Everything that a person, or staff, can see of it afterwards. */
async function outcome(process: TurnProcess) {
  world.clock.pass(61 * SECOND)
  await world.quiet(process)
  const contact = await world.documents.collection('contacts').get('amal')
  const tasks = await world.documents.collection('tasks').list({})
  const events = await world.documents.collection('inbound').list({})
  return {
    heard: world.heard(),
    history: await world.history(),
    consents: contact?.consents.map(({ key, purpose }) => `${key} ${purpose}`),
    name: contact?.name,
    stopped: contact?.stopped !== undefined,
    tasks: tasks.map(({ _id }) => _id),
    open: events.filter(({ handled }) => handled !== 'done').length,
  }
}

const SERIAL = {
  heard: ['thanks', 'next', 'staff', 'we call', 'noted', 'timer', 'stopped'],
  history: ['yes', 'staff', 'call', 'name', 'timer', 'STOP'],
  consents: ['first C1', 'turn:SM1:0 C2'],
  name: 'Amal B',
  stopped: true,
  tasks: ['turn:SM2:0'],
  open: 0,
}

test('without a fault every point is passed, and this is what happens', async () => {
  const process = world.process('A')
  for (const deed of DEEDS) await deed(process)
  expect(await outcome(process)).toEqual(SERIAL)
  expect(POINTS.filter(point => !process.script.passed.includes(point))).toEqual([])
})

describe.each(POINTS)('killed at %s', point => {
  const times = point === 'turn.afterEachRow' ? [1, 2, 3, 4] : point.startsWith('turn.') ? [1, 2, 3] : [1]
  test.each(times)(
    'the time number %i that a turn comes there: nothing is lost, nothing comes twice',
    async nth => {
      let process = world.process('A')
      let seen = 0
      process.script.atEvery(passing => {
        if (passing === point && ++seen === nth) {
          process.script.killAt(point)
          return process.script.hook(point)
        }
      })
      let died = 0
      for (const deed of DEEDS) {
        await deed(process).catch(async error => {
          if (!(error instanceof Killed)) throw error
          died++
          process = world.process('B')
          await deed(process)
        })
      }
      expect(died).toBe(1)
      expect(await outcome(process)).toEqual(SERIAL)
    },
  )
})

describe.each(POINTS)('standing still at %s', point => {
  test('for two minutes while another process does its work: nothing is lost, nothing comes twice', async () => {
    const first = world.process('A')
    const second = world.process('B')
    const pause = first.script.pauseAt(point)
    let standing: Promise<unknown> | undefined
    for (const deed of DEEDS) {
      const doing = deed(standing ? second : first)
      const stands =
        !standing && (await Promise.race([doing.then(() => false), pause.reached.then(() => true)]))
      if (!stands) {
        await doing
        continue
      }
      standing = doing
      world.clock.pass(121 * SECOND)
      await deed(second)
    }
    pause.goOn()
    await standing
    expect(first.script.passed).toContain(point)
    expect(await outcome(second)).toEqual(SERIAL)
  })
})

test('a dead process holds the lane only as long as its lease', async () => {
  const dead = world.process('A')
  await dead.receive({ providerId: 'SM1', text: 'hello' })
  dead.script.killAt('turn.afterCommit')
  await expect(dead.work()).rejects.toThrow(Killed)
  const alive = world.process('B')
  await alive.look()
  expect(world.heard()).toEqual([])
  world.clock.pass(61 * SECOND)
  await alive.look()
  expect(world.heard()).toEqual(['hello'])
})

test('after a week of ticks nothing comes again', async () => {
  const process = world.process('A')
  for (const deed of DEEDS) await deed(process)
  for (let day = 0; day < 7; day++) {
    world.clock.pass(24 * HOUR)
    await process.look()
    await process.look()
  }
  expect(world.heard()).toEqual(SERIAL.heard)
})
