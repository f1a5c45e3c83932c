import type { ListImport } from '../domain/contacts/listImport'
import type { Staff } from '../domain/staff'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import type { NewId } from '../ports/ids'
import { auditEntry } from './audit'
import { keepCase } from './keepCase'

/**
 * Takes out again who came in with a list, within a day. Whoever something was sent to, planned for, heard from or changed
 * by somebody since stays. What the list changed about people who were here already stays too.
 * @returns how many stayed; null: it is too late, or it is undone already
 */
export async function undoImport(
  deps: { documents: Documents; clock: Clock; newId: NewId },
  listImport: ListImport,
  by: Pick<Staff, '_id'>,
): Promise<number | null> {
  const { documents, clock } = deps
  const { _id, organisation, until, state } = listImport
  if (state !== 'done' || until <= clock.now()) return null
  const contacts = documents.collection('contacts')
  let stayed = 0
  for await (const contact of contacts.each({ organisation, addedBy: _id }))
    if (await isTouched(documents, contact._id)) stayed++
    else if ((await contacts.remove({ _id: contact._id, turn: 0, rev: null })) === 0) stayed++
    else await keepCase(deps, contact._id)
  const undone = await documents
    .collection('imports')
    .update({ _id, state: 'done' }, { set: { state: 'undone' } })
  if (!undone) return null
  const entry = { what: 'import_undone', organisation, by: by._id, about: _id } as const
  await documents.collection('auditLog').insert(auditEntry(deps, entry))
  return stayed
}

async function isTouched(documents: Documents, contact: string): Promise<boolean> {
  for (const name of ['outbox', 'inbound', 'enrolments'] as const)
    if (await documents.collection(name).first({ contact })) return true
  return false
}
