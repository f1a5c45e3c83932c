import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { type BotWorld, botWorld, consented, HOUR, inDialog, saidIn } from '../../support/botWorld'

const ROOT = join(__dirname, '../../..')
const stopped = consented({ stopped: { at: 1 } })
const unknown = consented({ consents: [] })
const open = (world: BotWorld) => world.state.stack.map(({ id }) => id)

describe('stop', () => {
  test.each(['STOP', 'stop!', 'توقف', 'arrêt', 'Стоп'])(
    '%s ends everything at once, with one confirmation',
    async word => {
      const world = await inDialog()
      await world.start('preparation')
      const effects = await world.handle({ kind: 'message', channel: 'whatsapp', text: word })
      expect(effects).toContainEqual({ do: 'stop' })
      expect(effects.filter(({ do: what }) => what === 'say')).toEqual([
        { do: 'say', say: { text: 'system:stopped' }, rank: 1, purpose: 'C1', last: true },
      ])
      expect(world.state).toEqual({ stack: [], waiting: [] })
    },
  )

  test('a second STOP is not confirmed again', async () => {
    expect(await botWorld(stopped).handle({ kind: 'message', channel: 'sms', text: 'stop' })).toEqual([])
  })

  test('the sealed answers of an open evaluation are dropped', async () => {
    const world = await inDialog('participant-survey')
    await world.write('Start')
    await world.write('4')
    const effects = await world.handle({ kind: 'message', channel: 'whatsapp', text: 'stop' })
    expect(effects).toContainEqual({ do: 'mark', campaign: 'spring', instrument: 'E-02', mark: 'declined' })
    expect(effects.some(({ do: what }) => what === 'post')).toBe(false)
  })

  test('it also stops somebody who talks with a person', async () => {
    const world = botWorld()
    await world.handle({ kind: 'staff', what: 'take_over' })
    expect(await world.write('stop')).toEqual(['system:stopped'])
  })

  test('after it, only START and the wish for a person are heard', async () => {
    const world = botWorld(stopped)
    expect(await world.write('hello?')).toEqual([])
    const human = await world.handle({ kind: 'message', channel: 'whatsapp', text: 'mens' })
    expect(human).toEqual([{ do: 'task', kind: 'handover', reason: 'asked_for_person' }])
    const start = await world.handle({ kind: 'message', channel: 'whatsapp', text: 'START' })
    expect(start[0]).toEqual({ do: 'start_again' })
    expect(saidIn(start)).toEqual(['system:started'])
  })

  test('nothing planned begins after it', async () => {
    expect(
      await botWorld(stopped).handle({ kind: 'start', dialog: 'rsvp', campaign: 'spring', notAfter: 9e15 }),
    ).toEqual([])
  })

  test('a word that may mean stop is asked about, and the answer obeyed', async () => {
    const world = await inDialog()
    expect(await world.write('ik wil stop')).toEqual(['system:maybe_stop.ask'])
    expect(await world.write('', 'confirm:no')).toEqual(['system:maybe_stop.kept + dialogs/rsvp:coming.ask'])
    await world.write('ik wil stop')
    expect(await world.write('ja')).toEqual(['system:stopped'])
  })

  test('where there are no buttons, their numbers will do', async () => {
    const world = await inDialog()
    await world.write('ik wil stop')
    expect(await world.write('2')).toEqual(['system:maybe_stop.kept + dialogs/rsvp:coming.ask'])
  })
})

describe('the first contact', () => {
  test('says who we are and asks, whatever was written', async () => {
    const world = botWorld(unknown)
    const effects = await world.handle({ kind: 'message', channel: 'whatsapp', text: 'hallo' })
    expect(saidIn(effects)).toEqual(['dialogs/welcome-and-consent:agree.ask'])
    expect(effects).toContainEqual(expect.objectContaining({ do: 'consent', purpose: 'C1', state: 'asked' }))
    expect(effects.find(({ do: what }) => what === 'say')).toMatchObject({ rank: 0 })
  })

  test('a yes is the consent', async () => {
    const world = botWorld(unknown)
    await world.write('hallo')
    const effects = await world.handle({ kind: 'message', channel: 'whatsapp', text: 'نعم' })
    expect(effects).toContainEqual(expect.objectContaining({ do: 'consent', purpose: 'C1', state: 'given' }))
    expect(saidIn(effects)).toEqual([
      'dialogs/welcome-and-consent:agree.acknowledge_yes + dialogs/welcome-and-consent:language.ask',
    ])
  })

  test('STOP is obeyed before anything is asked', async () => {
    expect(await botWorld(unknown).write('STOP')).toEqual(['system:stopped'])
  })

  test('who said no is not asked again, unless they write START', async () => {
    const refused = botWorld(
      consented({
        consents: [
          { key: 'a', purpose: 'C1', state: 'withdrawn', version: '1', language: 'nl', at: 1, by: 'chat' },
        ],
      }),
    )
    expect(await refused.write('hallo')).toEqual(['system:chatter'])
    expect(await refused.write('start')).toEqual(['dialogs/welcome-and-consent:agree.ask'])
  })
})

describe('one open question at a time', () => {
  test('a second dialog waits until the first is answered', async () => {
    const world = await inDialog()
    expect(await world.start('preparation')).toEqual([])
    expect(await world.write('nee')).toEqual([
      'dialogs/rsvp:coming.acknowledge_no + dialogs/rsvp:declined',
      'dialogs/preparation:employer.ask',
    ])
    expect(open(world)).toEqual(['preparation'])
  })

  test('what waited too long is dropped', async () => {
    const world = await inDialog()
    await world.start('preparation', { notAfter: world.now + HOUR })
    world.now += 2 * HOUR
    expect(await world.write('nee')).toEqual(['dialogs/rsvp:coming.acknowledge_no + dialogs/rsvp:declined'])
    expect(world.state.waiting).toEqual([])
  })

  test('the same dialog of the same campaign is asked again with its new words', async () => {
    const world = await inDialog()
    const opening = { text: 'timelines/networking-event:invitation_repeat' }
    expect(await world.start('rsvp', { opening })).toEqual(['timelines/networking-event:invitation_repeat'])
    expect(open(world)).toEqual(['rsvp'])
  })

  test('the same dialog waits only once', async () => {
    const world = await inDialog()
    await world.start('preparation')
    await world.start('preparation')
    expect(world.state.waiting).toHaveLength(1)
  })

  test('a start that comes too late is dropped', async () => {
    expect(await botWorld().start('rsvp', { notAfter: 1 })).toEqual([])
  })

  test('the opening of a step goes by SMS when WhatsApp does not bring it', async () => {
    const [say] = await botWorld().handle({
      kind: 'start',
      dialog: 'rsvp',
      campaign: 'spring',
      step: 'invitation',
      notAfter: 9e15,
    })
    expect(say).toMatchObject({ do: 'say', rank: 5, step: 'invitation', fallbackAfterMs: expect.any(Number) })
  })
})

describe('language', () => {
  test('the command shows the languages; a tap changes it and asks again', async () => {
    const world = await inDialog()
    expect(await world.write('taal')).toEqual(['system:language.ask'])
    const effects = await world.handle({
      kind: 'message',
      channel: 'whatsapp',
      text: 'العربية',
      payload: 'language:ar',
    })
    expect(effects).toContainEqual({ do: 'language', language: 'ar' })
    expect(effects).toContainEqual(expect.objectContaining({ do: 'say', language: 'ar' }))
    expect(saidIn(effects)).toEqual(['system:language.done + dialogs/rsvp:coming.ask'])
  })

  test('the name of a language is offered in that language, and changes after a yes', async () => {
    const world = botWorld()
    const offer = await world.handle({ kind: 'message', channel: 'whatsapp', text: 'العربية' })
    expect(offer).toEqual([
      expect.objectContaining({
        say: expect.objectContaining({ text: 'system:language.offer' }),
        language: 'ar',
      }),
    ])
    const change = await world.handle({ kind: 'message', channel: 'whatsapp', text: 'نعم' })
    expect(change[0]).toEqual({ do: 'language', language: 'ar' })
  })

  test('a no keeps the language', async () => {
    const world = botWorld()
    await world.write('English')
    expect(await world.write('', 'confirm:no')).toEqual(['system:language.kept'])
  })

  test('in an open text a name of a language is an answer', async () => {
    const world = await inDialog('preparation')
    expect(await world.write('Frans')).toEqual(['dialogs/preparation:question.ask'])
  })
})

describe('a person', () => {
  test('is called at once, in any language, and the open question stays', async () => {
    const world = await inDialog()
    const effects = await world.handle({ kind: 'message', channel: 'whatsapp', text: 'شخص' })
    expect(effects).toContainEqual({
      do: 'task',
      kind: 'handover',
      reason: 'asked_for_person',
      campaign: 'spring',
    })
    expect(saidIn(effects)).toEqual(['system:human'])
    expect(open(world)).toEqual(['rsvp'])
  })

  test('who takes over silences the bot until they hand back', async () => {
    const world = await inDialog()
    expect(await world.handle({ kind: 'staff', what: 'take_over' })).toEqual([])
    expect(await world.write('ja')).toEqual([])
    expect(await world.start('preparation')).toEqual([])
    expect(saidIn(await world.handle({ kind: 'staff', what: 'hand_back' }))).toEqual([
      'system:bot_again + dialogs/rsvp:coming.ask',
    ])
    expect(await world.write('nee')).toContain('dialogs/preparation:employer.ask')
  })

  test('a reminder does not break in', async () => {
    const world = await inDialog('intake')
    await world.handle({ kind: 'staff', what: 'take_over' })
    const { id: run, remindAt } = world.state.stack[0]!.state
    world.now = remindAt!
    expect(await world.handle({ kind: 'timer', run, what: 'remind' })).toEqual([])
  })

  test('after two misses, their number calls one', async () => {
    const world = await inDialog()
    await world.write('blabla')
    expect(await world.write('blabla')).toEqual(['answers:stuck'])
    expect(await world.write('2')).toEqual(['system:human'])
  })
})

describe('timers', () => {
  test('one reminder, then it closes', async () => {
    const world = await inDialog('intake')
    await world.write('ja')
    const run = world.state.stack[0]!.state.id
    world.now = world.state.stack[0]!.state.remindAt!
    expect(saidIn(await world.handle({ kind: 'timer', run, what: 'remind' }))).toEqual([
      'answers:reminder + dialogs/intake:call_name.ask',
    ])
    expect(await world.handle({ kind: 'timer', run, what: 'remind' })).toEqual([])
    world.now = world.state.stack[0]!.state.closesAt
    expect(saidIn(await world.handle({ kind: 'timer', run, what: 'close' }))).toEqual([
      'dialogs/intake:closed',
    ])
    expect(open(world)).toEqual([])
  })

  test('who never began hears nothing when it closes', async () => {
    const world = await inDialog('intake')
    const run = world.state.stack[0]!.state.id
    world.now = world.state.stack[0]!.state.closesAt
    expect(await world.handle({ kind: 'timer', run, what: 'close' })).toEqual([])
    expect(open(world)).toEqual([])
  })

  test('a timer of a run that is over has nothing to say', async () => {
    const world = await inDialog()
    expect(await world.handle({ kind: 'timer', run: 'run:other', what: 'close' })).toEqual([])
    expect(open(world)).toEqual(['rsvp'])
  })
})

describe('out of the blue', () => {
  test('one kind line how to get help, and not again within the hour', async () => {
    const world = botWorld()
    expect(await world.write('mooi weer')).toEqual(['system:chatter'])
    expect(await world.write('echt waar')).toEqual([])
    world.now += HOUR
    expect(await world.write('hoor je me')).toEqual(['system:chatter'])
  })

  test('a button of a question that is closed says so', async () => {
    expect(await botWorld().write('Ja', 'rsvp/coming/yes')).toEqual(['answers:question_closed'])
    const world = await inDialog('preparation')
    expect(await world.write('Ja', 'rsvp/coming/yes')).toEqual([
      'answers:question_closed + dialogs/preparation:employer.ask',
    ])
  })

  test('help tells who can be called', async () => {
    expect(await botWorld().write('help')).toEqual(['system:help'])
  })

  test('a quiet question lets other words be', async () => {
    const world = await inDialog('reminder')
    expect(await world.write('mooi weer')).toEqual(['system:chatter'])
    expect(open(world)).toEqual(['reminder'])
  })
})

const NO_TEXT: [name: string, message: object][] = [
  ['a voice note', { media: [{ url: 'https://media.example/1', type: 'audio/ogg' }] }],
  ['a picture', { media: [{ url: 'https://media.example/1', type: 'image/jpeg' }] }],
  ['a location', { location: { latitude: 51, longitude: 3 } }],
]

test.each(NO_TEXT)('%s where words are asked is kindly refused', async (_, message) => {
  const world = await inDialog('preparation')
  const effects = await world.handle({ kind: 'message', channel: 'whatsapp', text: '', ...message })
  expect(saidIn(effects)).toEqual(['answers:problem.text_please + dialogs/preparation:employer.ask'])
})

test('ten thousand letters are too many, and nothing breaks', async () => {
  const world = await inDialog('preparation')
  expect(await world.write('a'.repeat(10_000))).toEqual([
    'answers:problem.too_long + dialogs/preparation:employer.ask',
  ])
})

test('a word of the list is an answer although it is also a command', async () => {
  const world = await inDialog('participant-survey')
  expect(await world.write('start')).toEqual(['dialogs/participant-survey:supervisors.ask'])
})

test('a run that nobody can go on with is shown to staff, and the person goes on with what waits', async () => {
  for (const spoil of [{ version: 99 }, { question: 'gone' }]) {
    const world = await inDialog()
    await world.start('preparation')
    Object.assign(world.state.stack[0]!.state, spoil)
    const effects = await world.handle({ kind: 'message', channel: 'whatsapp', text: 'help' })
    expect(effects).toContainEqual({ do: 'task', kind: 'look', reason: 'dialog_missing' })
    expect(open(world)).toEqual(['preparation'])
  }
})

test('botbuilder comes without its recognizers', () => {
  const script = `
    require('tsx/cjs')
    require('./src/bot/bot.ts')
    const loaded = Object.keys(require.cache)
    console.log(JSON.stringify(loaded.filter(file => /node_modules/.test(file)).map(file => file.split('node_modules/').at(-1))))`
  const loaded: string[] = JSON.parse(
    execFileSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' }),
  )
  expect(loaded).toContainEqual(expect.stringMatching(/^botbuilder-dialogs\/lib\/dialogSet/))
  expect(
    loaded.filter(file => /^(@microsoft\/recognizers|adaptive-expressions|botbuilder\/)/.test(file)),
  ).toEqual([])
})
