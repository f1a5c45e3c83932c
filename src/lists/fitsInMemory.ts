/** The reader makes a place for every cell up to the last one, filled or not. */
const MOST_PLACES = 5_000_000

const ADDRESS = /[\s"']r\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const PLACE = /^([A-Z]{0,3})(\d{1,7})$/

/** False: a cell stands so far away that the empty ones before it would fill the memory, or its address is none. */
export function fitsInMemory(sheet: Buffer): boolean {
  let rows = 1
  let columns = 1
  for (const [, double, single] of sheet.toString('utf8').matchAll(ADDRESS)) {
    const [, letters, row] = PLACE.exec(double ?? single ?? '') ?? []
    if (letters === undefined) return false
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
    rows = Math.max(rows, Number(row))
    columns = Math.max(columns, column)
  }
  return rows * columns <= MOST_PLACES
}

const EXTENT = /<(?:\w+:)?dimension\b[^>]*>(?:\s*<\/(?:\w+:)?dimension>)?/g

/** A sheet says itself how far it goes, and may say anything; without that the reader looks where the last cell is. */
export const withoutExtent = (sheet: Buffer): Buffer =>
  Buffer.from(sheet.toString('utf8').replace(EXTENT, ''))
