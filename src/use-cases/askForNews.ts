import { askProvider } from './askProvider'
import { isProviderAway } from './isProviderAway'
import type { Sending } from './sending'

/**
 * Messages whose statuses have not come by themselves: the provider is asked after an hour and once more after a day, then
 * they stay as they are (protocol 3, status repair).
 */
export async function askForNews(deps: Sending): Promise<void> {
  const { attempts, clock, timing } = deps
  for await (const row of attempts.newsDue(clock.now())) {
    try {
      await askProvider(deps, row)
    } catch (error) {
      if (!isProviderAway(error)) throw error
      deps.log.warn('news_waits', { row: row._id })
      return
    }
    const now = clock.now()
    const last = (row.attempts[row.attempt]?.startedAt ?? 0) + timing.quietSent
    await attempts.newsAsked(row._id, now, last > now ? last : undefined)
  }
}
