import type { AnonymousText } from '../../../src/domain/anonymity/evaluation'
import { readShownTexts, readTextsToReview } from '../../../src/use-cases/readTexts'
import { reviewText, type TextDecision } from '../../../src/use-cases/reviewText'
import { type EvaluationWorld, openEvaluationWorld } from '../../support/evaluationWorld'

const ELS = { _id: 'els', organisation: 'house' }
const asked = { organisation: 'house', evaluations: ['spring:E-02'] }
let world: EvaluationWorld
let deps: Parameters<typeof reviewText>[0]

beforeEach(async () => {
  world = await openEvaluationWorld()
  deps = { ...world.deps, clock: { now: () => 5, monotonic: () => 0 } as typeof deps.clock }
  await keep({ _id: 'dutch', text: 'Ik sprak met Fatima', language: 'nl' })
  await keep({ _id: 'alone', text: 'ጽቡቕ ነይሩ' })
})
afterEach(() => world.dispose())

const keep = (over: Partial<AnonymousText> & { _id: string; text: string }) =>
  world.documents.collection('texts').insert({
    organisation: 'house',
    campaign: 'spring',
    series: 'cafe',
    evaluation: 'spring:E-02',
    dialog: 'participant-survey',
    dialogVersion: 1,
    block: 'block',
    question: 'remark',
    state: 'waiting',
    tags: [],
    rev: 0,
    ...over,
  })
const decide = (text: string, rev: number, decision: TextDecision) =>
  reviewText(deps, ELS, { text, rev, decision })
const shown = () => readShownTexts(world.deps, asked)

test('nobody reads a remark before a reviewer let it through, with words taken out', async () => {
  expect(await shown()).toEqual([])
  const [, dutch] = await readTextsToReview(world, asked, 'els')
  expect(dutch).toMatchObject({ _id: 'dutch', mayShowOriginal: true, state: 'waiting' })
  expect(dutch?.words.filter(({ pointing }) => pointing)).toEqual([{ text: 'Fatima', pointing: true }])
  expect(await decide('dutch', 0, { do: 'show', without: [3] })).toBe(true)
  expect(await shown()).toEqual([
    {
      dialog: 'participant-survey',
      dialogVersion: 1,
      question: 'remark',
      tags: [],
      text: 'Ik sprak met […]',
      language: 'nl',
    },
  ])
})

test('where a language would point to somebody there is a translation, and no sign of what it was', async () => {
  await expect(decide('alone', 0, { do: 'show', without: [] })).rejects.toMatchObject({
    code: 'ARGUMENT_INVALID',
    facts: { field: 'translation' },
  })
  await expect(decide('alone', 0, { do: 'translate', translation: ' ' })).rejects.toMatchObject({
    code: 'ARGUMENT_INVALID',
  })
  await decide('alone', 0, { do: 'translate', translation: 'Het was goed' })
  const [text] = await shown()
  expect(text).toMatchObject({ text: 'Het was goed', translatedBy: 'els' })
  expect(text).not.toHaveProperty('language')
  expect(JSON.stringify(text)).not.toContain('ጽቡቕ')
})

test('two reviewers at once: one decides, the other is told; and what was decided can be undone', async () => {
  const both = [decide('dutch', 0, { do: 'show', without: [] }), decide('dutch', 0, { do: 'refuse' })]
  const [first] = await Promise.all(both).then(done => [done.filter(Boolean).length])
  expect(first).toBe(1)
  expect(await decide('dutch', 1, { do: 'show', without: [] })).toBe(true)
  expect(await decide('dutch', 2, { do: 'wait' })).toBe(true)
  expect(await shown()).toEqual([])
  const kept = await world.documents.collection('texts').get('dutch')
  expect(kept).toMatchObject({ state: 'waiting', rev: 3, text: 'Ik sprak met Fatima' })
  expect(kept).not.toHaveProperty('shown')
})

test('tags are put on by hand: each once, few and short', async () => {
  expect(await decide('dutch', 0, { do: 'tag', tags: [' sfeer', 'sfeer', '', 'uur'] })).toBe(true)
  expect((await world.documents.collection('texts').get('dutch'))?.tags).toEqual(['sfeer', 'uur'])
  await expect(decide('dutch', 1, { do: 'tag', tags: ['x'.repeat(41)] })).rejects.toMatchObject({
    facts: { field: 'tags', most: 10, letters: 40 },
  })
})

test('the audit log knows who, which and what, and no word of it; another organisation sees nothing', async () => {
  await decide('dutch', 0, { do: 'show', without: [] })
  const [entry] = await world.documents.collection('auditLog').list({})
  expect(entry).toEqual({
    _id: entry?._id,
    what: 'text_shown',
    at: 5,
    organisation: 'house',
    by: 'els',
    about: 'dutch',
  })
  const stranger = { _id: 'jo', organisation: 'other' }
  const refused = reviewText(deps, stranger, { text: 'dutch', rev: 1, decision: { do: 'refuse' } })
  await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await readShownTexts(world.deps, { ...asked, organisation: 'other' })).toEqual([])
})

test('where two must read, the first proposes and somebody else decides; what was proposed nobody reads', async () => {
  await world.documents.collection('organisations').update({ _id: 'house' }, { set: { twoReaders: true } })
  const seen = async (reader: string) =>
    (await readTextsToReview(world, asked, reader)).find(({ _id }) => _id === 'dutch')
  const karim = (rev: number, decision: TextDecision) =>
    reviewText(deps, { _id: 'karim', organisation: 'house' }, { text: 'dutch', rev, decision })
  await expect(decide('dutch', 0, { do: 'confirm' })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
  expect(await decide('dutch', 0, { do: 'show', without: [3] })).toBe(true)
  expect(await shown()).toEqual([])
  expect(await seen('els')).toMatchObject({ state: 'proposed', mayConfirm: false, shown: 'Ik sprak met […]' })
  expect(await seen('karim')).toMatchObject({ mayConfirm: true })
  await expect(decide('dutch', 1, { do: 'confirm' })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
  expect(await karim(1, { do: 'wait' })).toBe(true)
  expect(await decide('dutch', 2, { do: 'show', without: [] })).toBe(true)
  const both = await Promise.all([karim(3, { do: 'confirm' }), karim(3, { do: 'confirm' })])
  expect(both.sort()).toEqual([false, true])
  expect(await shown()).toMatchObject([{ text: 'Ik sprak met Fatima' }])
  const log = await world.documents.collection('auditLog').list({ about: 'dutch' })
  expect(log.map(({ what, by }) => `${by} ${what}`).sort()).toEqual([
    'els text_proposed',
    'els text_proposed',
    'karim text_shown',
    'karim text_waits',
  ])
})
