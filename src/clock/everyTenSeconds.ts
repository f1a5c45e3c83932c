import cron from 'node-cron'
import type { Log } from '../ports/log'

/**
 * The clock tick only says that it is time to look; what is due is in the store, so a missed or doubled tick changes
 * nothing. One look at a time.
 * @returns stops it, after the look that runs now
 */
export function everyTenSeconds(look: () => Promise<void>, log: Log): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  const schedule = cron.schedule(
    '*/10 * * * * *',
    () => {
      running = look().catch(error => log.error('tick', error))
      return running
    },
    { noOverlap: true },
  )
  return async () => {
    await schedule.stop()
    await running
  }
}
