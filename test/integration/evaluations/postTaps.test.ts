import { closeEvaluations } from '../../../src/use-cases/closeEvaluations'
import { postTaps } from '../../../src/use-cases/postTaps'
import { anEvaluation, type EvaluationWorld, openEvaluationWorld } from '../../support/evaluationWorld'

const KIOSK = 'spring:E-01:kiosk'
const at = (time: string) => Date.parse(`2026-12-${time}:00+01:00`)
let world: EvaluationWorld
beforeEach(async () => {
  world = await openEvaluationWorld()
  await world.event('spring')
  await world.open(anEvaluation({ _id: KIOSK, way: 'kiosk' }))
})
afterEach(() => world.dispose())

const post = (overall: number[], access: number[], batch = world.newId()) =>
  postTaps(world.deps, KIOSK, batch, { overall, access })
const printed = async () =>
  (await world.everythingOf(KIOSK)).ledger.map(({ question, people, printed: says }) => [
    question,
    people,
    says,
  ])

test('what a tablet counted is one block the moment the event is over, each question by itself', async () => {
  await post([0, 0, 2, 3, 1], [0, 0, 0, 1, 2])
  await post([1, 0, 1, 2, 4], [0, 0, 0, 0, 1])
  await closeEvaluations(world.deps, at('19T16:59'))
  expect(await printed()).toEqual([])
  for (const _ of ['once', 'twice']) await closeEvaluations(world.deps, at('19T17:00'))
  expect(await printed()).toEqual([
    ['access', 14, { say: 'too few' }],
    ['overall', 14, { say: 'cells', n: 14, cells: [[0, 1, 2], [3], [4]], counts: [4, 5, 5] }],
  ])
  expect(await world.everythingOf(KIOSK)).toMatchObject({ replies: [], texts: [], letters: [] })
})

test('sent again it counts once: at once, later, and after the block was sealed', async () => {
  const batch = world.newId()
  const sent = () => post([0, 0, 0, 6, 6], [0, 0, 0, 0, 0], batch)
  expect(await Promise.all([sent(), sent()])).toEqual([true, true])
  await sent()
  await closeEvaluations(world.deps, at('19T18:00'))
  await sent()
  expect(await world.letters(KIOSK)).toEqual([])
  expect(await world.evaluation(KIOSK)).toMatchObject({ sealed: 12 })
})

test('nothing of it can be read before, and nothing tells how many gave which face', async () => {
  await post([12, 0, 0, 0, 0], [0, 0, 0, 0, 12])
  await post([0, 0, 0, 0, 3], [3, 0, 0, 0, 0])
  const letters = await world.letters(KIOSK)
  expect(letters.map(({ people }) => people).sort()).toEqual([12, 3])
  expect(new Set(letters.map(({ letter }) => letter.length)).size).toBe(1)
})

test('a few late taps come out with the close, fewer join the tablets of other events', async () => {
  await post([0, 0, 0, 6, 6], [0, 0, 0, 0, 0])
  await closeEvaluations(world.deps, at('19T17:00'))
  await post([0, 0, 0, 1, 2], [0, 0, 0, 0, 0])
  await closeEvaluations(world.deps, at('19T23:00'))
  expect(await world.letters(KIOSK)).toHaveLength(1)
  await world.event('summer')
  await closeEvaluations(world.deps, at('21T10:00'))
  expect(await world.letters(KIOSK)).toEqual([])
  const [waiting] = await world.letters('pool:house:cafe:E-01:kiosk:1:2026-12-21')
  expect(waiting).toMatchObject({ people: 3 })
})

test('a tablet that had no network at the close still hands in its taps, until their key is gone; what is no count is refused', async () => {
  const bad: [Record<string, number[]>, string?][] = [
    [{ overall: [1, 2] }],
    [{ overall: [0, 0, 0, 0, -1] }],
    [{ overall: [0, 0, 0, 0, 0.5] }],
    [{ overall: [0, 0, 0, 0, 501] }],
    [{ name: [0, 0, 0, 0, 1] }],
    [{ overall: [0, 0, 0, 0, 1] }, 'short'],
  ]
  for (const [taps, batch = world.newId()] of bad)
    await expect(postTaps(world.deps, KIOSK, batch, taps)).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
  await closeEvaluations(world.deps, at('21T10:00'))
  for (const _ of ['once', 'twice'])
    expect(await post([0, 0, 0, 3, 4], [0, 0, 0, 0, 0], 'a'.repeat(22))).toBe(true)
  for (const _ of ['once', 'twice']) await closeEvaluations(world.deps, at('22T10:00'))
  expect(await world.evaluation(KIOSK)).toMatchObject({ state: 'closed', sealed: 7 })
  await closeEvaluations(world.deps, at('25T10:00'))
  expect(await post([0, 0, 0, 0, 1], [0, 0, 0, 0, 0])).toBe(false)
})
