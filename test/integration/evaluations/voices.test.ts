import type { DialogRun } from '../../../src/domain/conversation'
import type { Spoken } from '../../../src/domain/dialog/definition'
import type { FetchedMedia } from '../../../src/ports/channel'
import { closeEvaluations } from '../../../src/use-cases/closeEvaluations'
import { forgetSounds } from '../../../src/use-cases/forgetSounds'
import { hearVoice } from '../../../src/use-cases/hearVoice'
import { readSound } from '../../../src/use-cases/readSound'
import { readShownTexts, readTextsToReview } from '../../../src/use-cases/readTexts'
import { reviewText, type TextDecision } from '../../../src/use-cases/reviewText'
import {
  anEvaluation,
  CLOSES,
  DAY,
  type EvaluationWorld,
  openEvaluationWorld,
  type Said,
} from '../../support/evaluationWorld'
import { everythingStored } from '../../support/everythingStored'
import { fakeClock } from '../../support/fakeClock'

const SURVEY = 'spring:E-02'
const ELS = { _id: 'els', organisation: 'house' }
const asked = { organisation: 'house', evaluations: [SURVEY] }
const SAID = Buffer.from('OggS: ik vond de koffie koud')
let world: EvaluationWorld
let now = CLOSES
let fetched: FetchedMedia | Error

beforeEach(async () => {
  world = await openEvaluationWorld()
  now = CLOSES
  fetched = { type: 'audio/ogg; codecs=opus', bytes: SAID }
  await openSurvey('spring')
})
afterEach(() => world.dispose())

async function openSurvey(campaign: string, closesOn = '2026-12-20'): Promise<void> {
  await world.event(campaign)
  await world.open(
    anEvaluation({
      _id: `${campaign}:E-02`,
      campaign,
      dialog: 'participant-survey',
      instrument: 'E-02',
      closesOn,
    }),
  )
}

const run = (over: Partial<DialogRun> = {}): DialogRun => ({
  id: 'run',
  dialog: 'participant-survey',
  version: 1,
  campaign: 'spring',
  question: 'remark',
  answers: {},
  boxes: {},
  skipped: [],
  misses: 0,
  startedAt: 0,
  askedAt: 0,
  reminded: false,
  closesAt: CLOSES,
  ...over,
})
const note = { url: 'https://provider/voice', type: 'audio/ogg' }
const hear = (over?: Partial<DialogRun>, media = [note]) =>
  hearVoice(
    {
      ...world.deps,
      channel: {
        fetchMedia: async () => {
          if (fetched instanceof Error) throw fetched
          return fetched
        },
      },
    },
    run(over),
    { kind: 'message', channel: 'whatsapp', text: '', media },
  )
const spoke = async (campaign = 'spring') => (await hear({ campaign })) as Spoken
const person = (remark?: string | Spoken, language = 'nl'): Said => ({
  answers: { supervisors: 4, ...(remark ? { remark } : {}) },
  language,
})
const post = (people: readonly Said[], campaign = 'spring') =>
  world.post(`${campaign}:E-02`, people.map(world.letterOf))
const look = async (days = 1) => {
  now = CLOSES + days * DAY
  for (const _ of ['once', 'twice']) await closeEvaluations(world.deps, now)
}
const deps = () => ({ ...world.deps, clock: fakeClock(now) })
const decide = (text: string, rev: number, decision: TextDecision) =>
  reviewText(deps(), ELS, { text, rev, decision })
const toReview = (evaluations = [SURVEY]) => readTextsToReview(world, { ...asked, evaluations }, 'els')
const voices = async () => (await toReview()).filter(({ isSpoken }) => isSpoken)
const sounds = () => world.documents.collection('sounds').list({})
const six = async (voiced: number) => {
  for (let index = 0; index < 6; index++)
    await post([person(index < voiced ? await spoke() : `woord ${index}`)])
}

describe('hearing', () => {
  test('it rests locked; the key is with whoever answers, and nowhere else', async () => {
    const heard = await spoke()
    expect(heard).toMatchObject({ type: 'audio/ogg' })
    const stored = JSON.stringify(await everythingStored(world.documents))
    for (const secret of [SAID.toString('utf8'), SAID.toString('base64'), heard.key])
      expect(stored).not.toContain(secret)
    expect(await sounds()).toEqual([{ _id: heard.sound, evaluation: SURVEY, locked: expect.any(String) }])
  })

  test.each([
    ['a face', { question: 'supervisors' }],
    ['something with a name on it', { dialog: 'reflection', question: 'difficult' }],
    ['nothing that is open', { question: 'gone' }],
  ])('it is no answer to %s', async (_, over) => {
    expect(await hear(over)).toBeUndefined()
    expect(await sounds()).toEqual([])
  })

  test('a picture is no voice, and two notes are two answers', async () => {
    expect(await hear({}, [{ ...note, type: 'image/png' }])).toBeUndefined()
    expect(await hear({}, [note, note])).toEqual({ problem: 'more_than_one' })
  })

  test.each<[string, FetchedMedia, string]>([
    ['what is gone', { problem: 'gone' }, 'voice_gone'],
    ['what is elsewhere', { problem: 'elsewhere' }, 'voice_gone'],
    ['what the provider finds too large', { problem: 'too_large' }, 'voice_too_long'],
    ['a speech', { type: 'audio/ogg', bytes: Buffer.alloc(1_000_001) }, 'voice_too_long'],
    ['what only says it is one', { type: 'text/html', bytes: SAID }, 'voice_gone'],
  ])('%s is asked for again', async (_, given, problem) => {
    fetched = given
    expect(await hear()).toEqual({ problem })
    expect(await sounds()).toEqual([])
  })

  test('a provider that is away makes the turn wait', async () => {
    fetched = new Error('away')
    await expect(hear()).rejects.toThrow('away')
  })
})

describe('writing down', () => {
  test('the reviewer hears it, writes it down, and the sound is gone; then it is read as any other', async () => {
    await six(1)
    await look()
    const [voice] = await voices()
    expect(voice).toMatchObject({ words: [], state: 'waiting', language: 'nl' })
    expect(await readSound(world.deps, asked, voice!._id)).toEqual({ type: 'audio/ogg', bytes: SAID })
    expect(JSON.stringify(await everythingStored(world.documents))).not.toContain('koffie')
    await expect(decide(voice!._id, 0, { do: 'show', without: [] })).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
      facts: { field: 'words' },
    })
    const words = 'Ik vond de koffie koud'
    const both = [0, 0].map(rev => decide(voice!._id, rev, { do: 'write_down', words }))
    expect((await Promise.all(both)).sort()).toEqual([false, true])
    expect(await sounds()).toEqual([])
    await expect(readSound(world.deps, asked, voice!._id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(decide(voice!._id, 1, { do: 'write_down', words: 'iets anders' })).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
    })
    await decide(voice!._id, 1, { do: 'show', without: [] })
    // One alone spoke: nothing says that it was a voice.
    expect(await readShownTexts(world, asked)).toEqual([
      expect.not.objectContaining({ writtenDownBy: expect.anything() }),
    ])
    expect(await world.documents.collection('texts').get(voice!._id)).toMatchObject({ text: words })
    const log = await world.documents.collection('auditLog').list({ about: voice!._id })
    expect(log.map(({ what }) => what).sort()).toEqual(['text_shown', 'text_written_down'])
  })

  test('where five spoke it says who wrote it down', async () => {
    await six(5)
    await look()
    const [voice] = await voices()
    await decide(voice!._id, 0, { do: 'write_down', words: 'koud' })
    await decide(voice!._id, 1, { do: 'show', without: [] })
    expect(await readShownTexts(world, asked)).toMatchObject([
      { text: 'koud', language: 'nl', writtenDownBy: 'els' },
    ])
  })

  test('a voice can be translated at once; then its own words and its language never were there', async () => {
    await six(6)
    await look()
    const [voice] = await voices()
    await expect(decide(voice!._id, 0, { do: 'translate', translation: ' ' })).rejects.toMatchObject({
      facts: { field: 'translation' },
    })
    await decide(voice!._id, 0, { do: 'translate', translation: 'The coffee was cold' })
    const [text] = await readShownTexts(world, asked)
    expect(text).toMatchObject({ text: 'The coffee was cold', translatedBy: 'els' })
    expect(await sounds()).toHaveLength(5)
    await decide(voice!._id, 1, { do: 'wait' })
    expect((await toReview()).find(({ _id }) => _id === voice!._id)).toMatchObject({
      mayShowOriginal: false,
      isSpoken: false,
    })
  })

  test('one that nobody can write down is deleted, and nothing brings it back', async () => {
    await six(1)
    await look()
    const [voice] = await voices()
    await decide(voice!._id, 0, { do: 'refuse' })
    expect(await sounds()).toEqual([])
    await expect(decide(voice!._id, 1, { do: 'wait' })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
  })

  test('nobody hears one of an evaluation that is not theirs to read', async () => {
    await six(1)
    await look()
    const [voice] = await voices()
    for (const other of [
      { ...asked, organisation: 'other' },
      { ...asked, evaluations: ['autumn:E-02'] },
    ])
      await expect(readSound(world.deps, other, voice!._id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('after thirty days it goes, written down or not', async () => {
    await six(2)
    await look()
    const [first, second] = await voices()
    await decide(first!._id, 0, { do: 'write_down', words: 'koud' })
    now += 30 * DAY
    await forgetSounds(deps())
    expect(await sounds()).toHaveLength(1)
    now += DAY
    for (const _ of ['once', 'twice']) await forgetSounds(deps())
    expect(await sounds()).toEqual([])
    const texts = world.documents.collection('texts')
    expect(await texts.get(second!._id)).toMatchObject({ state: 'refused', text: '', rev: 1 })
    expect(await texts.get(first!._id)).toMatchObject({ state: 'waiting', text: 'koud' })
  })
})

describe('waiting', () => {
  test('few people’s voices wait with those of other events, and are heard there', async () => {
    await openSurvey('summer')
    for (const campaign of ['spring', 'summer'])
      for (let index = 0; index < 3; index++) await post([person(await spoke(campaign))], campaign)
    await look()
    const pool = (await world.documents.collection('evaluations').first({ campaign: 'pool:cafe' }))!._id
    await look()
    const texts = await toReview([pool])
    expect(texts.map(({ isSpoken }) => isSpoken)).toEqual(Array(6).fill(true))
    const own = { ...asked, evaluations: [pool] }
    for (const { _id } of texts) expect((await readSound(world.deps, own, _id)).bytes).toEqual(SAID)
  })

  test('a voice in a pool outlasts the key of its event, also when the others come much later', async () => {
    await openSurvey('summer', '2026-12-30')
    for (let index = 0; index < 3; index++) await post([person(await spoke())])
    await look()
    await look(5)
    expect(await world.documents.collection('evaluationKeys').get(SURVEY)).toBeNull()
    const pool = (await world.documents.collection('evaluations').first({ campaign: 'pool:cafe' }))!._id
    expect(await sounds()).toMatchObject(Array(3).fill({ evaluation: pool }))
    for (let index = 0; index < 3; index++) await post([person(await spoke('summer'))], 'summer')
    await look(11)
    await look(11)
    expect((await toReview([pool])).map(({ isSpoken }) => isSpoken)).toEqual(Array(6).fill(true))
    for (const { _id } of await toReview([pool]))
      expect((await readSound(world.deps, { ...asked, evaluations: [pool] }, _id)).bytes).toEqual(SAID)
  })

  test('whose answer was dropped has left noise, which goes with the key of the evaluation', async () => {
    await spoke()
    await six(1)
    await look()
    expect(await sounds()).toHaveLength(2)
    await look(5)
    expect(await sounds()).toMatchObject([{ text: expect.any(String) }])
  })

  test('a voice whose sound is gone keeps nobody’s answers waiting', async () => {
    const heard = await spoke()
    await world.documents.collection('sounds').remove({ _id: heard.sound })
    await post([person(heard)])
    await six(0)
    await look()
    expect(await toReview()).toHaveLength(6)
    expect(await world.letters(SURVEY)).toEqual([])
  })
})
