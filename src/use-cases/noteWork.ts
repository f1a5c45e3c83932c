import type { Contact } from '../domain/contact'
import { readWorkForm, type WorkForm } from '../domain/contacts/workNote'
import type { FieldProblem } from '../domain/fieldProblem'
import { FOLLOW_UP } from '../domain/tasks/followUp'
import { wallAt } from '../domain/timeline/wallClock'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'

/** One more note of where somebody stands. The same form sent twice is one note; a mistake is put right by a later one. */
export async function noteWork(
  { documents, clock }: { documents: Documents; clock: Pick<Clock, 'now'> },
  contact: Contact,
  { key, form, zone, by }: { key: string; form: WorkForm; zone: string; by: string },
): Promise<{ ok: true } | { ok: false; problems: FieldProblem[] }> {
  const now = clock.now()
  const read = readWorkForm(form, contact, { zone, now })
  if (!read.ok) return read
  const { _id, organisation } = contact
  await documents
    .collection('workNotes')
    .insert({ _id: `work:${_id}:${key}`, organisation, contact: _id, ...read.note, by, at: now })
  // Nobody needs to call about what is known.
  for (const task of await documents.collection('tasks').list({ contact: _id, state: 'open' }))
    if (task.reason === FOLLOW_UP && read.note.day >= wallAt(task.dueAt, zone).toISODate()!)
      await documents
        .collection('tasks')
        .update({ _id: task._id, state: 'open' }, { set: { state: 'done', doneAt: now, doneBy: by } })
  return { ok: true }
}
