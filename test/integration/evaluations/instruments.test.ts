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

/** Twenty-four people, by the counts of their answers from bad to good. */
const PEOPLE = 24
const said = (answers: readonly (string | number)[], counts: readonly number[]) =>
  counts.flatMap((people, place) => Array<string | number>(people).fill(answers[place]!))
const POINTS = [1, 2, 3, 4, 5]
const NO_YES = ['no', 'yes']

test.each([
  [
    'a learning path: of average difficulty, much learned, very interesting',
    'learning-path-test',
    'E-22',
    {
      easy: said(POINTS, [3, 4, 10, 4, 3]),
      learned: said(POINTS, [0, 0, 4, 8, 12]),
      interesting: said(POINTS, [0, 0, 3, 3, 18]),
    },
    [
      ['easy', '7 of 24 (29%)', 'Average 3.0 of 5.'],
      ['learned', '20 of 24 (83%)', 'Average between 4.0 and 4.3 of 5.'],
      ['interesting', '21 of 24 (88%)', 'Average between 4.4 and 4.6 of 5.'],
    ],
  ],
  [
    'a stress training: very satisfied, and they wanted more',
    'stress-training',
    'E-24',
    {
      mix: said(POINTS, [0, 0, 3, 6, 15]),
      group: said(POINTS, [0, 0, 0, 9, 15]),
      support: said(NO_YES, [4, 20]),
    },
    [
      ['mix', '21 of 24 (88%)', 'Average between 4.3 and 4.5 of 5.'],
      ['group', '22 or more of 24 (92% or more)', 'Average between 4.4 and 5.0 of 5.'],
      ['support', '20 of 24 (83%)', ''],
    ],
  ],
  [
    'a bootcamp: very positive',
    'bootcamp-evaluation',
    'E-25',
    { myself: said(POINTS, [0, 0, 3, 5, 16]), market: said(POINTS, [0, 0, 4, 8, 12]) },
    [
      ['myself', '21 of 24 (88%)', 'Average between 4.3 and 4.5 of 5.'],
      ['market', '20 of 24 (83%)', 'Average between 4.0 and 4.3 of 5.'],
    ],
  ],
  [
    'the guidance that follows it: mixed',
    'guidance-evaluation',
    'E-25b',
    { tailored: said(POINTS, [4, 4, 4, 6, 6]) },
    [['tailored', '12 of 24 (50%)', 'Average 3.3 of 5.']],
  ],
  [
    'the one-stop-shop: points, and two questions that have none',
    'desk-experience',
    'E-19',
    {
      advice: said(POINTS, [3, 3, 6, 6, 6]),
      serious: said(POINTS, [0, 3, 3, 6, 12]),
      one_contact: said(['no', 'partly', 'yes'], [5, 7, 12]),
      offer: said(POINTS, [6, 6, 6, 3, 3]),
      together: said(POINTS, [3, 6, 9, 3, 3]),
      plan: said(NO_YES, [9, 15]),
    },
    [
      ['advice', '12 of 24 (50%)', 'Average 3.4 of 5.'],
      ['serious', '18 of 24 (75%)', 'Average between 4.0 and 4.1 of 5.'],
      ['one_contact', '12 of 24 (50%)', ''],
      ['offer', '6 of 24 (25%)', 'Average 2.6 of 5.'],
      ['together', '6 of 24 (25%)', 'Average 2.9 of 5.'],
      ['plan', '15 of 24 (63%)', ''],
    ],
  ],
])('%s', async (_, dialog, instrument, answers, printed) => {
  const asked = anEvaluation({ _id: `spring:${instrument}`, dialog, instrument })
  await world.open(asked)
  const letters = Array.from({ length: PEOPLE }, (_, person) =>
    world.letterOf({
      answers: Object.fromEntries(Object.entries(answers).map(([question, all]) => [question, all[person]])),
    }),
  )
  await world.post(asked._id, letters)
  expect(await sealBlock(world.deps, asked, house, 'close', CLOSES)).toBe(true)

  const [report] = await readInstruments(world.deps, { organisation: 'house', evaluations: [asked._id] })
  const say = figureWords(wordsFor(world.content.texts, 'en', 'Europe/Brussels'), house.policy.s)
  expect(
    report!.questions.map(({ question, figures }) => [
      question,
      say.both(figures.high!, figures.n),
      say.mean(figures),
    ]),
  ).toEqual(printed)
})
