import { readCsv } from './readCsv'
import { readXlsx } from './readXlsx'

/** Rows as the spreadsheet shows them: row 1 is `rows[0]`, and an empty row stays in its place. Every cell is text. */
export type ReadList = { ok: true; rows: string[][] } | { ok: false; problem: ListProblem }

export type ListProblem =
  /** More bytes, rows or cells than a list of people has; also what swells up when it is unpacked. */
  | 'too_large'
  /** Excel before 2007, or a workbook with a password. */
  | 'old_or_locked'
  /** Not a table at all, or damaged. */
  | 'not_readable'

/** A list of people is small: ten thousand rows of twelve columns make two megabytes. */
export const MOST_BYTES = 10 * 1024 * 1024
export const MOST_ROWS = 50_000
export const MOST_COLUMNS = 200

/** Zip, which a workbook is. */
const ZIP = Buffer.from('PK')
/** Microsoft's older container; a workbook with a password is packed in one too. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/** The first sheet of a workbook, or a text with separators: told apart by the bytes, never by the name. */
export async function readList(bytes: Buffer): Promise<ReadList> {
  if (bytes.length > MOST_BYTES) return { ok: false, problem: 'too_large' }
  if (bytes.subarray(0, 4).equals(OLE)) return { ok: false, problem: 'old_or_locked' }
  const read = bytes.subarray(0, 2).equals(ZIP) && bytes[2]! < 9 ? await readXlsx(bytes) : readCsv(bytes)
  if (!read.ok) return read
  const tooLarge = read.rows.length > MOST_ROWS || read.rows.some(row => row.length > MOST_COLUMNS)
  return tooLarge ? { ok: false, problem: 'too_large' } : read
}
