import type { Sending } from './sending'

/** Rows in `sending` for longer than any call may take: their process is gone or frozen, and the outcome is unknown. */
export async function sweepRows({ attempts, clock, timing, crash }: Sending): Promise<void> {
  const startedBefore = clock.now() - timing.sendingMaxAge
  for await (const row of attempts.sending()) {
    const swept = await attempts.sweep(row._id, row.attempt, startedBefore)
    if (swept) await crash?.('sweep.afterUnknown')
  }
}
