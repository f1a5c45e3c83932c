import type { Organisation } from '../domain/organisation'
import type { Staff } from '../domain/staff'
import { AppError } from '../errors'
import type { AtomicStep } from '../ports/documents'
import { asSeen } from './asSeen'
import { type Auditing, auditEntry } from './audit'

export type SettingsSubject = 'organisation' | 'languages' | 'hours' | 'senders' | 'retention' | 'reports'

/** Somebody changes a campaign at the same moment: look again so often. */
const ROUNDS = 5

/**
 * Keeps new settings of an organisation, and in the log which of them changed. Other hours plan every campaign anew.
 * The same settings again change nothing and are no line in the log.
 * @param rev the settings as they were shown
 * @throws SETTINGS_CHANGED when somebody else changed them since
 */
export async function changeOrganisation(
  deps: Auditing,
  by: Pick<Staff, '_id' | 'organisation'>,
  rev: number,
  subject: SettingsSubject,
  patch: Partial<Organisation>,
): Promise<void> {
  const { documents } = deps
  for (let round = 0; round < ROUNDS; round++) {
    const now = await documents.collection('organisations').get(by.organisation, { fresh: true })
    if (!now) throw new AppError('NOT_FOUND', 'There is no such organisation')
    const fields = (Object.keys(patch) as (keyof Organisation)[]).filter(
      field => JSON.stringify(now[field]) !== JSON.stringify(patch[field]),
    )
    if (fields.length === 0) return
    if ((now.rev ?? 0) !== rev) throw new AppError('SETTINGS_CHANGED', 'Somebody else changed these settings')
    const done = await documents.atomically([
      {
        in: 'organisations',
        update: { _id: now._id, ...asSeen(rev) },
        patch: { set: { ...patch, rev: rev + 1 } },
      },
      ...(subject === 'hours' ? await plannedAnew(deps, by.organisation) : []),
      {
        into: 'auditLog',
        insert: auditEntry(deps, {
          what: 'settings_changed',
          organisation: by.organisation,
          by: by._id,
          about: subject,
          fields,
        }),
      },
    ])
    if (done) return
  }
  throw new AppError('SETTINGS_CHANGED', 'Somebody else changes things at this very moment')
}

async function plannedAnew({ documents }: Auditing, organisation: string): Promise<AtomicStep[]> {
  const running = await documents.collection('campaigns').list({ organisation, state: 'running' })
  return running.map(({ _id, version }) => ({
    in: 'campaigns',
    update: { _id, version },
    patch: { inc: { version: 1 } },
  }))
}
