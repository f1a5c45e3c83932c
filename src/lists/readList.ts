import type { ReadList } from '../ports/lists'
import { readCsv } from './readCsv'
import { readXlsx } from './readXlsx'

/** A list of people is small: ten thousand rows of twelve columns make two megabytes. */
export const MOST_BYTES = 10 * 1024 * 1024
export const MOST_ROWS = 50_000
export const MOST_COLUMNS = 200

/** Zip, which a workbook is. */
const ZIP = Buffer.from('PK')
/** Microsoft's older container; a workbook with a password is packed in one too. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/**
 * One sheet of a workbook, or a text with separators: told apart by the bytes, never by the name.
 * @param sheet the first is 0
 */
export async function readList(bytes: Buffer, sheet = 0): Promise<ReadList> {
  if (bytes.length > MOST_BYTES) return { ok: false, problem: 'too_large' }
  if (bytes.subarray(0, 4).equals(OLE)) return { ok: false, problem: 'old_or_locked' }
  const read =
    bytes.subarray(0, 2).equals(ZIP) && bytes[2]! < 9 ? await readXlsx(bytes, sheet) : readCsv(bytes)
  if (!read.ok) return read
  const tooLarge = read.rows.length > MOST_ROWS || read.rows.some(row => row.length > MOST_COLUMNS)
  return tooLarge ? { ok: false, problem: 'too_large' } : read
}
