import { aLetterbox, type BotWorld, botWorld, consented, inDialog, saidIn } from '../../support/botWorld'

const unknown = consented({ consents: [] })
const open = (world: BotWorld) => world.state.stack.map(({ id }) => id)

describe('the two faces of the event one is at', () => {
  const ASKED = ['dialogs/smiley-evaluation:overall.ask']

  test('its word starts them at once, as an answer that waits for no hour', async () => {
    const effects = await botWorld().handle({ kind: 'message', channel: 'whatsapp', text: 'Smileys' })
    expect(saidIn(effects)).toEqual(ASKED)
    expect(effects.find(({ do: what }) => what === 'say')).toMatchObject({ rank: 0 })
    expect(effects).toContainEqual({ do: 'mark', campaign: 'spring', instrument: 'E-01', mark: 'invited' })
  })

  test('a question that was still open about this event gives way; asked twice is asked again', async () => {
    const world = await inDialog('reminder')
    expect(await world.write('smiley')).toEqual(ASKED)
    expect(await world.write('smileys')).toEqual(ASKED)
    expect(open(world)).toEqual(['smiley-evaluation'])
  })

  test('an open evaluation is finished first, and nothing of it is lost', async () => {
    const world = await inDialog('participant-survey')
    expect(await world.write('smileys')).toEqual(['dialogs/participant-survey:start.ask'])
    expect(world.state.waiting).toMatchObject([{ dialog: 'smiley-evaluation', campaign: 'spring' }])
  })

  test.each([
    ['answered', 'system:smileys.answered'],
    ['declined', 'answers:question_closed'],
  ] as const)('who %s is asked no second time', async (mark, said) => {
    const world = botWorld()
    world.enrolment = { ...world.enrolment, evaluations: { 'E-01': mark } }
    expect(await world.write('smileys')).toEqual([said])
  })

  test('before the event, and after its close, there is nothing to answer', async () => {
    const early = botWorld()
    early.now = Date.parse('2026-11-26T08:59:00+01:00')
    expect(await early.write('smileys')).toEqual(['system:smileys.none'])
    const closed = botWorld()
    closed.letterboxes['E-01'] = aLetterbox({ open: false })
    expect(await closed.write('smileys')).toEqual(['system:smileys.none'])
  })

  test('whom we do not know at an event is told who we are', async () => {
    const world = botWorld(unknown)
    world.letterboxes = {}
    expect(await world.write('smileys')).toEqual(['dialogs/welcome-and-consent:agree.ask'])
  })
})
