import type { AuditEntry } from '../domain/staff'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import type { NewId } from '../ports/ids'

export interface Auditing {
  documents: Documents
  clock: Clock
  newId: NewId
}

/** A line for the audit log. */
export const auditEntry = (
  { clock, newId }: Auditing,
  entry: Omit<AuditEntry, '_id' | 'at'>,
): AuditEntry => ({ _id: newId(), at: clock.now(), ...entry })

const HOUR_MS = 3_600_000

/** Counts a try that did not fit: how many in which hour, and nothing of whose. */
export async function auditFailedSignIn({ documents, clock }: Auditing): Promise<void> {
  const log = documents.collection('auditLog')
  const at = Math.floor(clock.now() / HOUR_MS) * HOUR_MS
  const _id = `sign_in_failed:${at}`
  const count = () => log.update({ _id }, { inc: { count: 1 } })
  if (await count()) return
  if (!(await log.insert({ _id, what: 'sign_in_failed', at, count: 1 }))) await count()
}
