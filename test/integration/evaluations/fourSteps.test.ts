import { readInstruments } from '../../../src/use-cases/readEvaluations'
import { sealBlock } from '../../../src/use-cases/sealBlocks'
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
