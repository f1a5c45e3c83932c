import { asStatusNote, inOrder, type WorkNote } from '../contacts/workNote'
import { type BesideWork, besideOf } from '../report/besideWork'
import { type Work, workOf } from '../report/outcome'

/** Where somebody stood, and the ISO day that it was said about. */
export interface Status extends BesideWork {
  work: Work
  day: string
}

/**
 * The latest status about that day or before it, as it was known then: what was written later is left out.
 * @param until the moment at which that day ended
 */
export function statusOn(notes: readonly WorkNote[], day: string, until: number): Status | null {
  const last = inOrder(notes).findLast(note => note.day <= day && note.at < until)
  return last ? { work: workOf(asStatusNote(last)), day: last.day, ...besideOf(last) } : null
}

export const isUnknown = (status: Status | null): boolean => status === null || status.work === 'unknown'
