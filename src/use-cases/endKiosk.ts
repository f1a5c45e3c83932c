import type { Kiosk } from '../domain/kiosk'
import { type Auditing, auditEntry } from './audit'

/** Nobody taps there any more. Twice is once. */
export async function endKiosk(deps: Auditing, by: string, { _id, organisation }: Kiosk): Promise<void> {
  await deps.documents.atomically([
    {
      in: 'kiosks',
      update: { _id, endedAt: { $exists: false } },
      patch: { set: { endedAt: deps.clock.now() } },
    },
    {
      into: 'auditLog',
      insert: auditEntry(deps, { what: 'kiosk_ended', organisation, by, about: _id }),
    },
  ])
}
