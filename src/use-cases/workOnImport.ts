import { readDay } from '../domain/contacts/cellWords'
import type { ListedConsent } from '../domain/contacts/list'
import { isToFix } from '../domain/contacts/list'
import { type Checked, countsOf, IMPORT, type ListImport } from '../domain/contacts/listImport'
import type { Organisation } from '../domain/organisation'
import type { CrashPoint } from '../ports/crashPoint'
import type { Patch } from '../ports/documents'
import type { NewId } from '../ports/ids'
import type { Log } from '../ports/log'
import { auditEntry } from './audit'
import { importContacts } from './importContacts'
import { type OpenList, openList } from './openList'
import { type PreparedImport, type PrepareImport, prepareImport } from './prepareImport'

export interface WorkOnImport extends PrepareImport, OpenList {
  newId: NewId
  log: Log
  crash?: CrashPoint
}

/** So many rows between two notes of how far we are. */
const NOTED_EVERY = 500

/**
 * Does what a list waits for: the dry run, or taking its people over. One worker at a time by lease; whoever comes after a
 * crash begins again, and twice is once because who is there already is found by number or name.
 */
export async function workOnImport(deps: WorkOnImport, id: string): Promise<void> {
  const imports = deps.documents.collection('imports')
  const worker = deps.newId()
  const now = deps.clock.now()
  const mine = await imports.update(
    { _id: id, state: { $in: ['reading', 'writing'] }, workUntil: { $lt: now } },
    { set: { worker, workUntil: now + IMPORT.LEASE_MS } },
  )
  if (!mine) return
  const end = async (patch: Patch) => {
    const unset = ['worker', ...(patch.unset ?? [])]
    await imports.update(
      { _id: id, worker },
      { ...patch, set: { ...patch.set, workUntil: 0, progress: { done: 0, of: 0 } }, unset },
    )
  }
  const note = (done: number, of: number) => {
    if (done % NOTED_EVERY !== 0 && done !== of) return
    const set = { progress: { done, of }, workUntil: deps.clock.now() + IMPORT.LEASE_MS }
    imports
      .update({ _id: id, worker }, { set })
      .catch(error => deps.log.error('import', error, { import: id }))
  }
  try {
    if (mine.state === 'reading') await check(deps, mine, end, note)
    else await takeOver(deps, mine, end, note)
  } catch (error) {
    deps.log.error('import', error, { import: id })
    await end({ set: { state: 'columns', problem: 'failed' } })
  }
}

type End = (patch: Patch) => Promise<void>
type Note = (done: number, of: number) => void

async function check(deps: WorkOnImport, mine: ListImport, end: End, note: Note): Promise<void> {
  const prepared = await prepare(deps, mine, note)
  const { plan, titles, columns, problem, unfinished, rows } = prepared
  if (problem) return end({ set: { state: 'columns', problem } })
  const out = new Set(plan.notes.filter(isToFix).map(({ row }) => row))
  const checked: Checked = {
    titles,
    columns,
    notes: plan.notes.filter(({ code }) => code !== 'unchanged'),
    cells: Object.fromEntries([...out].map(row => [row, rows[row - 1] ?? []])),
    unfinished,
    same: prepared.same,
  }
  await end({
    set: { state: 'check', checked: deps.seal.lock(JSON.stringify(checked)), counts: countsOf(plan) },
    unset: ['problem'],
  })
}

async function takeOver(deps: WorkOnImport, mine: ListImport, end: End, note: Note): Promise<void> {
  const prepared = await prepare(deps, mine, () => {})
  const { added, changed, left } = await importContacts(deps, prepared, note)
  const notTaken = new Set([...prepared.plan.notes.filter(isToFix), ...left].map(({ row }) => row)).size
  const { _id, organisation, by } = mine
  const entry = { what: 'contacts_imported', organisation, by, about: _id } as const
  // A crash after the last group is done again and adds nobody: those who are marked are those who were added.
  const all = await deps.documents.collection('contacts').count({ organisation, addedBy: _id })
  await deps.documents.collection('auditLog').insert(auditEntry(deps, entry))
  await end({
    set: { state: 'done', result: { added: Math.max(added, all), changed, notTaken } },
    unset: ['list', 'fixes', 'checked'],
  })
}

async function prepare(
  deps: WorkOnImport,
  mine: ListImport,
  onProgress: Note,
): Promise<PreparedImport & { rows: string[][] }> {
  const read = await openList(deps, mine)
  const rows = read.ok ? read.rows : []
  const organisation = await deps.documents.collection('organisations').get(mine.organisation)
  if (!organisation) throw new Error('the organisation is gone')
  const consent = consentOf(mine, organisation)
  const prepared = await prepareImport(deps, {
    organisation,
    rows,
    origin: mine._id,
    ...(mine.columns && { mapping: mine.columns }),
    ...(consent && { consent }),
    ...(mine.same && { same: true }),
    onProgress,
  })
  return { ...prepared, rows }
}

function consentOf({ consent }: ListImport, { zone }: Organisation): ListedConsent | undefined {
  if (!consent) return undefined
  const at = readDay(consent.day, zone)
  return {
    state: 'given',
    ...(at !== undefined && { at }),
    day: at === undefined ? 'undated' : consent.day,
    by: consent.by,
    ...(consent.how !== '' && { how: consent.how }),
  }
}
