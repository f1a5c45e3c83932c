import type { OutboxRow } from '../domain/outbox'
import { applyStatus } from './applyStatus'
import { recordStatus } from './recordStatus'
import type { Sending } from './sending'

/** What the provider itself says about the current attempt, applied like any status; then everything that was still to apply. */
export async function askProvider(deps: Sending, row: OutboxRow): Promise<void> {
  const n = row.attempt
  const sid = row.attempts[n]?.sid
  const said = sid === undefined ? null : await deps.channel.fetchStatus(sid)
  await deps.crash?.('fallback.afterFetch')
  if (sid !== undefined && said) {
    const record = await recordStatus(deps, { providerId: sid, row: row._id, attempt: n, ...said })
    if (record) await applyStatus(deps, record)
  }
  for (const record of await deps.statuses.unappliedOf(row._id, { fresh: true }))
    await applyStatus(deps, record)
}
