import { createHash } from 'node:crypto'
import { type Columns, type GuessedColumns, guessColumns } from '../domain/contacts/guessColumns'
import type { ImportPlan, ListedConsent, ListedPerson, RowNote } from '../domain/contacts/list'
import { planImport } from '../domain/contacts/planImport'
import { readRow } from '../domain/contacts/readRow'
import type { Lexicon } from '../domain/dialog/buildLexicon'
import type { Organisation } from '../domain/organisation'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import { knownPeople } from './knownByName'

export interface PrepareImport {
  documents: Documents
  lexicon: Lexicon
  clock: Clock
}

export interface ListToImport {
  organisation: Pick<Organisation, '_id' | 'zone' | 'languages'>
  /** As the spreadsheet shows them: `rows[0]` is row 1. */
  rows: readonly (readonly string[])[]
  /** Columns that staff chose; the others are guessed from their names. */
  columns?: Columns
  /** Every column as staff left it; nothing is guessed beside it. */
  mapping?: Columns
  /** What staff said of everybody on the list, where the list itself has no column for it. */
  consent?: ListedConsent
  /** The uploaded list, for whoever takes it back. */
  origin?: string
  /** Staff said that new numbers under the names of people who get letters alone are theirs. */
  same?: boolean
  /** Rows looked at, of all rows. */
  onProgress?: (done: number, of: number) => void
}

export interface PreparedImport extends GuessedColumns {
  /** The same people of the same list give the same id. */
  id: string
  organisation: string
  origin?: string
  same: boolean
  /** For who has no language in the list. */
  otherwise: string
  /** Rows below the names of the columns with something in them. */
  filled: number
  plan: ImportPlan
  /** Why there is nothing to take over. */
  problem?: 'empty' | 'only_headers' | 'no_columns'
  /** An import of this very list was begun and stopped halfway; taking it over again finishes it. */
  unfinished: boolean
}

const REGION = 'BE'
/** How many rows are read between two breaths. */
const AT_ONCE = 250

/** The dry run: everything an import would do, and everything that is to be put right, row by row. Writes nothing. */
export async function prepareImport(deps: PrepareImport, list: ListToImport): Promise<PreparedImport> {
  const { organisation, rows } = list
  const { mapping, same = false } = list
  const read = guessColumns(rows, mapping ?? list.columns, REGION)
  const guessed = mapping ? { ...read, columns: mapping } : read
  const problem = problemOf(rows, guessed)
  const { people, notes, filled } = problem
    ? { people: [], notes: [], filled: 0 }
    : await readPeople(deps, list, guessed)
  const known = await knownPeople(deps.documents, organisation._id, people)
  const id = idOf(organisation._id, people)
  const begun = await deps.documents.collection('facts').get(id)
  const empty = problem ?? (filled === 0 ? 'only_headers' : undefined)
  return {
    ...guessed,
    id,
    organisation: organisation._id,
    ...(list.origin !== undefined && { origin: list.origin }),
    otherwise: organisation.languages[0] ?? 'nl',
    same,
    filled,
    plan: planImport(people, known, notes, same),
    ...(empty && { problem: empty }),
    unfinished: (begun?.value as { state?: string } | undefined)?.state === 'begun',
  }
}

function problemOf(
  rows: ListToImport['rows'],
  { columns, headerRows }: GuessedColumns,
): 'empty' | 'only_headers' | 'no_columns' | undefined {
  const isEmpty = (some: ListToImport['rows']) => !some.some(row => row.some(cell => cell.trim() !== ''))
  if (isEmpty(rows)) return 'empty'
  const named =
    columns.name !== undefined || columns.last_name !== undefined || columns.first_name !== undefined
  if (!named) return 'no_columns'
  return isEmpty(rows.slice(headerRows)) ? 'only_headers' : undefined
}

async function readPeople(
  { documents, lexicon, clock }: PrepareImport,
  { organisation, rows, consent, onProgress }: ListToImport,
  { columns, headerRows }: GuessedColumns,
): Promise<{ people: ListedPerson[]; notes: RowNote[]; filled: number }> {
  const { _id, zone } = organisation
  const staff =
    columns.supervisor === undefined ? [] : await documents.collection('staff').list({ organisation: _id })
  const reading = { columns, lexicon, region: REGION, zone, now: clock.now(), staff }
  const people: ListedPerson[] = []
  const notes: RowNote[] = []
  let filled = 0
  for (let index = headerRows; index < rows.length; index++) {
    const read = readRow(rows[index]!, index + 1, reading)
    if (read) filled++
    if (read?.person)
      people.push(consent && columns.consent === undefined ? { ...read.person, consent } : read.person)
    notes.push(...(read?.notes ?? []))
    if ((index + 1) % AT_ONCE !== 0 && index + 1 !== rows.length) continue
    onProgress?.(index + 1, rows.length)
    // A page that is asked for meanwhile is not kept waiting.
    await new Promise(next => setImmediate(next))
  }
  return { people, notes, filled }
}

const idOf = (organisation: string, people: readonly ListedPerson[]): string =>
  `import:${createHash('sha256')
    .update(JSON.stringify([organisation, people]))
    .digest('base64url')}`
