import { closeEvaluations, closeNow } from '../../../src/use-cases/closeEvaluations'
import {
  anEvaluation,
  CLOSES,
  DAY,
  type EvaluationWorld,
  openEvaluationWorld,
  type Said,
} from '../../support/evaluationWorld'

const POOL = 'pool:house:cafe:E-02:chat:1:2026-12-21'
let world: EvaluationWorld
beforeEach(async () => {
  world = await openEvaluationWorld()
})
afterEach(() => world.dispose())

const person = (place: number, remark?: string, language = 'nl'): Said => ({
  answers: { supervisors: 1 + (place % 5), dare: 'yes', ...(remark ? { remark } : {}) },
  language,
})

async function event(name: string, people: readonly Said[], over = {}): Promise<string> {
  await world.event(name)
  const one = anEvaluation({
    _id: `${name}:E-02`,
    campaign: name,
    dialog: 'participant-survey',
    instrument: 'E-02',
    ...over,
  })
  await world.open(one)
  await world.post(one._id, people.map(world.letterOf))
  return one._id
}
const look = async (days = 1) => {
  for (const _ of ['once', 'twice']) await closeEvaluations(world.deps, CLOSES + days * DAY)
}
const several = (count: number) => Array.from({ length: count }, (_, place) => person(place))

test('fewer than five answers wait for those of other events of the series, then are one block that names the events', async () => {
  const names = ['spring', 'summer', 'autumn']
  for (const [index, count] of [2, 2, 1].entries()) await event(names[index]!, several(count))
  await look()
  for (const name of names)
    expect(await world.everythingOf(`${name}:E-02`)).toEqual({
      replies: [],
      texts: [],
      ledger: [],
      letters: [],
    })
  expect(await world.letters(POOL)).toHaveLength(5)
  expect((await world.evaluation(POOL))?.pooled).toEqual(['autumn', 'spring', 'summer'])
  await event('winter', several(1), { closesOn: '2026-12-21' })
  await look(2)
  const { ledger, replies, letters } = await world.everythingOf(POOL)
  expect([replies, letters]).toEqual([[], []])
  expect(ledger.find(({ question }) => question === 'supervisors')).toMatchObject({
    people: 6,
    label: '',
    pooled: ['autumn', 'spring', 'summer', 'winter'],
    printed: { n: 6 },
  })
  expect(await world.evaluation(POOL)).toMatchObject({ pooled: [], sealed: 6, state: 'open' })
})

test('answers of an event that is alone in its series are never read', async () => {
  const id = await event('spring', several(4))
  await look()
  expect(await world.letters(id)).toHaveLength(4)
  await look(5)
  expect(await world.letters(id)).toEqual([])
  expect(await world.documents.collection('ledger').list({})).toEqual([])
})

test('a pool that nobody joins any more goes, with its key and what is in it', async () => {
  await event('spring', several(3))
  await world.event('summer')
  await look()
  expect(await world.letters(POOL)).toHaveLength(3)
  await look(370)
  expect(await world.letters(POOL)).toEqual([])
  expect(await world.documents.collection('evaluationKeys').get(POOL)).toBeNull()
  expect(await world.evaluation(POOL)).toMatchObject({ state: 'closed' })
})

const remarking = (count: number, remarks: readonly string[], language?: string) =>
  Array.from({ length: count }, (_, place) => person(place, remarks[place], language))

test('remarks of many are read with their block, the language only where five used it', async () => {
  const people = [...remarking(8, ['goed', 'beter'], 'nl'), ...remarking(2, ['ጽቡቕ'], 'ti')]
  const id = await event('spring', people)
  await look()
  const { texts } = await world.everythingOf(id)
  const read = texts.map(({ text, language, state }) => [text, language, state])
  expect(read.sort()).toEqual([
    ['beter', 'nl', 'waiting'],
    ['goed', 'nl', 'waiting'],
    ['ጽቡቕ', undefined, 'waiting'],
  ])
})

test('remarks of a small block, or fewer than three, wait until five people of the series made one', async () => {
  await event('spring', remarking(5, ['een', 'twee', 'drie']))
  await event('summer', remarking(12, ['vier']))
  await look()
  expect(await world.documents.collection('texts').list({})).toEqual([])
  expect(await world.letters(`${POOL}:remarks`)).toHaveLength(4)
  await event('autumn', remarking(12, ['vijf']), { closesOn: '2026-12-21' })
  await look(2)
  const texts = await world.documents.collection('texts').list({})
  expect(texts.map(({ text }) => text).sort()).toEqual(['drie', 'een', 'twee', 'vier', 'vijf'])
  expect(texts.every(({ evaluation, campaign }) => evaluation === POOL && campaign === 'pool:cafe')).toBe(
    true,
  )
  expect(new Set(texts.map(({ language }) => language))).toEqual(new Set(['nl']))
  expect(await world.letters(`${POOL}:remarks`)).toEqual([])
})

test('with a breakdown each class is a block, small classes joined by the people who answered', async () => {
  const classes = ['nl', 'ar', 'ti'].map(name => ({ label: name, members: [name] }))
  const people = [
    ...several(24).map(one => ({ ...one, class: 0 })),
    ...several(18).map(one => ({ ...one, class: 1 })),
  ]
  const all = [...people, ...several(3).map(one => ({ ...one, class: 2 }))]
  const id = await event('spring', all, { classBy: 'language', classes, live: true })
  await closeEvaluations(world.deps, CLOSES - DAY)
  expect(await world.letters(id)).toHaveLength(45)
  await look()
  const { ledger } = await world.everythingOf(id)
  const blocks = ledger.filter(({ question }) => question === 'supervisors')
  expect(blocks.map(({ label, people }) => [label, people]).sort()).toEqual([
    ['ar+ti', 21],
    ['nl', 24],
  ])
})

test('letters that come with the close, or soon after it: five are a block of their own, fewer join the pool, once', async () => {
  const id = await event('spring', several(6))
  await world.event('summer')
  await look()
  await world.post(id, several(5).map(world.letterOf))
  await look()
  expect(await world.evaluation(id)).toMatchObject({ state: 'closed', sealed: 11 })
  expect(new Set((await world.everythingOf(id)).ledger.map(({ block }) => block)).size).toBe(2)
  await world.post(id, several(2).map(world.letterOf))
  await Promise.all([1, 2].map(() => closeEvaluations(world.deps, CLOSES + DAY)))
  await look()
  expect(await world.letters(id)).toEqual([])
  expect(await world.letters(POOL)).toHaveLength(2)
  expect(await world.evaluation(id)).toMatchObject({ sealed: 11, closesOn: '2026-12-20' })
})

test('closed before its day, once: the day is today, and its key goes that much earlier', async () => {
  const id = await event('spring', several(6))
  const early = CLOSES - 5 * DAY
  expect(await closeNow(world.deps, id, early)).toBe(true)
  expect(await closeNow(world.deps, id, early)).toBe(false)
  expect(await world.evaluation(id)).toMatchObject({ state: 'closed', closesOn: '2026-12-15', sealed: 6 })
  await closeEvaluations(world.deps, CLOSES)
  expect(await world.documents.collection('evaluationKeys').get(id)).toBeNull()
  await expect(closeNow(world.deps, 'elsewhere', early)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
