import { aLetterbox, type BotWorld, botWorld, inDialog, saidIn } from '../../support/botWorld'

/** On WhatsApp it may be spoken. */
const REMARK = 'answers:may_speak + dialogs/participant-survey:remark.ask'

describe('an evaluation without a name', () => {
  test('is not asked twice of who has answered or declined', async () => {
    for (const mark of ['answered', 'declined'] as const) {
      const world = botWorld()
      world.enrolment.evaluations = { 'E-02': mark }
      expect(await world.start('participant-survey')).toEqual([])
    }
  })

  test('is not asked without a letterbox; staff hear of it', async () => {
    const world = botWorld()
    world.letterboxes = {}
    const effects = await world.handle({
      kind: 'start',
      dialog: 'participant-survey',
      campaign: 'spring',
      notAfter: 9e15,
    })
    expect(effects).toEqual([{ do: 'task', kind: 'look', reason: 'letterbox_missing', campaign: 'spring' }])
  })

  test('that is closed is not asked any more, and staff need not hear of it', async () => {
    const world = botWorld()
    world.letterboxes = { 'E-02': aLetterbox({ open: false }) }
    expect(
      await world.handle({ kind: 'start', dialog: 'participant-survey', campaign: 'spring', notAfter: 9e15 }),
    ).toEqual([])
  })

  test('closed in the middle: the answer still counts, with those before, and nothing more is asked', async () => {
    const world = await inDialog('participant-survey')
    await world.write('Start')
    await world.write('4')
    const run = structuredClone(world.state.stack[0]!.state)
    world.letterboxes = { 'E-02': aLetterbox({ open: false }) }
    const effects = await world.handle({ kind: 'message', channel: 'whatsapp', text: '2' })
    expect(saidIn(effects)).toEqual(['answers:question_closed'])
    const [post] = effects.filter(effect => effect.do === 'post')
    expect(Object.keys(post?.run.boxes ?? {})).toEqual([...Object.keys(run.boxes), run.question])
    expect(await world.write('2')).not.toContain('answers:question_closed')
  })

  test('closed while a colleague talks: nothing breaks in, and nothing is asked after it', async () => {
    const world = await inDialog('participant-survey')
    await world.write('Start')
    await world.handle({ kind: 'staff', what: 'take_over' })
    world.letterboxes = { 'E-02': aLetterbox({ open: false }) }
    expect(await world.write('hallo')).toEqual([])
    const back = await world.handle({ kind: 'staff', what: 'hand_back' })
    expect(back.filter(effect => effect.do === 'say')).toEqual([])
    expect(world.state.stack).toEqual([])
  })

  test('leaves no answer in the state or in what is said', async () => {
    const world = await inDialog('participant-survey')
    await world.write('Start')
    for (let question = 0; question < 6; question++) await world.write('overslaan')
    expect(await world.write('kolibrie')).toEqual(['dialogs/participant-survey:done'])
    expect(JSON.stringify(world.state)).not.toContain('kolibrie')
  })
})

describe("an organiser's own question", () => {
  const LOUD = {
    id: 'own_loud',
    kind: 'choice',
    ask: { nl: 'Hoe was het geluid?', fr: 'Comment était le son ?' },
    options: [{ nl: 'Te stil' }, { nl: 'Goed' }, { nl: 'Te luid' }],
  } as const
  const asked = (world: BotWorld, text: string) =>
    world
      .handle({ kind: 'message', channel: 'whatsapp', text })
      .then(said => said.find(one => one.do === 'say'))

  async function atTheOwnQuestion() {
    const world = botWorld()
    world.letterboxes['E-02'] = aLetterbox({ ownQuestions: [structuredClone(LOUD) as never] })
    const [invites] = await world.handle({
      kind: 'start',
      dialog: 'participant-survey',
      campaign: 'spring',
      notAfter: 9e15,
    })
    await world.write('Start')
    for (let question = 0; question < 5; question++) await world.write('overslaan')
    return { world, invites }
  }

  test('comes before the last words, and the invitation counts it', async () => {
    const { world } = await atTheOwnQuestion()
    const own = await asked(world, 'overslaan')
    expect(own).toMatchObject({ say: { question: { id: 'own_loud', own: LOUD } } })
    expect(await world.write('te luid')).toEqual([REMARK])
    expect(Object.keys(world.state.stack[0]!.state.boxes)).toEqual(['own_loud'])
  })

  test('is understood by number and button, explained on request, and refused kindly', async () => {
    const { world } = await atTheOwnQuestion()
    await world.write('overslaan')
    expect(await world.write('help')).toEqual([
      'answers:own_question + dialogs/participant-survey:own_loud.ask',
    ])
    expect(await world.write('fiets')).toEqual([
      'answers:problem.not_an_option + dialogs/participant-survey:own_loud.ask',
    ])
    expect(await world.write('2')).toEqual([REMARK])
    expect(await world.write('', 'participant-survey/own_loud/option_3')).toEqual([REMARK])
  })

  test('stays in a run that began with it, whatever the organiser does meanwhile', async () => {
    const { world, invites } = await atTheOwnQuestion()
    expect(invites).toBeDefined()
    world.letterboxes['E-02'] = aLetterbox()
    expect(await asked(world, 'overslaan')).toMatchObject({ say: { question: { id: 'own_loud' } } })
  })
})
