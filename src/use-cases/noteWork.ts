import type { Contact } from '../domain/contact'
import { readWorkForm, type WorkForm } from '../domain/contacts/workNote'
import type { FieldProblem } from '../domain/fieldProblem'
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
  return { ok: true }
}
