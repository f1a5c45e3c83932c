import type { AuditEntry } from '../domain/staff'
import { AppError } from '../errors'
import type { AtomicStep } from '../ports/documents'
import type { Seal } from '../ports/seal'
import { type Auditing, auditEntry } from './audit'

/** What a secret opens. */
type Opened = Extract<AtomicStep, { into: 'apiTokens' | 'kiosks' | 'reviewLinks' }>

export interface MakeOnce extends Auditing {
  seal: Pick<Seal, 'secretOf'>
}

/**
 * Keeps what a secret opens, and in the log who made it. Of a form that is sent twice the second finds it there.
 * @throws SETTINGS_CHANGED when it was ended meanwhile: its secret opens nothing any more
 */
export async function makeOnce(
  deps: MakeOnce,
  made: Opened,
  entry: Pick<AuditEntry, 'what' | 'by' | 'language'>,
): Promise<void> {
  const { documents } = deps
  const { _id: about, organisation } = made.insert
  const log = auditEntry(deps, { ...entry, organisation, about })
  if (await documents.atomically([made, { into: 'auditLog', insert: log }])) return
  const known = await documents.collection(made.into).get(about)
  if (known?.endedAt !== undefined) throw new AppError('SETTINGS_CHANGED', 'It has been ended meanwhile')
}
