import { applyStatus } from './applyStatus'
import type { Sending } from './sending'

/** Statuses that were kept and not applied: a crash came in between, or the status was faster than our own note. */
export async function repairStatuses(deps: Sending): Promise<void> {
  for await (const record of deps.statuses.unapplied()) await applyStatus(deps, record)
}
