import type { Staff } from '../domain/staff'
import type { Templates } from '../ports/templates'
import { type Auditing, auditEntry } from './audit'
import type { PatternOf } from './listTemplates'

/**
 * Hands in what may leave unasked, and in the log which texts in which language; never their words.
 * @returns how many WhatsApp took
 * @throws AppError PROVIDER_UNAVAILABLE
 */
export async function askApproval(
  deps: Auditing & { templates: Pick<Templates, 'pushTemplates'> },
  { _id: by, organisation }: Pick<Staff, '_id' | 'organisation'>,
  open: readonly PatternOf[],
): Promise<number> {
  const states = await deps.templates.pushTemplates(open)
  const isTaken = ({ name, language }: PatternOf) =>
    states.some(state => state.name === name && state.language === language && state.problems.length === 0)
  const taken = open.filter(isTaken)
  for (const language of new Set(taken.map(pattern => pattern.language))) {
    const keys = taken.filter(pattern => pattern.language === language).map(({ key }) => key)
    const fields = [...new Set(keys)]
    const entry = {
      what: 'approval_asked',
      organisation,
      by,
      language,
      fields,
      count: fields.length,
    } as const
    await deps.documents.collection('auditLog').insert(auditEntry(deps, entry))
  }
  return taken.length
}
