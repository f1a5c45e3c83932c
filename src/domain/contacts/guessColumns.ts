import { fold } from '../dialog/answers/normalise'
import { readPhone } from '../dialog/answers/phone'
import { FIELDS, type Field, HEADER_WORDS } from './headerWords'

/** Which column tells what; the first column is 0. */
export type Columns = Partial<Record<Field, number>>

export interface GuessedColumns {
  columns: Columns
  /** How many rows stand above the first person: a title, one or two rows of column names. */
  headerRows: number
  /** The names of the columns, as the file has them. */
  titles: string[]
}

/** Titles of a document and column names stand within so many rows. */
const LOOKED_AT = 6

/**
 * Reads the names of the columns in Dutch, French or English, in any order. `chosen` wins over what is guessed; a chosen
 * column takes its field away from another one.
 */
export function guessColumns(
  rows: readonly (readonly string[])[],
  chosen: Columns = {},
  region = 'BE',
): GuessedColumns {
  const { from, height } = headerOf(rows, region)
  const titles = titlesOf(rows, from, height)
  const taken = new Set(Object.values(chosen))
  const guessed: Columns = {}
  for (const [field, column] of fieldsOf(titles)) if (!taken.has(column)) guessed[field] = column
  const named = withoutHalves({ ...guessed, ...chosen }, chosen)
  const numbers = hasNumbers(named) ? undefined : numbersIn(rows.slice(from + height), named, region)
  const columns = numbers === undefined ? named : { ...named, phone: numbers }
  if (height > 0) return { columns, headerRows: from + height, titles }
  // Names of columns that we do not know: the first row is one of them when its number is none.
  const first = columns.phone === undefined ? '' : (rows[0]?.[columns.phone] ?? '')
  const unknown = first !== '' && !/\d/.test(first)
  return { columns, headerRows: unknown ? 1 : 0, titles: unknown ? [...(rows[0] ?? [])] : [] }
}

/** Without it everybody on the list comes in by letter only. */
export const hasNumbers = ({ phone, whatsapp }: Columns): boolean =>
  phone !== undefined || whatsapp !== undefined

const ROWS_OF_NUMBERS = 50

/** The column under a title that we do not know which is full of mobile numbers. A day or a postcode is none. */
function numbersIn(
  rows: readonly (readonly string[])[],
  columns: Columns,
  region: string,
): number | undefined {
  const some = rows.slice(0, ROWS_OF_NUMBERS)
  const width = Math.max(0, ...some.map(({ length }) => length))
  const taken = new Set(Object.values(columns))
  const isMobile = (cell: string) => {
    const number = readPhone(cell, region)
    return number !== null && (cell.trim().startsWith('+') || /^\+324\d{8}$/.test(number))
  }
  return Array.from({ length: width }, (_, column) => column).find(column => {
    const filled = some.map(row => row[column]?.trim() ?? '').filter(cell => cell !== '')
    return !taken.has(column) && filled.filter(isMobile).length * 2 > filled.length
  })
}

interface Header {
  from: number
  height: number
}

/** The one or two rows that name most columns; a row with somebody's number is no header. */
function headerOf(rows: readonly (readonly string[])[], region: string): Header {
  let best: Header & { score: number } = { from: 0, height: 0, score: 0 }
  const isHeader = (row: readonly string[] | undefined) =>
    row !== undefined && !row.some(cell => readPhone(cell, region) !== null)
  for (let from = 0; from < Math.min(LOOKED_AT, rows.length); from++) {
    if (!isHeader(rows[from])) break
    for (const height of [1, 2]) {
      if (height === 2 && !(isHeader(rows[from + 1]) && named(rows[from + 1]) > 0 && named(rows[from]) > 0))
        continue
      const score = fieldsOf(titlesOf(rows, from, height)).size
      // The same names once more in another language belong to the header too.
      const sameAgain = height === 2 && score === best.score && named(rows[from + 1]) > 1
      if (score > best.score || (sameAgain && best.from === from)) best = { from, height, score }
    }
  }
  return best
}

const named = (row: readonly string[] | undefined) => fieldsOf(row ?? []).size

function titlesOf(rows: readonly (readonly string[])[], from: number, height: number): string[] {
  const own = rows.slice(from, from + height)
  const width = Math.max(0, ...own.map(({ length }) => length))
  return Array.from({ length: width }, (_, column) => {
    const cells = own.map(row => row[column] ?? '').filter(cell => cell !== '')
    return cells.find(cell => fieldOf(cell) !== null) ?? cells[0] ?? ''
  })
}

/** An exact name goes before a longer title that has it inside; then the first column from the left. */
function fieldsOf(titles: readonly string[]): Map<Field, number> {
  const found = titles.flatMap((title, column) => {
    const match = fieldOf(title)
    return match ? [{ ...match, column }] : []
  })
  found.sort((a, b) => Number(b.exact) - Number(a.exact) || a.column - b.column)
  const fields = new Map<Field, number>()
  for (const { field, column } of found) if (!fields.has(field)) fields.set(field, column)
  return fields
}

const WORDS = FIELDS.flatMap(field => HEADER_WORDS[field].map(words => ({ field, words }))).sort(
  (a, b) => b.words.length - a.words.length,
)

/** Too common to mean this inside a longer title: `Numéro de client`, `Contact op`. */
const ONLY_WHOLE = new Set([
  'contact',
  'type',
  'public',
  'nummer',
  'numero',
  'number',
  'participant',
  'deelnemer',
])
const INSIDE = WORDS.filter(({ words }) => !ONLY_WHOLE.has(words))

function fieldOf(title: string): { field: Field; exact: boolean } | null {
  const folded = fold(title)
  if (folded === '' || folded.length > 60) return null
  const exact = WORDS.find(({ words }) => words === folded)
  if (exact) return { field: exact.field, exact: true }
  const inside = INSIDE.find(({ words }) => ` ${folded} `.includes(` ${words} `))
  return inside ? { field: inside.field, exact: false } : null
}

/** `Voornaam` beside `Naam`: there the second is the family name. */
function withoutHalves(columns: Columns, chosen: Columns): Columns {
  const { name, first_name, last_name } = columns
  if (name === undefined || first_name === undefined || chosen.name !== undefined) return columns
  const { name: _, ...rest } = columns
  return last_name === undefined ? { ...rest, last_name: name } : rest
}
