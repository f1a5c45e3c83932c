import { createHash, randomBytes } from 'node:crypto'
import path from 'node:path'
import { loadContent } from '../../../src/content/loadContent'
import type { Evaluation } from '../../../src/domain/anonymity/evaluation'
import type { Organisation } from '../../../src/domain/organisation'
import { createSeal } from '../../../src/seal/createSeal'
import { closeEvaluations, sealBlock } from '../../../src/use-cases/sealBlocks'
import { openTestDocuments, type TestDocuments } from '../../support/openDocuments'
import { seeded, shuffled } from '../../support/seeded'

const { content } = loadContent(path.join(__dirname, '../../..'))
const DAY = 24 * 3_600_000
const CLOSES = Date.parse('2026-12-20T12:00:00+01:00')
const POLICY = { k: 5, s: 5 }
const seal = createSeal(randomBytes(32))
const pair = seal.newPair()
const chance = seeded(7)

let store: TestDocuments
beforeEach(async () => {
  store = await openTestDocuments()
  await store.documents.collection('organisations').insert(organisation)
})
afterEach(() => store.dispose())

const organisation = {
  _id: 'house',
  name: 'Huis',
  project: 'samen',
  zone: 'Europe/Brussels',
  languages: ['nl'],
  holidays: true,
  senders: {},
  contactPerson: { name: 'Els', phone: '+3259000000' },
  policy: POLICY,
} as Organisation

const evaluation = (_id: string): Evaluation => ({
  _id,
  organisation: 'house',
  campaign: 'spring',
  series: 'spring',
  dialog: 'smiley-evaluation',
  dialogVersion: 1,
  instrument: 'E-01',
  way: 'chat',
  privacy: 'anonymous',
  classBy: 'none',
  classes: [],
  publicKey: pair.publicKey,
  closesOn: '2026-12-20',
  live: false,
  sealed: 0,
  state: 'open',
})

/** Ids that are random for whoever reads them, and the same on every run. */
const newId = () => createHash('sha256').update(String(chance())).digest('base64url').slice(0, 22)
const deps = () => ({ documents: store.documents, content, seal, newId, random: chance })

const letterOf = (faces: [number, number]): string => {
  const boxes = [
    { question: 'overall', value: faces[0] },
    { question: 'access', value: faces[1] },
  ].map(box => seal.sealTo(pair.publicKey, box))
  return seal.sealTo(pair.publicKey, { boxes })
}

/** One letter after the other, as they come in. */
async function post(to: Evaluation, letters: readonly string[]): Promise<void> {
  await store.documents.atomically([
    { insert: to, into: 'evaluations' },
    { insert: { _id: to._id, wrappedPrivateKey: pair.wrappedPrivateKey }, into: 'evaluationKeys' },
  ])
  for (const letter of letters)
    await store.documents.collection('letterbox').insert({ _id: newId(), evaluation: to._id, letter })
}

const TWELVE = Array.from({ length: 12 }, (_, index): [number, number] => [
  (index % 5) + 1,
  Math.floor(index / 5) + 1,
])
const personOf = (answers: Record<string, unknown>) =>
  TWELVE.findIndex(([overall, access]) => answers.overall === overall && answers.access === access)
const everythingOf = async (_id: string) => ({
  replies: await store.documents.collection('replies').list({ evaluation: _id }),
  texts: await store.documents.collection('texts').list({ evaluation: _id }),
  ledger: await store.documents.collection('ledger').list({ evaluation: _id }),
  letters: await store.documents.collection('letterbox').list({ evaluation: _id }),
})

test('the linking game: who knows when everybody answered guesses no better than chance', async () => {
  const RUNS = 500
  const letters = TWELVE.map(letterOf)
  const hits = { 'order of ids': 0, 'natural order': 0, 'order of respondents': 0, 'the other way round': 0 }
  for (let run = 0; run < RUNS; run++) {
    const arrival = shuffled(
      TWELVE.map((_, person) => person),
      chance,
    )
    const one = evaluation(`game:${run}`)
    await store.documents.atomically([
      { insert: one, into: 'evaluations' },
      { insert: { _id: one._id, wrappedPrivateKey: pair.wrappedPrivateKey }, into: 'evaluationKeys' },
      ...arrival.map(person => ({
        insert: { _id: newId(), evaluation: one._id, letter: letters[person] as string },
        into: 'letterbox' as const,
      })),
    ])
    expect(await sealBlock(deps(), one, organisation, 'close', CLOSES + DAY)).toBe(true)
    const { replies } = await everythingOf(one._id)
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
}, 60_000)

test('what is printed does not depend on the order in which people answered', async () => {
  const printed: string[] = []
  for (const name of ['spring', 'autumn']) {
    const one = evaluation(name)
    await post(one, shuffled(TWELVE, chance).map(letterOf))
    await sealBlock(deps(), one, organisation, 'close', CLOSES + DAY)
    const { ledger } = await everythingOf(name)
    const rows = ledger.map(({ question, option, day, printed: says }) => ({ question, option, day, says }))
    printed.push(JSON.stringify(rows.sort((a, b) => (a.question < b.question ? -1 : 1))))
  }
  expect(printed[0]).toContain('overall')
  expect(printed[1]).toBe(printed[0])
})

test('sealed twice, and by two processes at once, there is one block', async () => {
  const one = evaluation('spring')
  await post(one, TWELVE.map(letterOf))
  const both = [1, 2].map(() => sealBlock(deps(), one, organisation, 'close', CLOSES + DAY))
  expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1)
  await closeEvaluations(deps(), CLOSES + DAY)
  const { replies, ledger, letters } = await everythingOf('spring')
  expect(replies).toHaveLength(12)
  expect(new Set(ledger.map(({ block }) => block)).size).toBe(1)
  expect(letters).toEqual([])
  expect(await store.documents.collection('evaluations').get('spring')).toMatchObject({
    state: 'closed',
    sealed: 12,
  })
})

test('fewer than a block stay closed for ever: nothing is printed, and their key and letters go', async () => {
  await post(evaluation('spring'), TWELVE.slice(0, 4).map(letterOf))
  await closeEvaluations(deps(), CLOSES - DAY)
  expect(await store.documents.collection('evaluations').get('spring')).toMatchObject({ state: 'open' })
  for (const _ of ['once', 'twice']) await closeEvaluations(deps(), CLOSES + DAY)
  const closed = await everythingOf('spring')
  expect(closed).toMatchObject({ replies: [], texts: [], ledger: [] })
  expect(closed.letters).toHaveLength(4)
  await closeEvaluations(deps(), CLOSES + 5 * DAY)
  expect((await everythingOf('spring')).letters).toEqual([])
  expect(await store.documents.collection('evaluationKeys').get('spring')).toBeNull()
})

test('single replies go after ninety days, what was printed stays', async () => {
  await post(evaluation('spring'), TWELVE.map(letterOf))
  await closeEvaluations(deps(), CLOSES + DAY)
  await closeEvaluations(deps(), CLOSES + 89 * DAY)
  expect((await everythingOf('spring')).replies).toHaveLength(12)
  await closeEvaluations(deps(), CLOSES + 91 * DAY)
  const { replies, ledger } = await everythingOf('spring')
  expect(replies).toEqual([])
  expect(ledger.length).toBeGreaterThan(0)
})
