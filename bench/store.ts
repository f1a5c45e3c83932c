import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { open } from 'lmdb'
import { openEmbedded } from '../src/store/embedded'
import { aStoredRow } from '../test/support/storedExamples'

/**
 * `node --import tsx bench/store.ts [rows]`: how many outbox rows a second the embedded engine inserts, claims and
 * updates, against a floor in the same run: the same bytes put into LMDB, one synchronous commit for each batch, no
 * schema, no index, no filter. `in flight` is how many requests wait at the same time.
 */
const ROWS = Number(process.argv[2] ?? 10_000)
const IN_FLIGHT = [1, 10, 100]

const folder = mkdtempSync(join(tmpdir(), 'brugbode-bench-'))
const row = (i: number) => aStoredRow({ _id: `row-${i}`, nextAt: i, text: 'x'.repeat(300) })

/** Does `count` things, so many at a time; gives how many a second. */
async function rate(count: number, inFlight: number, deed: (i: number) => Promise<unknown>): Promise<number> {
  let next = 0
  const began = performance.now()
  const lane = async () => {
    while (next < count) await deed(next++)
  }
  await Promise.all(Array.from({ length: inFlight }, lane))
  return (count / (performance.now() - began)) * 1000
}

function floor(inFlight: number): number {
  const table = open({
    path: join(folder, `floor-${inFlight}.mdb`),
    noSubdir: true,
    overlappingSync: false,
    encoding: 'json',
  })
  const count = Math.min(ROWS, inFlight * 2000)
  const began = performance.now()
  for (let i = 0; i < count; )
    table.transactionSync(() => {
      for (let j = 0; j < inFlight && i < count; j++, i++) table.putSync(`row-${i}`, row(i))
    })
  const perSecond = (count / (performance.now() - began)) * 1000
  void table.close()
  return perSecond
}

async function main(): Promise<void> {
  console.log('in flight |   floor/s |  insert/s |   claim/s |  update/s | insert:floor')
  for (const inFlight of IN_FLIGHT) {
    const documents = await openEmbedded(join(folder, `store-${inFlight}`))
    const outbox = documents.collection('outbox')
    const count = Math.min(ROWS, inFlight * 2000)
    const raw = floor(inFlight)
    const insert = await rate(count, inFlight, i => outbox.insert(row(i)))
    const claim = await rate(count, inFlight, () =>
      outbox.claim(
        { state: 'planned', sender: 'org|sms', nextAt: { $lte: ROWS } },
        { set: { state: 'sending', owner: 'me' }, inc: { fence: 1 } },
        [
          ['rank', 1],
          ['nextAt', 1],
        ],
      ),
    )
    const update = await rate(count, inFlight, i =>
      outbox.update({ _id: `row-${i}`, fence: 1 }, { set: { state: 'accepted' }, inc: { fence: 1 } }),
    )
    const cells = [raw, insert, claim, update].map(value =>
      Math.round(value).toLocaleString('en').padStart(9),
    )
    console.log(
      `${String(inFlight).padStart(9)} | ${cells.join(' | ')} | ${(insert / raw).toFixed(2).padStart(12)}`,
    )
    await documents.close()
  }
  rmSync(folder, { recursive: true })
}

void main()
