import type { Conversation, Effect } from '../../../src/domain/conversation'
import { applyEffects } from '../../../src/use-cases/applyEffects'
import { HOUR, MINUTE } from '../../support/sendingWorld'
import { says, type TurnProcess, type TurnWorld, turnWorld } from '../../support/turnWorld'

let world: TurnWorld
let a: TurnProcess
/** The conversation as it was after each commit: what a process that sleeps there still has in its hands. */
let committed: Conversation[]
beforeEach(async () => {
  world = await turnWorld()
  a = world.process('A')
  committed = []
  const { conversations } = a.turns
  a.turns.conversations = {
    ...conversations,
    async commit(...given) {
      const done = await conversations.commit(...given)
      committed.push(await conversations.of('amal', 'house'))
      return done
    },
  }
  await world.documents.collection('enrolments').insert({
    _id: 'spring:amal',
    organisation: 'house',
    campaign: 'spring',
    contact: 'amal',
    audience: 'participant',
    joinedAt: 1,
    companions: 0,
    children: 0,
    needs: [],
    evaluations: {},
    turn: 0,
  } as never)
})
afterEach(() => world.dispose())

const run = (answers: Record<string, unknown>) => ({
  id: 'run',
  dialog: 'intake',
  version: 1,
  answers,
  boxes: {},
  skipped: [],
  misses: 0,
  startedAt: 1,
  askedAt: 1,
  reminded: false,
  closesAt: 9e15,
})

const consent = (state: 'given' | 'withdrawn'): Effect => ({
  do: 'consent',
  purpose: 'C2',
  state,
  version: '1',
  by: 'chat',
})

const TURNS: Record<string, Effect[]> = {
  first: [
    consent('given'),
    { do: 'language', language: 'fr' },
    { do: 'profile', field: 'name', value: 'Old' },
    { do: 'rsvp', campaign: 'spring', rsvp: 'yes' },
    { do: 'enrolment', campaign: 'spring', companions: 1 },
    { do: 'mark', campaign: 'spring', instrument: 'E-01', mark: 'answered' },
    { do: 'keep', run: run({ age: 30 }), complete: false },
    { do: 'timer', run: 'run', what: 'close', at: 1e15 },
    { do: 'task', kind: 'call', reason: 'asked_for_person' },
    says('first'),
  ],
  second: [
    consent('withdrawn'),
    { do: 'language', language: 'nl' },
    { do: 'profile', field: 'name', value: 'New' },
    { do: 'rsvp', campaign: 'spring', rsvp: 'no' },
    { do: 'enrolment', campaign: 'spring', companions: 0 },
    { do: 'mark', campaign: 'spring', instrument: 'E-01', mark: 'declined' },
    { do: 'keep', run: run({ age: 31 }), complete: true },
    says('second'),
  ],
}

const NAMES = [
  'contacts',
  'enrolments',
  'outbox',
  'inbound',
  'tasks',
  'namedReplies',
  'conversations',
] as const
const dump = () => Promise.all(NAMES.map(name => world.documents.collection(name).list({})))

async function talk(...texts: string[]) {
  Object.assign(world.script, TURNS)
  for (const [n, text] of texts.entries()) {
    world.clock.pass(MINUTE)
    await a.receive({ providerId: `SM${n}`, text })
    await a.work()
  }
}

test('the deeds of a turn that are done twice are done once', async () => {
  await talk('first')
  const once = await dump()
  await applyEffects(a.turns, committed[0]!)
  await applyEffects(a.turns, committed[0]!)
  expect(await dump()).toEqual(once)
  expect(once[0]?.[0]).toMatchObject({ name: 'Old', language: 'fr', consents: [{}, { key: 'turn:SM0:0' }] })
  expect(once[1]?.[0]).toMatchObject({ rsvp: 'yes', companions: 1 })
})

test('the consent register gets one line for one deed, whoever does it how often', async () => {
  await talk('first')
  const b = world.process('B')
  await Promise.all([a, b, a, b].map(({ turns }) => applyEffects(turns, committed[0]!)))
  const contact = await world.documents.collection('contacts').get('amal')
  expect(contact?.consents.map(({ key }) => key)).toEqual(['first', 'turn:SM0:0'])
})

test('an older turn that wakes up late undoes nothing of a newer one', async () => {
  await talk('first', 'second')
  const newest = await dump()
  expect(newest[0]?.[0]).toMatchObject({ name: 'New', language: 'nl' })
  world.clock.pass(HOUR)
  await applyEffects(a.turns, committed[0]!)
  expect(await dump()).toEqual(newest)
})

test.each([
  [['STOP', 'START'], undefined],
  [['STOP', 'START', 'STOP'], expect.anything()],
])('of %j only the last word counts, whichever wakes up late', async (texts, stopped) => {
  await talk(...texts)
  await world.quiet(a)
  await world.insert({ _id: 'new', rank: 5, nextAt: world.clock.now() + HOUR })
  const newest = await dump()
  for (const old of [...committed.slice(0, -1), ...committed.slice(0, -1).reverse()])
    await applyEffects(a.turns, old)
  expect(await dump()).toEqual(newest)
  expect((await world.documents.collection('contacts').get('amal'))?.stopped).toEqual(stopped)
})

test('what a person who is gone would have heard is not said, and the turn ends', async () => {
  await talk('first')
  await world.documents.collection('contacts').remove({ _id: 'amal' })
  await world.documents
    .collection('conversations')
    .update({ _id: 'amal' }, { set: { out: [says('to nobody')], hasOut: true, handled: ['SM0'] } })
  const before = await world.documents.collection('outbox').count({})
  await a.work()
  expect(await world.documents.collection('outbox').count({})).toBe(before)
  expect(await world.conversation()).toMatchObject({ hasOut: false, out: [], handled: [] })
})

test.each([
  ['by the channel on which the person wrote last', { heardAt: { whatsapp: 1, sms: 2 } }, 'sms'],
  ['in their own order before they ever wrote', { heardAt: {} }, 'whatsapp'],
  [
    'not where they cannot be reached',
    { heardAt: { whatsapp: 5 }, unreachable: { whatsapp: { at: 1, code: 'x' } } },
    'sms',
  ],
])('a reply goes %s', async (_what, over, channel) => {
  await world.contact({ _id: 'sara', ...over })
  await world.event('staff:1', { kind: 'staff', what: 'hand_back' }, { contact: 'sara' })
  await a.work('sara')
  const [row] = await world.documents.collection('outbox').list({ contact: 'sara' })
  expect(row).toMatchObject({ channel, sender: `house|${channel}`, key: 'turn:staff:1:0' })
})
