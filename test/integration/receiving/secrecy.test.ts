import { redactAnswers } from '../../../src/use-cases/redactAnswers'
import { HOUR, MINUTE } from '../../support/sendingWorld'
import { type TurnProcess, type TurnWorld, turnWorld } from '../../support/turnWorld'

let world: TurnWorld
let a: TurnProcess
beforeEach(async () => {
  world = await turnWorld()
  a = world.process('A')
  // The bot of these tests writes down the payload it heard; the real one does not.
  world.script[BUTTON] = []
})
afterEach(() => world.dispose())

const SECRET = 'I was treated badly there'
const BUTTON = 'anonymous-evaluation/mood/sad'

/** Everything that rests anywhere in the store. */
async function everything(): Promise<string> {
  const names = [
    'inbound',
    'conversations',
    'contacts',
    'outbox',
    'redactions',
    'tasks',
    'namedReplies',
  ] as const
  const all = await Promise.all(names.map(name => world.documents.collection(name).list({})))
  return JSON.stringify(all)
}

const openDialog = (dialog: string) =>
  world.documents.collection('conversations').update(
    { _id: 'amal' },
    {
      set: {
        state: {
          stack: [
            {
              id: 'script',
              state: {
                id: 'run',
                dialog,
                version: 1,
                question: 'mood',
                answers: {},
                boxes: {},
                skipped: [],
                misses: 0,
                startedAt: 1,
                askedAt: 1,
                reminded: false,
                closesAt: 9e15,
              },
            },
          ],
          waiting: [],
        },
      },
    },
  )

const redactions = () => world.documents.collection('redactions').list({})

test('what somebody wrote rests locked until its turn', async () => {
  await a.receive({
    providerId: 'SM1',
    text: SECRET,
    location: { latitude: 50.123, longitude: 4, label: SECRET },
  })
  const stored = await everything()
  expect(stored).toContain('locked')
  expect(stored).not.toContain(SECRET)
  expect(stored).not.toContain('50.123')
})

test('the same words twice do not look the same', async () => {
  await a.receive({ providerId: 'SM1', text: 'yes' })
  await a.receive({ providerId: 'SM2', text: 'yes' })
  const locked = (await world.documents.collection('inbound').list({})).map(({ event }) =>
    JSON.stringify(event),
  )
  expect(new Set(locked).size).toBe(2)
})

describe('the answer to an open anonymous question', () => {
  beforeEach(async () => {
    world.script[SECRET] = () => []
    await world.conversation()
    await openDialog('anonymous-evaluation')
    await a.receive({ providerId: 'SM1', text: SECRET })
  })

  test('is gone when its turn is done, and will be at the provider', async () => {
    await a.work()
    expect((await world.stored('SM1')).event).toEqual({ kind: 'anonymous', channel: 'whatsapp' })
    expect(await redactions()).toMatchObject([{ _id: 'SM1', tries: 0 }])
  })

  test('is gone also when the bot could make nothing of it', async () => {
    world.script[SECRET] = () => {
      throw new TypeError('cannot')
    }
    for (let n = 0; n < 7; n++) await a.work().catch(() => {})
    expect((await world.stored('SM1')).event).toEqual({ kind: 'anonymous', channel: 'whatsapp' })
    expect(await redactions()).toMatchObject([{ _id: 'SM1' }])
  })

  test('goes in the same write as the turn: a process that dies leaves either both or none', async () => {
    a.script.killAt('turn.afterTries')
    await a.work().catch(() => {})
    expect((await world.stored('SM1')).event.kind).toBe('message')
    expect(await redactions()).toEqual([])
    world.clock.pass(2 * MINUTE)
    const b = world.process('B')
    b.script.killAt('turn.afterCommit')
    await b.work().catch(() => {})
    expect((await world.stored('SM1')).event.kind).toBe('anonymous')
    expect(await redactions()).toHaveLength(1)
  })
})

test('an answer to a question with a name on it stays, locked', async () => {
  await world.conversation()
  await openDialog('intake')
  await a.receive({ providerId: 'SM1', text: 'yes' })
  await a.work()
  expect((await world.stored('SM1')).event.kind).toBe('message')
  expect(await redactions()).toEqual([])
})

test('a late tap on a button of an anonymous dialog that is closed leaves nothing readable', async () => {
  await a.receive({ providerId: 'SM1', text: 'Sad', payload: BUTTON })
  await a.work()
  expect((await world.stored('SM1')).event).toEqual({ kind: 'anonymous', channel: 'whatsapp' })
  expect(await redactions()).toMatchObject([{ _id: 'SM1' }])
})

test('what the provider would not empty is asked again, ever more seldom, and never given up', async () => {
  await world.documents.collection('redactions').insert({ _id: 'SM1', nextAt: 0, tries: 0 })
  const asked: number[] = []
  let works = false
  const began = world.clock.now()
  const deps = {
    documents: world.documents,
    clock: world.clock,
    log: a.deps.log,
    channel: {
      ...a.deps.channel,
      async redact() {
        asked.push((world.clock.now() - began) / MINUTE)
        if (!works) throw new Error('away')
      },
    },
  }
  for (let minute = 0; minute < 64; minute++) {
    await redactAnswers(deps, 10)
    await redactAnswers(deps, 10)
    world.clock.pass(MINUTE)
  }
  expect(asked).toEqual([0, 1, 3, 7, 15, 31, 63])
  world.clock.pass(48 * HOUR)
  await redactAnswers(deps, 10)
  works = true
  world.clock.pass(24 * HOUR)
  await redactAnswers(deps, 10)
  expect(await redactions()).toEqual([])
  const before = asked.length
  world.clock.pass(48 * HOUR)
  await redactAnswers(deps, 10)
  expect(asked).toHaveLength(before)
})

test('a voice that cannot be fetched now is fetched at the next try, and is one answer', async () => {
  await a.receive({ providerId: 'SM0', text: 'hello' })
  await a.work()
  await openDialog('anonymous-evaluation')
  let tries = 0
  const b = world.process('B', {
    hearVoice: async () => {
      if (++tries === 1) throw new Error('away')
      return { sound: 'sound', key: 'key', type: 'audio/ogg' }
    },
  })
  await b.receive({ providerId: 'SM1', media: [{ url: 'https://provider/voice', type: 'audio/ogg' }] })
  await expect(b.work()).rejects.toThrow('away')
  expect(await world.history()).toEqual([])
  for (const _ of ['once', 'twice']) await b.work()
  expect(await world.history()).toHaveLength(1)
  expect(tries).toBe(2)
  expect(await redactions()).toMatchObject([{ _id: 'SM1' }])
})
