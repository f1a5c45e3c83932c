import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { USUAL_POLICY } from '../../src/domain/anonymity/printAtom'
import { SMILEY } from '../../src/domain/anonymity/shape'
import { sealLetter } from '../../src/use-cases/openLetters'
import { CAMPAIGN, type House, openHouse } from '../support/openHouse'
import { type Figure, singledOut } from '../support/subtracter'

jest.setTimeout(240_000)

const EVALUATION = `${CAMPAIGN}:E-02`
const PEOPLE = 25
const REPORT = `/reports/events/${CAMPAIGN}`
const OUTPUTS = [
  '/reports',
  '/reports/print',
  '/reports/summary',
  REPORT,
  `${REPORT}/print`,
  `${REPORT}/figures.csv`,
  `${REPORT}/figures.xlsx`,
]
/** The random number of an empty form, which makes a second sending harmless: new at every look, whoever answered. */
const FORM_KEY = /<input type="hidden" name="key" value="[\w-]{22}"\/>/g
/** Each person's answer to the first question, 0-based: five on each side of every ten, so that there is much to print. */
const answers = Array.from({ length: PEOPLE }, (_, person) => [2, 3, 1, 4, 0, 3, 2, 4, 1, 3][person % 10]!)
let house: House
let cookie: string

beforeAll(async () => {
  house = await openHouse()
  cookie = await house.signIn('organiser')
  // The block comes as soon as it is complete: the most a reader can ever see of it.
  const live = { set: { live: true } }
  expect(await house.documents.collection('evaluations').update({ _id: EVALUATION }, live)).not.toBeNull()
})
afterAll(() => house?.close())

async function arrives(person: number): Promise<void> {
  const evaluation = await house.documents.collection('evaluations').get(EVALUATION)
  const { publicKey } = evaluation!
  const box = house.seal.sealTo(publicKey, { question: 'supervisors', value: answers[person]! + 1 })
  const letter = sealLetter(house.seal, publicKey, { language: 'nl' }, [box])
  const _id = createHash('sha256').update(String(person)).digest('base64url').slice(0, 22)
  await house.documents.collection('letterbox').insert({ _id, evaluation: EVALUATION, letter })
  await house.app.tick()
}

interface Version {
  bytes: Map<string, string>
  csv: string
}

/** Everything an organiser can open or take away, at this moment. */
async function everything(): Promise<Version> {
  const headers = { 'accept-language': 'en', cookie }
  const bytes = new Map<string, string>()
  let csv = ''
  for (const path of OUTPUTS) {
    const response = await fetch(`${house.publicUrl}${path}`, { headers })
    expect([path, response.status]).toEqual([path, 200])
    const body = Buffer.from(await response.arrayBuffer())
    const text = body.toString('latin1').replace(FORM_KEY, '')
    bytes.set(path, createHash('sha256').update(text).digest('hex'))
    if (path.endsWith('.csv')) csv = body.toString('utf8')
  }
  return { bytes, csv }
}

/** The rows about the first question: as many as the rung of the ladder that was printed has cells. */
function cellsIn(csv: string): { answers: number[]; n: number; from: number; to: number }[] {
  const rows = (parse(csv, { delimiter: ';', bom: true }) as string[][]).filter(([, question]) =>
    question?.includes('supervisors'),
  )
  const counted = rows.filter(([, , , , , from]) => from !== '')
  const cells = SMILEY.ladder.find(({ length }) => length === counted.length) ?? []
  return cells.map((cell, index) => {
    const [, , , n, , from, to] = counted[index]!.map(Number)
    return { answers: cell, n: n!, from: from!, to: to! }
  })
}

test('over every page and file after every arrival: nothing moves between blocks, and nobody can be subtracted', async () => {
  const figures: Figure[] = []
  const printed: number[] = []
  let before = await everything()
  const look = async (arrived: number) => {
    const now = await everything()
    const waiting = await house.documents.collection('letterbox').count({ evaluation: EVALUATION })
    const inBlocks = arrived - waiting
    const isNew = inBlocks !== (printed.at(-1) ?? 0)
    expect({ arrived, moved: now.csv !== before.csv }).toEqual({ arrived, moved: isNew })
    if (!isNew) expect({ arrived, bytes: [...now.bytes] }).toEqual({ arrived, bytes: [...before.bytes] })
    before = now
    if (!isNew) return
    printed.push(inBlocks)
    const people = Array.from({ length: inBlocks }, (_, person) => person)
    for (const { answers: cell, n, from, to } of cellsIn(now.csv)) {
      const truth = people.filter(person => cell.includes(answers[person]!)).length
      expect({ n, holds: from <= truth && truth <= to }).toEqual({ n: inBlocks, holds: true })
      if (from === to) {
        expect(from).toBeGreaterThanOrEqual(USUAL_POLICY.s)
        figures.push({ people, answers: cell })
      }
    }
  }
  for (let person = 0; person < PEOPLE; person++) {
    await arrives(person)
    await look(person + 1)
  }
  await house.wind(Date.parse('2026-12-22T12:00:00+01:00'))
  cookie = await house.signIn('organiser')
  const after = await everything()
  printed.push(PEOPLE)
  const everybody = Array.from({ length: PEOPLE }, (_, person) => person)
  for (const { answers: cell, from, to } of cellsIn(after.csv))
    if (from === to) figures.push({ people: everybody, answers: cell })
  expect(printed).toEqual([10, 20, PEOPLE])
  expect(figures.length).toBeGreaterThan(0)
  expect(singledOut(PEOPLE, 5, figures)).toEqual([])
})

test('the same reader does find somebody where there is something to find: a page that counts with every answer', () => {
  const careless = Array.from({ length: PEOPLE - 5 }, (_, index): Figure[] => {
    const people = Array.from({ length: index + 5 }, (_, person) => person)
    return SMILEY.ladder.at(-1)!.map(cell => ({ people, answers: cell }))
  }).flat()
  // All but the first five: each of them is the difference of two versions.
  expect(singledOut(PEOPLE, 5, careless)).toEqual(Array.from({ length: PEOPLE - 6 }, (_, index) => index + 5))
})
