import { SECOND } from '../../support/sendingWorld'
import { says, type TurnProcess, type TurnWorld, turnWorld } from '../../support/turnWorld'

let world: TurnWorld
let a: TurnProcess
beforeEach(async () => {
  world = await turnWorld()
  a = world.process('A')
})
afterEach(() => world.dispose())

const id = (n: number) => `SM${String(n).padStart(3, '0')}`

/** Messages from one phone within a second; `at` says what is written where. */
async function flood(many: number, at: Record<number, string> = {}) {
  for (let n = 0; n < many; n++) {
    await a.receive({ providerId: id(n), text: at[n] ?? `text ${n}` })
    world.clock.pass(5)
  }
}

const counts = async () => {
  const inbound = world.documents.collection('inbound')
  return [await inbound.count({}), await inbound.count({ handled: 'done' })]
}

test('200 messages in a second are all kept, and answered kindly once', async () => {
  await flood(200)
  await world.quiet(a)
  expect(await counts()).toEqual([200, 200])
  expect(world.heard()).toEqual(['system:too_many'])
})

test('answered as they come, the first few get their answers, then one kind sentence', async () => {
  for (let n = 0; n < 50; n++) {
    await a.receive({ providerId: id(n), text: `text ${n}` })
    await a.work()
    world.clock.pass(5)
  }
  const few = Array.from({ length: 12 }, (_, n) => `text ${n}`)
  expect(world.heard()).toEqual([...few, 'system:too_many'])
})

test('afterwards the same person is heard again', async () => {
  await flood(30)
  await world.quiet(a)
  world.clock.pass(31 * SECOND)
  await a.receive({ providerId: 'SM999', text: 'hello' })
  await world.quiet(a)
  expect(world.heard()).toEqual(['system:too_many', 'hello'])
})

test.each([0, 17, 29])('a STOP among them, at place %i, counts and is confirmed last', async place => {
  await flood(30, { [place]: 'STOP' })
  await world.quiet(a)
  const contact = await world.documents.collection('contacts').get('amal')
  expect(contact?.stopped).toBeDefined()
  expect(world.heard()).toEqual(['stopped'])
  expect(await counts()).toEqual([30, 30])
})

test('who stopped in the middle of it can start again in the middle of it', async () => {
  await flood(30, { 10: 'STOP', 25: 'START' })
  await world.quiet(a)
  const contact = await world.documents.collection('contacts').get('amal')
  expect(contact?.stopped).toBeUndefined()
  expect(world.heard()).toEqual(['stopped', 'started'])
})

test('20 replies of one turn and 20 of twenty turns come in order, through refusals and lost answers', async () => {
  const replies = Array.from({ length: 20 }, (_, n) => `reply ${n}`)
  world.script.all = replies.map(text => says(text))
  let calls = 0
  world.provider.fate = () => {
    calls++
    return calls % 5 === 0 ? { refuse: { kind: 'retry' } } : calls % 7 === 0 ? 'answer_lost' : 'accept'
  }
  await a.receive({ providerId: 'SM100', text: 'all' })
  const turns = Array.from({ length: 20 }, (_, n) => `turn ${n}`)
  for (const [n, text] of turns.entries()) {
    world.clock.pass(4 * SECOND)
    await a.receive({ providerId: id(200 + n), text })
    await a.look()
  }
  await world.quiet(a, 300)
  expect(world.heard()).toEqual([...replies, ...turns])
})
