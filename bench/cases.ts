import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Documents } from '../src/ports/documents'
import { openEmbedded } from '../src/store/embedded'
import { keepCases } from '../src/use-cases/keepCases'
import type { CasesAsked } from '../src/use-cases/readCases'
import { readCases } from '../src/use-cases/readCases'
import { aStoredContact, aStoredRow } from '../test/support/storedExamples'
import { anOrganisation } from '../test/support/timelineBuilders'
import { milliseconds } from './milliseconds'

/**
 * `node --import tsx bench/cases.ts [people]`: how long one page of the people whom we follow takes, beside the floor of the
 * same run: reading every contact once, which is the least that a list sorted in memory would do.
 */
const PEOPLE = Number(process.argv[2] ?? 10_000)
const TIMES = 20
const HOUR = 3_600_000
const NOW = Date.parse('2026-06-20T10:00:00Z')
const clock = { now: () => NOW }
/** Written at once. */
const GROUP = 500

/** Each agreed to be followed, got four messages and told twice how work goes; for one in fifty a call is open. */
async function keepPerson(documents: Documents, index: number): Promise<void> {
  const contact = `p${index}`
  const about = { organisation: 'org', contact }
  const told = { purpose: 'C8', state: 'given', version: '1', language: 'nl', by: 'talk' } as const
  const consents = [{ key: 'c8', at: NOW - index * HOUR, ...told }]
  const addressKeys = [contact]
  await Promise.all([
    documents
      .collection('contacts')
      .insert(aStoredContact({ _id: contact, name: contact, addressKeys, consents })),
    ...[1, 2, 3, 4].map(n =>
      documents
        .collection('outbox')
        .insert(aStoredRow({ _id: `${contact}:${n}`, contact, state: 'accepted', leftAt: NOW - n * HOUR })),
    ),
    ...['2026-04-01', '2026-06-01'].map(day =>
      documents
        .collection('workNotes')
        .insert({ _id: `${contact}:${day}`, ...about, day, statuses: [], by: 'els', at: Date.parse(day) }),
    ),
    ...(index % 50 === 0
      ? [
          documents.collection('tasks').insert({
            _id: contact,
            ...about,
            kind: 'call',
            reason: 'silent',
            dueAt: NOW - index,
            state: 'open',
          }),
        ]
      : []),
  ])
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'brugbode-bench-'))
  const documents = await openEmbedded(folder)
  await documents.collection('organisations').insert(anOrganisation({ _id: 'org' }))
  for (let from = 0; from < PEOPLE; from += GROUP)
    await Promise.all(Array.from({ length: GROUP }, (_, index) => keepPerson(documents, from + index)))
  const began = performance.now()
  await keepCases({ documents, clock }, 'org')
  const everyCase = performance.now() - began
  const floor = await milliseconds(TIMES, () =>
    documents.collection('contacts').list({ organisation: 'org' }),
  )
  const line = (name: string, took: number) =>
    console.log(
      `${name.padEnd(30)} | ${took.toFixed(1).padStart(9)} ms | ${(took / floor).toFixed(2).padStart(8)}`,
    )
  const page = (asked: Partial<CasesAsked>) =>
    milliseconds(TIMES, () =>
      readCases({ documents, clock }, 'org', { show: 'all', weeks: 4, limit: 50, ...asked }),
    )
  console.log(`${PEOPLE} people`)
  line('every contact (the floor)', floor)
  line('the first page', await page({}))
  line('behind those with a call', await page({ after: `6.${NOW - PEOPLE * HOUR}.p` }))
  line('silent for over 4 weeks', await page({ show: 'silent' }))
  line('unknown on 2026-05-01', await page({ show: 'unknown', day: '2026-05-01' }))
  line('every case anew, once a day', everyCase)
  await documents.close()
  rmSync(folder, { recursive: true })
}

void main()
