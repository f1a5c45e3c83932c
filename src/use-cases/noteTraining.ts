import type { Contact } from '../domain/contact'
import { readTrainingForm, type TrainingForm } from '../domain/contacts/training'
import type { FieldProblem } from '../domain/fieldProblem'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'

export interface NoteTraining {
  documents: Documents
  clock: Pick<Clock, 'now'>
}

/** One more training, or place to learn at work, of one person. The same form sent twice is one. */
export async function noteTraining(
  { documents, clock }: NoteTraining,
  contact: Contact,
  { key, form, zone, by }: { key: string; form: TrainingForm; zone: string; by: string },
): Promise<{ ok: true; training: string } | { ok: false; problems: FieldProblem[] }> {
  const at = clock.now()
  const read = readTrainingForm(form, contact, { zone, now: at })
  if (!read.ok) return read
  const { _id: id, organisation } = contact
  const _id = `training:${id}:${key}`
  await documents
    .collection('trainings')
    .insert({ _id, organisation, contact: id, states: [{ ...read.facts, by, at }], at, rev: 0 })
  return { ok: true, training: _id }
}
