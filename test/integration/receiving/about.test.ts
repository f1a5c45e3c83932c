import type { DialogRun } from '../../../src/domain/conversation'
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
  },
)
