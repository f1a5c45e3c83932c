import { dayOfMoment, endOfDay } from './chooseMoment'
import type { PlannedStep, Step, Timeline } from './definition'
import { anchorMoment, because, type Due, dueAt, type When } from './dueAt'
import { followUp } from './followUp'
import { type Moment, momentsOf } from './moments'
import { type Hours, quietHours } from './quietHours'
import { stepThatAsks } from './reaches'
import type { SendingHours } from './sendingHours'

export interface PlanOptions extends SendingHours {
  evening: boolean
  /** When the person came in, or the campaign began: earlier steps are late (G4). */
  joinedAt?: number
  /** Steps that have left, by id, and when: they are not planned again and silence counts from there. */
  left?: Readonly<Record<string, number>>
  /** What is of no use any more at this moment is skipped. Absent: the past counts as well. */
  now?: number
}

/** A person's whole timeline: each moment, when, and the rules that moved it. Those that do not happen say why. */
export function planSteps(timeline: Timeline, event: When, options: PlanOptions): PlannedStep[] {
  const { joinedAt, now, left = {}, ...sending } = options
  const hours: Hours = { zone: event.zone, ...sending }
  const moments = momentsOf(timeline)
  const drafts = new Map<string, Draft>()
  for (const moment of moments)
    if (!moment.follows)
      drafts.set(moment.id, left[moment.id] ? gone(moment, left) : draft(moment, event, hours, joinedAt))
  waitForSilence(timeline, drafts, event, hours, joinedAt)
  const carriers = merge([...drafts.values()], event.zone)

  for (const moment of moments) {
    const { follows } = moment
    if (!follows) continue
    const base = drafts.get(follows.step.id)!
    const unsent = 'skipped' in base.due
    if (left[moment.id]) drafts.set(moment.id, gone(moment, left))
    else if (unsent && !(base.overdue && follows.as === 'call'))
      drafts.set(moment.id, {
        moment,
        due: {
          ...base.due,
          skipped: 'past',
          ...because({ why: 'not_happening', step: follows.step.id }),
        } as Due,
      })
    else
      drafts.set(moment.id, {
        moment,
        due: followUp({ follows }, base.due, event, hours, {
          atOnce: unsent || carriers.has(follows.step.id),
          since: joinedAt,
        }),
      })
  }

  // A person may do a task late: until the event begins, or as long as it takes once it is over.
  const start = anchorMoment(event, 'start')
  const uselessAt = ({ does, at }: Step, notAfter: number) =>
    does !== 'task' ? notAfter : at.from === 'start' ? start : Number.POSITIVE_INFINITY
  return moments.map(moment => {
    const { id, audience } = moment
    const { due, left: hasLeft } = drafts.get(id)!
    const { reasons, rule, notAfter } = due
    const over = !hasLeft && now !== undefined && uselessAt(moment, notAfter) < now
    const skipped = 'skipped' in due ? due.skipped : over ? 'past' : undefined
    return {
      id,
      audience,
      dueAt: due.dueAt,
      notAfter,
      reasons,
      rule,
      ...(skipped === undefined ? {} : { skipped }),
    }
  })
}

interface Draft {
  moment: Moment
  due: Due | (Omit<Due, 'skipped'> & { skipped: 'merged' })
  /** Its window was past; it is made up for at once. */
  overdue?: boolean
  left?: boolean
}

const gone = (moment: Moment, left: Readonly<Record<string, number>>): Draft => ({
  moment,
  left: true,
  due: { dueAt: left[moment.id]!, notAfter: left[moment.id]!, ...because({ why: 'has_left' }) },
})

function draft(moment: Step, event: When, hours: Hours, joinedAt: number | undefined): Draft {
  const due = dueAt(moment, event, hours, joinedAt)
  const late =
    'skipped' in due && due.skipped === 'past' && moment.ifLate === 'now' && moment.at.from === 'start'
  if (!late || joinedAt === undefined) return { moment, due }
  const start = anchorMoment(event, 'start')
  const once = atOnce(joinedAt, start, hours)
  const notAfter = start - 1
  if (once !== null)
    return {
      moment,
      overdue: true,
      due: { dueAt: once, notAfter, ...because({ why: 'at_once' }) },
    }
  if (joinedAt >= start) return { moment, due }
  const why = because({ why: 'no_moment_before_start' })
  return { moment, overdue: true, due: { skipped: 'no_allowed_moment', dueAt: joinedAt, notAfter, ...why } }
}

/** A step for the silent ones comes a day or more after the step that asked, and not at all when nobody was asked. */
function waitForSilence(
  timeline: Timeline,
  drafts: Map<string, Draft>,
  event: When,
  hours: Hours,
  joinedAt = 0,
) {
  for (const each of drafts.values()) {
    const asks = each.moment.to === 'silent' ? stepThatAsks(each.moment, timeline) : null
    const asked = asks ? drafts.get(asks.id) : undefined
    if (!asked || each.left) continue
    if ('skipped' in asked.due)
      each.due = { ...each.due, skipped: 'past', ...because({ why: 'not_happening', step: asked.moment.id }) }
    else {
      const nextDay = endOfDay(dayOfMoment(asked.due.dueAt, event.zone), event.zone) + 1
      each.due = dueAt(each.moment, event, hours, Math.max(joinedAt, nextDay))
    }
  }
}

/** The first allowed moment before `end`. */
export function atOnce(moment: number, end: number, hours: Hours): number | null {
  const allowed = quietHours(moment, hours)
  return allowed < end ? allowed : null
}

/**
 * Late, one message carries another (G4): the invitation takes over the save-the-date that is past, and the reminder
 * that would leave the same day. Answers which steps carry one that would still have left.
 */
function merge(drafts: Draft[], zone: string): Set<string> {
  const carriers = new Set<string>()
  for (const [index, each] of drafts.entries()) {
    const { moment, due } = each
    if (moment.ifLate !== 'merge' || each.left) continue
    const happens = (other: Draft) => other.moment.audience === moment.audience && !('skipped' in other.due)
    const late = drafts.find(other => other.overdue && happens(other))
    let carrier: Draft | undefined
    if ('skipped' in due) {
      if (due.skipped !== 'past') continue
      carrier = late ?? drafts.slice(index + 1).find(other => happens(other) && canCarry(other))
    } else if (late && dayOfMoment(due.dueAt, zone) <= dayOfMoment(late.due.dueAt, zone)) {
      carrier = late
      carriers.add(late.moment.id)
    }
    if (carrier)
      each.due = { ...due, skipped: 'merged', ...because({ why: 'carried', step: carrier.moment.id }) }
  }
  return carriers
}

const canCarry = ({ moment, left }: Draft) => moment.does !== 'task' && moment.at.from === 'start' && !left
