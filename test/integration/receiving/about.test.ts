import type { DialogRun } from '../../../src/domain/conversation'
import { noteMeant } from '../../../src/use-cases/noteMeant'
import { takeBackResult } from '../../../src/use-cases/takeBackResult'
import { type TurnWorld, turnWorld } from '../../support/turnWorld'

let world: TurnWorld
beforeEach(async () => {
  world = await turnWorld()
  await enrol('amal', 'partner')
  for (const [_id, name] of [
    ['bea', 'Bea Jansen'],
    ['cem', 'Cem Demir'],
  ] as const) {
    await world.contact({ _id, name })
    await enrol(_id, 'participant')
  }
})
afterEach(() => world.dispose())

const enrol = (contact: string, audience: 'participant' | 'partner') =>
  world.documents.collection('enrolments').insert({
    _id: `spring:${contact}`,
    organisation: 'house',
    campaign: 'spring',
    contact,
    audience,
    joinedAt: 1,
    needs: [],
    evaluations: {},
    turn: 0,
  })

/** Somebody fills in a form about a person, by the name that they remember. */
async function formAbout(who: string) {
  const run = {
    id: 'run:1',
    dialog: 'form',
    version: 1,
    campaign: 'spring',
    answers: { who },
    skipped: [],
  } as unknown as DialogRun
  world.script.FORM = [{ do: 'keep', run, complete: true, about: who }]
  const process = world.process('one')
  await process.receive({ providerId: 'SM1', text: 'FORM' })
  await process.work()
  return world.documents.collection('namedReplies').get('run:1')
}

const waiting = async () =>
  (await world.documents.collection('tasks').list({ state: 'open' })).map(({ _id }) => _id)

test.each([
  ['Bea Jansen', 'bea'],
  ['demir', 'cem'],
  ['Amal', undefined],
  ['somebody else', undefined],
])(
  'a form about %s belongs to the participant of that name, and what was typed stays',
  async (who, about) => {
    const reply = await formAbout(who)
    expect(reply?.about).toBe(about)
    expect(reply?.answers).toEqual({ who })
    // What nobody can find waits for somebody who knows.
    expect(await waiting()).toEqual(about ? [] : ['meant:run:1'])
  },
)

describe('a name that nobody of the event has', () => {
  const tasks = () => world.documents.collection('tasks')
  const reply = () => world.documents.collection('namedReplies').get('run:1')
  const say = async (contact: string | null) =>
    noteMeant(world, (await tasks().get('meant:run:1'))!, contact, 'els')

  beforeEach(() => formAbout('Beatrijs'))

  test('belongs to whom a coordinator chooses, once; a colleague who is later is told', async () => {
    expect(await say('cem')).toBe(true)
    expect(await say('bea')).toBe(false)
    expect(await reply()).toMatchObject({ about: 'cem', answers: { who: 'Beatrijs' } })
    expect(await waiting()).toEqual([])
  })
  test('is nobody’s again when that is taken back, and waits', async () => {
    await say('cem')
    expect(await takeBackResult({ ...world, replan: async () => {} } as never, 'meant:run:1')).toBe(true)
    expect(await reply()).not.toHaveProperty('about')
    expect(await waiting()).toEqual(['meant:run:1'])
  })
  test('can be nobody of them, and never somebody from elsewhere', async () => {
    await expect(say('amal')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await say(null)).toBe(true)
    expect(await reply()).not.toHaveProperty('about')
  })
})
