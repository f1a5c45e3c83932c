import path from 'node:path'
import { loadContent } from '../../../src/content/loadContent'
import type { LedgerEntry } from '../../../src/domain/anonymity/evaluation'
import { USUAL_POLICY } from '../../../src/domain/anonymity/printAtom'
import { printTallies, tallyOf } from '../../../src/domain/anonymity/tally'
import { keepPrints } from '../../../src/use-cases/keepPrints'
import { readTotals } from '../../../src/use-cases/readTotals'
import { openTestDocuments, type TestDocuments } from '../../support/openDocuments'
import { seeded } from '../../support/seeded'

const { content } = loadContent(path.join(__dirname, '../../..'))
const dialog = content.dialog('participant-survey')!
const chance = seeded(31)
const oneOf = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T

let store: TestDocuments
beforeEach(async () => {
  store = await openTestDocuments()
})
afterEach(() => store.dispose())

const someAnswers = () => ({
  supervisors: 1 + Math.floor(chance() * 5),
  dare: oneOf(['yes', 'partly', 'no']),
  value: oneOf([['dutch'], ['people', 'myself'], ['nothing']]),
})

/** What a block of so many people prints, at one event on one day. */
function entriesOf(block: string, people: number, over: Partial<LedgerEntry> = {}): LedgerEntry[] {
  const replies = Array.from({ length: people }, someAnswers)
  return printTallies(dialog, tallyOf(dialog, replies), USUAL_POLICY).map(atom => ({
    _id: [block, atom.question, atom.option].join(':'),
    organisation: 'house',
    evaluation: `${block}:E-02`,
    campaign: block,
    series: 'cafe',
    dialog: dialog.id,
    dialogVersion: dialog.version,
    instrument: 'E-02',
    way: 'chat',
    block,
    label: '',
    day: '2026-12-20',
    people,
    s: USUAL_POLICY.s,
    ...atom,
    ...over,
  }))
}
const keep = async (entries: readonly LedgerEntry[]) =>
  store.documents.atomically(await keepPrints(store.documents, dialog, entries))
const read = (asked: Parameters<typeof readTotals>[1]) => readTotals({ ...store, content }, asked)

test('what is rolled up is what the ledger adds up to, question by question and in the order they are asked', async () => {
  for (const [index, people] of [12, 40, 7, 3].entries()) await keep(entriesOf(`event-${index}`, people))
  await keep(entriesOf('january', 20, { day: '2027-01-03' }))
  await keep(entriesOf('elsewhere', 20, { organisation: 'other' }))
  await keep(entriesOf('apart', 20, { series: 'fair' }))
  const evaluations = [0, 1, 2, 3].map(index => `event-${index}:E-02`)
  const added = await read({ organisation: 'house', evaluations: [...evaluations, 'january:E-02'] })
  expect(added.map(({ question }) => question)).toContain('dare')
  expect(added.slice(0, 3).map(({ question, option }) => [question, option])).toEqual([
    ['supervisors', undefined],
    ['clear_information', undefined],
    ['value', 'dutch'],
  ])
  expect(await read({ organisation: 'house', series: 'cafe' })).toEqual(added)
  const months = await read({ organisation: 'house', months: ['2026-12', '2027-01'] })
  const all = await read({
    organisation: 'house',
    evaluations: [...evaluations, 'january:E-02', 'apart:E-02'],
  })
  expect(months).toEqual(all)
  expect(await read({ organisation: 'house', series: 'fair' })).toHaveLength(added.length)
  expect(await read({ organisation: 'nobody', series: 'cafe' })).toEqual([])
  expect(await read({ organisation: 'other', evaluations })).toEqual([])
})

test('two blocks kept at once never lose one: the second must look again', async () => {
  await keep(entriesOf('first', 10))
  const both = [entriesOf('second', 10), entriesOf('third', 10)]
  const steps = await Promise.all(both.map(entries => keepPrints(store.documents, dialog, entries)))
  const done = await Promise.all(steps.map(one => store.documents.atomically(one)))
  expect(done.filter(Boolean)).toHaveLength(1)
  await keep(both[done.indexOf(false)]!)
  const [question] = await read({ organisation: 'house', series: 'cafe' })
  expect(question?.total).toMatchObject({ n: 30, people: 30, blocks: 3 })
})

test('classes stay apart, and a block in which few answered says so', async () => {
  await keep(entriesOf('dutch', 20, { label: 'nl' }))
  await keep(entriesOf('arabic', 20, { label: 'ar' }))
  await keep(entriesOf('few', 12, { label: 'ar', printed: { say: 'too few' } }))
  const questions = await read({ organisation: 'house', series: 'cafe' })
  const supervisors = questions.filter(({ question }) => question === 'supervisors')
  expect(supervisors.map(({ label, total }) => [label, total.n, total.people, total.silent])).toEqual([
    ['ar', 20, 20, 1],
    ['nl', 20, 20, 0],
  ])
})
