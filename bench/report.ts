import { randomBytes, randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadContent } from '../src/content/loadContent'
import type { AnonymousReply, LedgerEntry } from '../src/domain/anonymity/evaluation'
import { USUAL_POLICY } from '../src/domain/anonymity/printAtom'
import { countedIn, printTallies, tallyOf } from '../src/domain/anonymity/tally'
import type { Documents } from '../src/ports/documents'
import { openEmbedded } from '../src/store/embedded'
import { keepPrints } from '../src/use-cases/keepPrints'
import { readTotals } from '../src/use-cases/readTotals'
import { milliseconds } from './milliseconds'

/**
 * `node --import tsx bench/report.ts [answers] [people in a block]`: how long a report over everything a series was ever
 * asked takes from the roll-ups, and from its ledger, beside the floor of the same run: reading every single reply once and
 * counting, which is what a report without a ledger would do.
 */
const ANSWERS = Number(process.argv[2] ?? 1_000_000)
const BLOCK = Number(process.argv[3] ?? 200)
const TIMES = 20

const { content } = loadContent(join(__dirname, '..'))
const dialog = content.dialog('participant-survey')!
const newId = () => randomBytes(16).toString('base64url')
const face = () => randomInt(1, 6)
const word = () => ['yes', 'partly', 'no'][randomInt(3)]

const someAnswers = () => ({
  supervisors: face(),
  clear_information: face(),
  value: randomInt(2) ? ['dutch', 'people'] : ['nothing'],
  involvement: face(),
  network: word(),
  dare: word(),
})
const PER_PERSON = Object.keys(someAnswers()).length

async function fill(documents: Documents): Promise<string[]> {
  const evaluations: string[] = []
  for (let people = 0; people * PER_PERSON < ANSWERS; people += BLOCK) {
    const block = newId()
    const evaluation = `${newId()}:E-02`
    const replies = Array.from(
      { length: BLOCK },
      (): AnonymousReply => ({
        _id: newId(),
        evaluation,
        block,
        respondent: newId(),
        answers: someAnswers(),
      }),
    )
    const given = replies.map(({ answers }) => answers)
    const entries = printTallies(dialog, tallyOf(dialog, given), USUAL_POLICY).map(
      (atom): LedgerEntry => ({
        _id: [evaluation, block, atom.question, atom.option].join(':'),
        organisation: 'house',
        evaluation,
        campaign: 'campaign',
        series: 'series',
        dialog: dialog.id,
        dialogVersion: dialog.version,
        instrument: 'E-02',
        way: 'chat',
        block,
        label: '',
        day: '2026-12-20',
        people: BLOCK,
        s: USUAL_POLICY.s,
        ...atom,
      }),
    )
    await documents.atomically([
      ...replies.map(insert => ({ insert, into: 'replies' as const })),
      ...(await keepPrints(documents, dialog, entries)),
    ])
    evaluations.push(evaluation)
  }
  return evaluations
}

/** Every reply once; counts per question and answer. */
async function scan(documents: Documents): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for await (const { answers } of documents.collection('replies').each({}))
    for (const { id } of dialog.questions) {
      const given = answers[id]
      if (given === undefined || !countedIn(dialog, { question: id })) continue
      for (const answer of Array.isArray(given) ? given : [given])
        counts.set(`${id}/${answer}`, (counts.get(`${id}/${answer}`) ?? 0) + 1)
    }
  return counts
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'brugbode-bench-'))
  const documents = await openEmbedded(folder)
  const evaluations = await fill(documents)
  const people = await documents.collection('replies').count({})
  const reading = { documents, content }
  const scanned = await milliseconds(1, () => scan(documents))
  const rolledUp = await milliseconds(TIMES, () =>
    readTotals(reading, { organisation: 'house', series: 'series' }),
  )
  const ledger = await milliseconds(1, () => readTotals(reading, { organisation: 'house', evaluations }))
  const line = (name: string, took: number) =>
    console.log(
      `${name.padEnd(28)} | ${took.toFixed(1).padStart(10)} ms | ${(took / scanned).toFixed(5).padStart(10)}`,
    )
  console.log(`${people * PER_PERSON} answers of ${people} people in ${evaluations.length} blocks`)
  console.log(`${'report from'.padEnd(28)} | ${'took'.padStart(13)} | ${'of a scan'.padStart(10)}`)
  line('every reply (the floor)', scanned)
  line('the ledger, block by block', ledger)
  line('the roll-ups', rolledUp)
  await documents.close()
  rmSync(folder, { recursive: true })
}

void main()
