import writeXlsxFile from 'write-excel-file/node'
import { withoutTimes } from './withoutTimes'
import type { Cell } from './writeCsv'

/**
 * A workbook with one sheet; the first row has the names of the columns. A text stays a text, so that no phone number loses
 * its first zero and nothing is read as a formula; a number is one to count with. The same rows give the same bytes.
 */
export async function writeList(rows: readonly (readonly Cell[])[], sheet = 'Blad1'): Promise<Buffer> {
  const cells = rows.map((row, index) =>
    row.map(value => ({
      ...(typeof value === 'number' ? { type: Number, value } : { type: String, value: cleaned(value) }),
      ...(index === 0 && { fontWeight: 'bold' as const }),
    })),
  )
  return withoutTimes(await writeXlsxFile(cells, { stickyRowsCount: 1, sheet }).toBuffer())
}

/** Signs that XML cannot hold: all that steers, but tabs and ends of lines. */
const cleaned = (value: string): string => value.replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, ' ')
