import { DateTime } from 'luxon'
import { dayOfMoment, endOfDay, startOfDay } from './chooseMoment'
import { anchorMoment, because, type Due, type When, within } from './dueAt'
import type { Moment } from './moments'
import type { Hours } from './quietHours'
import type { Reason } from './reasons'
import type { Wall } from './wallClock'

/** A repeat stays clear of the reminder; a call is of use until the day before. */
const REPEAT_BEFORE_START_DAYS = 3
const CALL_BEFORE_START_DAYS = 1
/** How far a Sunday or holiday may push it. */
const SLACK_DAYS = 3

/**
 * What follows on silence (G7): the repeat so many days after the step, then the call. Both count from when the step
 * leaves. A call that no longer fits is made earlier, on the last day before the event; when there was no time for more
 * than one message (`atOnce`) or no day is left, it is made the same day.
 */
export function followUp(
  { follows }: { follows: NonNullable<Moment['follows']> },
  base: { dueAt: number },
  event: When,
  hours: Hours,
  options: { atOnce: boolean; since?: number },
): Due {
  const { step, days, as } = follows
  const { zone } = event
  const sent = dayOfMoment(base.dueAt, zone)
  const meant = sent.plus({ days })
  const silence: Reason = { why: 'silence', days, after: step.id }
  const beforeStart = step.at.from === 'start'
  const start = anchorMoment(event, 'start')
  const lastUseful = (daysBefore: number, otherwise: Wall): Wall => {
    if (!beforeStart) return otherwise
    return DateTime.min(dayOfMoment(start, zone).minus({ days: daysBefore }), otherwise)
  }

  if (as === 'repeat') {
    const call = step.onSilence?.callAfterDays
    const last = lastUseful(
      REPEAT_BEFORE_START_DAYS,
      sent.plus({ days: call ? call - 1 : days + SLACK_DAYS }),
    )
    const to = endOfDay(last, zone)
    if (last < meant)
      return {
        skipped: 'past',
        dueAt: startOfDay(meant, zone),
        notAfter: to,
        ...because(silence, { why: 'no_room' }),
      }
    const from = startOfDay(meant, zone)
    return within(
      { target: meant, first: meant, last, from, to, shift: 'monday_after' },
      hours,
      [silence],
      options.since,
    )
  }

  const last = lastUseful(CALL_BEFORE_START_DAYS, meant.plus({ days: SLACK_DAYS }))
  const to = beforeStart ? start - 1 : endOfDay(last, zone)
  const soon = Math.max(base.dueAt, options.since ?? base.dueAt)
  const now = { dueAt: soon, notAfter: to, ...because({ why: 'same_day' }) }
  if (options.atOnce || last <= sent) return now
  const target = DateTime.min(meant, last)
  const from = startOfDay(sent.plus({ days: 1 }), zone)
  const first = sent.plus({ days: 1 })
  const shift = meant <= last ? 'monday_after' : 'saturday_before'
  const meantBy: Reason[] = meant <= last ? [silence] : [silence, { why: 'earlier' }]
  const due = within({ target, first, last, from, to, shift }, hours, meantBy, options.since)
  return 'skipped' in due && soon <= to ? now : due
}
