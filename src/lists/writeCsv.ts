import { stringify } from 'csv-stringify/sync'

/** A cell of a list that is downloaded: words, or a number as a number. */
export type Cell = string | number

/**
 * As a Belgian Excel opens it by itself: semicolons, a comma before decimals, and a mark that it is UTF-8. A text that a
 * spreadsheet would take for a formula is kept a text by an apostrophe before it.
 */
export function writeCsv(rows: readonly (readonly Cell[])[]): Buffer {
  const written = stringify(
    rows.map(row => row.map(cellText)),
    { delimiter: ';', record_delimiter: '\r\n', bom: true },
  )
  return Buffer.from(written)
}

const cellText = (cell: Cell): string =>
  typeof cell === 'number'
    ? String(cell).replace('.', ',')
    : /^[\s]*[=+\-@]|^[\t\r\n]/.test(cell)
      ? `'${cell}`
      : cell
