import { IMPORT, type UploadedList } from '../domain/contacts/listImport'
import type { Staff } from '../domain/staff'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import type { ListProblem } from '../ports/lists'
import type { OpenList } from './openList'

/** A list begins its way in: kept locked until it is done, and a day at most. A file that is no list is not kept. */
export async function uploadList(
  deps: OpenList & { documents: Documents; clock: Clock },
  by: Pick<Staff, '_id' | 'organisation'>,
  { id, name, bytes, campaign }: { id: string; name: string; bytes: Buffer; campaign?: string | undefined },
): Promise<{ ok: true } | { ok: false; problem: ListProblem }> {
  if (bytes.length > IMPORT.MOST_BYTES) return { ok: false, problem: 'too_large' }
  const read = await deps.lists.read(bytes)
  if (!read.ok) return read
  // The first sheet is often a cover: the first one with something on it is meant.
  const sheet = Math.max(0, await firstFilled(deps, bytes, read.rows, read.sheets))
  const now = deps.clock.now()
  const uploaded: UploadedList = { name: name.slice(0, 120), bytes: bytes.toString('base64') }
  await deps.documents.collection('imports').insert({
    _id: id,
    organisation: by.organisation,
    by: by._id,
    at: now,
    until: now + IMPORT.LASTS_MS,
    ...(campaign && { campaign }),
    state: 'columns',
    list: deps.seal.lock(JSON.stringify(uploaded)),
    sheet,
    workUntil: 0,
    progress: { done: 0, of: 0 },
  })
  return { ok: true }
}

const isFilled = (rows: readonly (readonly string[])[]) => rows.some(row => row.some(cell => cell !== ''))
const MOST_SHEETS = 20

async function firstFilled(
  { lists }: OpenList,
  bytes: Buffer,
  first: readonly (readonly string[])[],
  sheets: readonly string[],
): Promise<number> {
  if (isFilled(first)) return 0
  for (let sheet = 1; sheet < Math.min(sheets.length, MOST_SHEETS); sheet++) {
    const read = await lists.read(bytes, sheet)
    if (read.ok && isFilled(read.rows)) return sheet
  }
  return 0
}
