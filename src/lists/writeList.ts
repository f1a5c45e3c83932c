import writeXlsxFile from 'write-excel-file/node'

/**
 * A workbook with one sheet; the first row has the names of the columns. Every cell is text, so that no number loses its
 * first zero and nothing is read as a formula.
 */
export function writeList(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const cells = rows.map((row, index) =>
    row.map(value => ({
      type: String,
      value: cleaned(value),
      ...(index === 0 && { fontWeight: 'bold' as const }),
    })),
  )
  return writeXlsxFile(cells, { stickyRowsCount: 1, sheet: 'Blad1' }).toBuffer()
}

/** Signs that XML cannot hold: all that steers, but tabs and ends of lines. */
const cleaned = (value: string): string => value.replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, ' ')
