import { readEvaluations, readInstruments } from '../../../src/use-cases/readEvaluations'
import { sealBlock } from '../../../src/use-cases/sealBlocks'
import { figureWords } from '../../../src/web/pages/reports/figureWords'
import { wordsFor } from '../../../src/web/words'
import {
  anEvaluation,
  CLOSES,
  type EvaluationWorld,
  house,
  openEvaluationWorld,
} from '../../support/evaluationWorld'

let world: EvaluationWorld
beforeEach(async () => {
  world = await openEvaluationWorld()
})
afterEach(() => world.dispose())

const CAFES = anEvaluation({ _id: 'cafes:E-21', dialog: 'cafe-evaluation', instrument: 'E-21' })
const STEPS = ['insufficient', 'sufficient', 'good', 'very_good']
const given = (counts: readonly number[]) =>
  counts.flatMap((people, place) => Array<string>(people).fill(STEPS[place]!))

test('the conversation cafés: neighbouring steps joined, content on the side of good and very good', async () => {
  const useful = given([0, 3, 5, 13])
  const level = given([3, 4, 8, 6])
  const letters = useful.map((usefulness, person) =>
    world.letterOf({ answers: { usefulness, level: level[person] } }),
  )
  await world.open(CAFES)
  await world.post(CAFES._id, letters)
  expect(await sealBlock(world.deps, CAFES, house, 'close', CLOSES)).toBe(true)

  const [report] = await readInstruments(world.deps, { organisation: 'house', evaluations: [CAFES._id] })
  const [first, second] = report!.questions
  expect([first!.question, first!.answers]).toEqual(['usefulness', STEPS])
  expect(first!.figures).toMatchObject({
    n: 21,
    high: { lo: 18, hi: 18 },
    cells: [
      { answers: [0, 1], lo: 3 },
      { answers: [2], lo: 5 },
      { answers: [3], lo: 13 },
    ],
  })
  expect(second!.figures.cells.map(({ lo }) => lo)).toEqual([3, 4, 8, 6])
  // Four steps are no points: nobody knows how to read their mean.
  expect(second!.figures.mean).toBeUndefined()
})

test('a practice site: 22 of 25 were satisfied, at least 23 of 25 found it useful, 27 were asked', async () => {
  const test = anEvaluation({ _id: 'spring:E-23', dialog: 'site-test', instrument: 'E-23' })
  await world.open(test)
  const letters = Array.from({ length: 25 }, (_, person) =>
    world.letterOf({ answers: { satisfied: person < 3 ? 3 : 4 + (person % 2), useful: person < 2 ? 2 : 5 } }),
  )
  await world.post(test._id, letters)
  expect(await sealBlock(world.deps, test, house, 'close', CLOSES)).toBe(true)

  const marks = Array.from({ length: 27 }, (_, person) => ({
    evaluations: { 'E-23': person < 25 ? ('answered' as const) : ('invited' as const) },
  }))
  const about = { organisation: 'house', campaign: 'spring' }
  const [report] = await readEvaluations(world.deps, about, marks)
  expect(report?.asked).toEqual({ invited: 27, answered: 25 })
  const say = figureWords(wordsFor(world.content.texts, 'en', 'Europe/Brussels'), house.policy.s)
  const said = report!.questions.map(({ question, figures: { high, n } }) => [question, say.both(high!, n)])
  expect(said).toEqual([
    ['satisfied', '22 of 25 (88%)'],
    // Two people are too few to be counted apart.
    ['useful', '23 or more of 25 (92% or more)'],
  ])
})
