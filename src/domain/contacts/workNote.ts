import { DateTime } from 'luxon'
import type { Contact } from '../contact'
import type { FieldProblem } from '../fieldProblem'
import { type BesideWork, besideOf } from '../report/besideWork'
import { type StatusNote, statusesOf, WORK, type Work, type WorkStatus } from '../report/outcome'
import { readDay } from './cellWords'

/** Where somebody stood on one day, as they told staff. Only ever added to: of two about one day the later written counts. */
export interface WorkNote extends BesideWork {
  _id: string
  organisation: string
  contact: string
  /** ISO day that it is about. */
  day: string
  /** Empty: no work. Absent: nobody could say. */
  statuses?: WorkStatus[]
  /** Who wrote it. */
  by: string
  at: number
}

/** Oldest first; of one day the last written last. */
export const inOrder = (notes: readonly WorkNote[]): WorkNote[] =>
  notes.toSorted((a, b) => a.day.localeCompare(b.day) || a.at - b.at)

export const asStatusNote = (note: WorkNote): StatusNote => ({
  day: note.day,
  statuses: note.statuses ?? 'unknown',
  ...besideOf(note),
})

/** What a note keeps of what was told; of who does not work no level. */
export function keptOf(
  work: Work,
  { atLevel, ...beside }: BesideWork,
): Pick<WorkNote, 'statuses' | keyof BesideWork> {
  const isInWork = work !== 'none' && work !== 'unknown'
  return { ...statusesOf(work), ...besideOf(isInWork ? { ...beside, atLevel } : beside) }
}

/** They agreed to be followed for up to a year, and still do (C8). */
export const mayFollow = ({ consents }: Pick<Contact, 'consents'>): boolean =>
  consents.findLast(({ purpose, state }) => purpose === 'C8' && state !== 'asked')?.state === 'given'

export interface WorkForm extends BesideWork {
  work: string
  /** As a field for days gives it. */
  day: string
}

export type ReadWorkForm =
  | { ok: true; note: Pick<WorkNote, 'day' | 'statuses' | keyof BesideWork> }
  | { ok: false; problems: FieldProblem[] }

export function readWorkForm(
  form: WorkForm,
  contact: Pick<Contact, 'consents'>,
  { zone, now }: { zone: string; now: number },
): ReadWorkForm {
  const problems: FieldProblem[] = []
  const work = WORK.find(one => one === form.work)
  const at = readDay(form.day, zone)
  if (!mayFollow(contact)) problems.push({ field: 'work', problem: 'not_followed' })
  else if (!work) problems.push({ field: 'work', problem: 'work_missing' })
  if (at === undefined) problems.push({ field: 'workDay', problem: 'day_unclear' })
  else if (at > now) problems.push({ field: 'workDay', problem: 'day_future' })
  if (problems.length > 0) return { ok: false, problems }
  const day = DateTime.fromMillis(at!, { zone }).toISODate()!
  return { ok: true, note: { day, ...keptOf(work!, form) } }
}
