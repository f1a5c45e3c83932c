import { closeEvaluations } from '../../../src/use-cases/closeEvaluations'
import { sealBlock } from '../../../src/use-cases/sealBlocks'
import {
  anEvaluation,
  CLOSES,
  DAY,
  type EvaluationWorld,
  house,
  openEvaluationWorld,
} from '../../support/evaluationWorld'
import { shuffled } from '../../support/seeded'

let world: EvaluationWorld
beforeEach(async () => {
  world = await openEvaluationWorld()
})
afterEach(() => world.dispose())

const letterOf = ([overall, access]: [number, number]) => world.letterOf({ answers: { overall, access } })

const TWELVE = Array.from({ length: 12 }, (_, index): [number, number] => [
  (index % 5) + 1,
  Math.floor(index / 5) + 1,
])
const personOf = (answers: Record<string, unknown>) =>
  TWELVE.findIndex(([overall, access]) => answers.overall === overall && answers.access === access)
test('the linking game: who knows when everybody answered guesses no better than chance', async () => {
  const RUNS = 500
  const letters = TWELVE.map(letterOf)
  const hits = { 'order of ids': 0, 'natural order': 0, 'order of respondents': 0, 'the other way round': 0 }
  for (let run = 0; run < RUNS; run++) {
    const arrival = shuffled(
      TWELVE.map((_, person) => person),
      world.chance,
    )
    const one = anEvaluation({ _id: `game:${run}` })
    await world.open(one)
    await world.documents.atomically(
      arrival.map(person => ({
        insert: { _id: world.newId(), evaluation: one._id, letter: letters[person] as string },
        into: 'letterbox' as const,
      })),
    )
    expect(await sealBlock(world.deps, one, house, 'close', CLOSES + DAY)).toBe(true)
    const { replies } = await world.everythingOf(one._id)
    const by = (key: '_id' | 'respondent') => [...replies].sort((a, b) => (a[key] < b[key] ? -1 : 1))
    const guesses = {
      'order of ids': by('_id'),
      'natural order': replies,
      'order of respondents': by('respondent'),
      'the other way round': by('_id').reverse(),
    }
    for (const [way, guess] of Object.entries(guesses) as [keyof typeof hits, typeof replies][])
      hits[way] += guess.filter(({ answers }, place) => personOf(answers) === arrival[place]).length
  }
  // Chance is one of twelve, with a variance of one: three standard errors above it is no luck any more.
  for (const [way, found] of Object.entries(hits))
    expect({ way, better: found / RUNS > 1 + 3 / Math.sqrt(RUNS) }).toEqual({ way, better: false })
}, 240_000)

test('what is printed does not depend on the order in which people answered', async () => {
  const printed: string[] = []
  for (const name of ['spring', 'autumn']) {
    const one = anEvaluation({ _id: name })
    await world.open(one)
    await world.post(one._id, shuffled(TWELVE, world.chance).map(letterOf))
    await sealBlock(world.deps, one, house, 'close', CLOSES + DAY)
    const { ledger } = await world.everythingOf(name)
    const rows = ledger.map(({ question, option, day, printed: says }) => ({ question, option, day, says }))
    printed.push(JSON.stringify(rows.sort((a, b) => (a.question < b.question ? -1 : 1))))
  }
  expect(printed[0]).toContain('overall')
  expect(printed[1]).toBe(printed[0])
})

test('sealed twice, and by two processes at once, there is one block', async () => {
  const one = anEvaluation({ _id: 'spring' })
  await world.open(one)
  await world.post(one._id, TWELVE.map(letterOf))
  const both = [1, 2].map(() => sealBlock(world.deps, one, house, 'close', CLOSES + DAY))
  expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1)
  await closeEvaluations(world.deps, CLOSES + DAY)
  const { replies, ledger, letters } = await world.everythingOf('spring')
  expect(replies).toHaveLength(12)
  expect(new Set(ledger.map(({ block }) => block)).size).toBe(1)
  expect(letters).toEqual([])
  expect(await world.documents.collection('evaluations').get('spring')).toMatchObject({
    state: 'closed',
    sealed: 12,
  })
})

test('fewer than a block stay closed for ever: nothing is printed, and their key and letters go', async () => {
  await world.open(anEvaluation({ _id: 'spring' }))
  await world.post('spring', TWELVE.slice(0, 4).map(letterOf))
  await closeEvaluations(world.deps, CLOSES - DAY)
  expect(await world.documents.collection('evaluations').get('spring')).toMatchObject({ state: 'open' })
  for (const _ of ['once', 'twice']) await closeEvaluations(world.deps, CLOSES + DAY)
  const closed = await world.everythingOf('spring')
  expect(closed).toMatchObject({ replies: [], texts: [], ledger: [] })
  expect(closed.letters).toHaveLength(4)
  await closeEvaluations(world.deps, CLOSES + 5 * DAY)
  expect((await world.everythingOf('spring')).letters).toEqual([])
  expect(await world.documents.collection('evaluationKeys').get('spring')).toBeNull()
})

test('single replies go after ninety days, what was printed stays', async () => {
  await world.open(anEvaluation({ _id: 'spring' }))
  await world.post('spring', TWELVE.map(letterOf))
  await closeEvaluations(world.deps, CLOSES + DAY)
  await closeEvaluations(world.deps, CLOSES + 89 * DAY)
  expect((await world.everythingOf('spring')).replies).toHaveLength(12)
  await closeEvaluations(world.deps, CLOSES + 91 * DAY)
  const { replies, ledger } = await world.everythingOf('spring')
  expect(replies).toEqual([])
  expect(ledger.length).toBeGreaterThan(0)
})
