import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { systemClock } from '../clock/systemClock'
import { loadContent } from '../content/loadContent'
import type { Columns } from '../domain/contacts/guessColumns'
import { FIELDS, isField } from '../domain/contacts/headerWords'
import { columnOf } from '../domain/contacts/letters'
import { isToFix } from '../domain/contacts/list'
import { countsOf } from '../domain/contacts/listImport'
import { buildLexicon } from '../domain/dialog/buildLexicon'
import type { Organisation } from '../domain/organisation'
import { AppError } from '../errors'
import { readList } from '../lists/readList'
import type { Documents } from '../ports/documents'
import { readSettings } from '../settings'
import { openDocuments } from '../store/openDocuments'
import { importContacts } from '../use-cases/importContacts'
import { prepareImport } from '../use-cases/prepareImport'
import { doneReport, dryRunReport, type Say, sayIn } from './importReport'

const CONTENT = resolve(__dirname, '../..')

export interface ImportOptions {
  organisation?: string
  language: string
  map: string[]
  yes: boolean
  dryRun: boolean
  samePeople: boolean
  json: boolean
}

/** Says what is the matter in the reader's words; the command ends with `code`. */
class Refusal extends Error {
  readonly code: 1 | 2
  constructor(message: string, code: 1 | 2) {
    super(message)
    this.code = code
  }
}

/** Reads the list, says what it would do, and with `yes` does it. Sets the exit code. */
export async function importFile(file: string, options: ImportOptions): Promise<void> {
  const { content } = loadContent(CONTENT)
  const say = sayIn(content.texts, options.language)
  try {
    const columns = columnsOf(options.map, say)
    const rows = await rowsOf(file, say)
    await withStore(say, documents =>
      run({ documents, lexicon: buildLexicon(content.words), say, options, rows, columns }),
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    console.error(error.message)
    process.exitCode = error.code
  }
}

async function run(given: {
  documents: Documents
  lexicon: ReturnType<typeof buildLexicon>
  say: Say
  options: ImportOptions
  rows: string[][]
  columns: Columns
}): Promise<void> {
  const { documents, lexicon, say, options, rows, columns } = given
  const organisation = await organisationOf(documents, options.organisation, say)
  const deps = { documents, lexicon, clock: systemClock, newId: () => randomBytes(16).toString('base64url') }
  const prepared = await prepareImport(deps, {
    organisation,
    rows,
    columns,
    same: options.samePeople,
    onProgress: progress(say, 'reading'),
  })
  const { plan, problem, unfinished } = prepared
  const counts = countsOf(plan)
  const print = (facts: object, words: string) =>
    process.stdout.write(options.json ? `${JSON.stringify(facts)}\n` : words)
  if (problem || counts.fix > 0) process.exitCode = 1
  const nothingToDo = counts.ready + counts.change === 0
  if (problem || options.dryRun || !options.yes || (nothingToDo && !unfinished)) {
    const closing = problem ? '' : nothingToDo && !unfinished ? 'nothing_new' : 'dry'
    const ending =
      closing === '' || (closing === 'nothing_new' && counts.fix > 0) ? '' : `\n${say(closing)}\n`
    print(
      {
        dryRun: true,
        columns: prepared.columns,
        counts,
        ...(problem && { problem }),
        unfinished,
        notes: plan.notes,
      },
      dryRunReport(prepared, say, options.language) + ending,
    )
    return
  }
  if (!options.json) process.stdout.write(`${dryRunReport(prepared, say, options.language)}\n`)
  const imported = await importContacts(deps, prepared, progress(say, 'writing'))
  const notTaken = counts.fix + imported.left.length
  if (imported.left.some(isToFix)) process.exitCode = 1
  print(
    { dryRun: false, columns: prepared.columns, counts, ...imported, notes: plan.notes },
    doneReport(imported, notTaken, say, options.language),
  )
}

function columnsOf(map: readonly string[], say: Say): Columns {
  const columns: Columns = {}
  for (const text of map) {
    const [field = '', letter = '', ...rest] = text.split('=')
    const column = columnOf(letter.trim())
    if (!isField(field.trim()) || column === null || rest.length > 0)
      throw new Refusal(say('problem.bad_map', { text, known: FIELDS.join(', ') }), 2)
    columns[field.trim() as keyof Columns] = column
  }
  return columns
}

async function rowsOf(file: string, say: Say): Promise<string[][]> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch {
    throw new Refusal(say('problem.no_file', { file }), 2)
  }
  const list = await readList(bytes)
  if (!list.ok) throw new Refusal(say(`problem.${list.problem}`), 1)
  return list.rows
}

async function withStore(say: Say, work: (documents: Documents) => Promise<void>): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { MONGODB_URI, DATA_FOLDER } = readSettings()
  const folder = resolve(DATA_FOLDER)
  if (!MONGODB_URI && !existsSync(folder)) throw new Refusal(say('problem.no_organisation'), 1)
  const opened = openDocuments({ folder, ...(MONGODB_URI ? { mongodbUri: MONGODB_URI } : {}) })
  const documents = await opened.catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'STORE_IN_USE')
      throw new Refusal(say('problem.in_use'), 1)
    throw error
  })
  try {
    await work(documents)
  } finally {
    await documents.close()
  }
}

async function organisationOf(
  documents: Documents,
  wanted: string | undefined,
  say: Say,
): Promise<Organisation> {
  const all = await documents.collection('organisations').list({})
  if (all.length === 0) throw new Refusal(say('problem.no_organisation'), 1)
  const fitting = all.filter(({ _id }) => wanted === undefined || _id === wanted)
  const [one] = fitting
  if (one && fitting.length === 1) return one
  throw new Refusal(say('problem.which_organisation', { known: all.map(({ _id }) => _id).join(', ') }), 2)
}

const LONG_LIST = 1_000

/** One line that is written over in a terminal, a line per thousand elsewhere; short lists are there before one looks. */
function progress(say: Say, what: 'reading' | 'writing'): (done: number, all: number) => void {
  return (done, all) => {
    if (all < LONG_LIST) return
    const line = say(what, { done, all })
    if (process.stderr.isTTY) process.stderr.write(`\r${line}${done === all ? '\n' : ''}`)
    else if (done === all || done % LONG_LIST === 0) process.stderr.write(`${line}\n`)
  }
}
