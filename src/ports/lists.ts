/** Rows as the spreadsheet shows them: row 1 is `rows[0]`, and an empty row stays in its place. Every cell is text. */
export type ReadList =
  | {
      ok: true
      rows: string[][]
      /** The names of the sheets, in order; a text with separators has none. */
      sheets: string[]
    }
  | { ok: false; problem: ListProblem }

export type ListProblem =
  /** More bytes, rows or cells than a list of people has; also what swells up when it is unpacked. */
  | 'too_large'
  /** Excel before 2007, or a workbook with a password. */
  | 'old_or_locked'
  /** Not a table at all, or damaged. */
  | 'not_readable'

/** Spreadsheets, in and out. */
export interface Lists {
  /** @param sheet of a workbook; the first is 0 */
  read(bytes: Buffer, sheet?: number): Promise<ReadList>
  /** A workbook with one sheet; the first row has the names of the columns. */
  write(rows: readonly (readonly string[])[]): Promise<Buffer>
}
