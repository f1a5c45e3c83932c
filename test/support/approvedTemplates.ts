import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Line } from '../../emulator/journal'
import type { ContentRecord, Fact } from '../../src/domain/documents'
import type { Documents } from '../../src/ports/documents'
import { ACCOUNT } from '../../src/practice/openPractice'

/** What product and phones remember of templates that WhatsApp has approved. */
interface Approved {
  /** Whose they are. */
  account: Fact | null
  records: ContentRecord[]
  contents: Line[]
}

/** Made by the first house of a run of tests, and read by all others: to ask for hundreds took a third of every house. */
const KEPT = path.join(process.env.BRUGBODE_TEST_RUN ?? '', 'approved-templates.json')
const journalIn = (folder: string) => path.join(folder, 'emulator', 'journal.jsonl')
const written = (lines: Line[]) => lines.map(line => `${JSON.stringify(line)}\n`).join('')

/** Before a house opens: as if all its templates had been asked for days ago. False: nobody has asked yet. */
export async function beginApproved(documents: Documents, folder: string): Promise<boolean> {
  if (!existsSync(KEPT)) return false
  const { account, records, contents } = JSON.parse(readFileSync(KEPT, 'utf8')) as Approved
  if (account) await documents.collection('facts').insert(account)
  await Promise.all(records.map(record => documents.collection('contents').insert(record)))
  mkdirSync(path.dirname(journalIn(folder)), { recursive: true })
  writeFileSync(journalIn(folder), written(contents))
  return true
}

/** Once they are approved; of two houses at once, one is kept. */
export async function keepApproved(documents: Documents, folder: string): Promise<void> {
  const lines = readFileSync(journalIn(folder), 'utf8').split('\n').filter(Boolean)
  const approved: Approved = {
    account: await documents.collection('facts').get(ACCOUNT),
    records: await documents.collection('contents').list({}),
    contents: lines.map(line => JSON.parse(line) as Line).filter(([table]) => table === 'contents'),
  }
  writeFileSync(`${KEPT}.${process.pid}`, JSON.stringify(approved))
  renameSync(`${KEPT}.${process.pid}`, KEPT)
}
