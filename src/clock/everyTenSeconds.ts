import cron from 'node-cron'
import type { Log } from '../ports/log'

/**
 * Looks at once, then whenever the clock ticks. The tick only says that it is time to look; what is due is in the store, so
 * a missed or doubled tick changes nothing. One look at a time: a tick during a look is that look.
 * @returns stops it, after the look that runs now
 */
export function everyTenSeconds(look: () => Promise<void>, log: Log): () => Promise<void> {
  let running: Promise<void> | undefined
  const lookOnce = (): Promise<void> => {
    running ??= look()
      .catch(error => log.error('tick', error))
      .finally(() => {
        running = undefined
      })
    return running
  }
  void lookOnce()
  const schedule = cron.schedule('*/10 * * * * *', lookOnce)
  return async () => {
    await schedule.stop()
    await running
  }
}
