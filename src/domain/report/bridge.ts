import type { Task } from '../conversation'
import { dayOfMoment } from '../timeline/chooseMoment'
import { anchorMoment } from '../timeline/dueAt'
import type { CampaignOverview } from './campaignOverview'

/** done: it is behind us · now: a person is waited for · coming · skipped: it does not happen. */
export type PierState = 'done' | 'now' | 'coming' | 'skipped'

/** One pier of the bridge: what happens with participants on one day, or the event itself. */
export interface Pier {
  /** Step ids, in order; empty for the event. */
  steps: string[]
  is: 'event' | 'message' | 'call' | 'letter' | 'talk'
  at: number
  state: PierState
  /** Tasks that are due and open. */
  waiting: number
  /** Messages that did not arrive. */
  failed: number
}

/** A person is waited for. */
export const isDue = (
  { state, dueAt, notBefore }: Pick<Task, 'state' | 'dueAt' | 'notBefore'>,
  now: number,
): boolean => state === 'open' && Math.max(dueAt, notBefore ?? 0) <= now

/** The plan as a bridge: a pier for each day on which something happens, with the event among them. */
export function bridge(
  overview: Pick<CampaignOverview, 'campaign' | 'steps' | 'tasks'>,
  now: number,
): Pier[] {
  const { campaign, steps, tasks } = overview
  const { zone } = campaign.event
  const walked = steps.filter(
    ({ audience }) => audience === (steps.find(isOfParticipants) ?? steps[0])?.audience,
  )
  const days = new Map<string, typeof walked>()
  for (const step of walked) {
    const day = dayOfMoment(step.dueAt, zone).toISODate() ?? ''
    const kind = `${day}|${isSkipped(step, campaign.state)}`
    days.set(kind, [...(days.get(kind) ?? []), step])
  }
  const piers = [...days.values()].map((together): Pier => {
    const ids = together.map(({ id }) => id)
    const at = Math.min(...together.map(({ dueAt }) => dueAt))
    const waiting = tasks.filter(
      task => isDue(task, now) && task.step !== undefined && ids.includes(task.step),
    ).length
    const skipped = together.every(step => isSkipped(step, campaign.state))
    return {
      steps: ids,
      is: together.some(({ does }) => does !== 'task') ? 'message' : (together[0]?.task ?? 'call'),
      at,
      state: waiting > 0 ? 'now' : skipped ? 'skipped' : at <= now ? 'done' : 'coming',
      waiting,
      failed: together.reduce((sum, { stages }) => sum + (stages.not_delivered ?? 0), 0),
    }
  })
  const start = anchorMoment(campaign.event, 'start')
  const off = campaign.state === 'cancelled'
  const event: Pier = {
    steps: [],
    is: 'event',
    at: start,
    state: off ? 'skipped' : start <= now ? 'done' : 'coming',
    waiting: 0,
    failed: 0,
  }
  return [...piers, event].toSorted((a, b) => a.at - b.at)
}

const isOfParticipants = ({ audience }: { audience: string }) => audience === 'participant'

/** Of a cancelled event only what has left, and what says so, still counts. */
function isSkipped(
  { skipped, people }: CampaignOverview['steps'][number],
  state: CampaignOverview['campaign']['state'],
): boolean {
  return people === 0 && (skipped !== undefined || state === 'cancelled')
}
