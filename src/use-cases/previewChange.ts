import type { Campaign, Event } from '../domain/campaign'
import { adapted } from '../domain/timeline/adapted'
import type { Timeline } from '../domain/timeline/definition'
import { plan, type Wanted } from '../domain/timeline/plan'
import { type PlanOptions, planSteps } from '../domain/timeline/planSteps'
import { type Current, replan } from '../domain/timeline/replan'
import { sendingHoursOf } from '../domain/timeline/sendingHours'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import { mustLieAhead, tellsPeople } from './changeCampaign'
import { type Planned, readPlanned } from './readPlanned'

export type PreviewedChange =
  | { what: 'moved' | 'edited'; event: Partial<Event> }
  | { what: 'start' | 'pause' | 'resume' | 'cancelled' }

export interface ChangePreview {
  campaign: Campaign
  /** False: all would be as it is. */
  changes: boolean
  /** People who are in it. */
  people: number
  /** How many people get a message because of it, how many are phoned because no message fits, how many had heard nothing. */
  told: number
  called: number
  unaware: number
  /** When the first message leaves. */
  firstAt?: number
  /** Messages and tasks that wait and are taken back: nobody wants them any more, or it is too late for them. */
  takenBack: number
  /** Messages that wait for their moment, of those the ones of the next two days, and the ones of the next hour. */
  waiting: number
  soon: number
  atOnce: number
  /** Steps that get another date. */
  moved: { step: string; from: number; to: number }[]
}

const HOUR_MS = 3_600_000
const SOON_MS = 48 * HOUR_MS

/**
 * What a change would do, with nothing written down: the same plan that the change itself makes.
 * @throws EVENT_IN_PAST or ARGUMENT_INVALID, as the change would
 */
export async function previewChange(
  deps: { documents: Documents; content: Pick<Content, 'timeline' | 'dialog'>; clock: Pick<Clock, 'now'> },
  campaignId: string,
  change: PreviewedChange,
): Promise<ChangePreview> {
  const { documents, content } = deps
  const campaign = await documents.collection('campaigns').get(campaignId, { fresh: true })
  const written = campaign && content.timeline(campaign.timeline.id)
  if (!campaign || !written) throw new AppError('CAMPAIGN_NOT_FOUND', 'There is no such campaign')
  const now = deps.clock.now()
  const planned = await readPlanned(documents, campaignId)
  const { rows, people } = planned
  const changed = changedBy(campaign, change, now)
  const none = { told: 0, called: 0, unaware: 0, takenBack: 0, waiting: 0, soon: 0, atOnce: 0, moved: [] }
  const unchanged = { campaign, changes: false, people: people.length, ...none }
  if (!changed) return unchanged

  const organisation = await documents.collection('organisations').get(campaign.organisation)
  const sending = sendingHoursOf(organisation)
  const circumstances = { now, sending, dialog: (id: string) => content.dialog(id) }
  // While it is paused nothing is planned: what waits, waits.
  const wanted = change.what === 'pause' ? [] : plan(changed, written, people, circumstances)
  const current = currentOf(planned)
  const { add, cancel } = replan(current, wanted)
  const tell = add.filter(isNews(written, changed))
  const messages = (change.what === 'start' ? add : tell).filter(({ kind }) => kind !== 'task')
  const called = tell.length - tell.filter(({ kind }) => kind !== 'task').length
  const waiting = change.what === 'pause' ? rows.filter(isWaiting) : wanted.filter(stillToLeave(rows))
  return {
    ...unchanged,
    changes: true,
    told: new Set(messages.map(({ contact }) => contact)).size,
    called,
    unaware: people.length - tell.length,
    ...(messages.length > 0 ? { firstAt: Math.min(...messages.map(({ dueAt }) => dueAt)) } : {}),
    takenBack: change.what === 'pause' ? 0 : cancel.length,
    waiting: waiting.length,
    soon: waiting.filter(({ dueAt }) => dueAt <= now + SOON_MS).length,
    atOnce: waiting.filter(({ dueAt }) => dueAt <= now + HOUR_MS).length,
    moved:
      'event' in change ? movedSteps(written, campaign, changed, { ...sending, evening: false, now }) : [],
  }
}

/** The campaign as it would be. Null: as it is. */
function changedBy(campaign: Campaign, change: PreviewedChange, now: number): Campaign | null {
  const version = campaign.version + 1
  switch (change.what) {
    case 'start':
    case 'resume':
      mustLieAhead(campaign.event, now)
      return { ...campaign, state: 'running', version, runningSince: now }
    case 'pause':
      return { ...campaign, state: 'paused', version }
    case 'cancelled':
      return { ...campaign, state: 'cancelled', version, change: { what: 'cancelled', version, at: now } }
    default: {
      const event = { ...campaign.event, ...change.event }
      if (JSON.stringify(event) === JSON.stringify(campaign.event)) return null
      const isTold = tellsPeople(campaign.event, event)
      if (isTold) mustLieAhead(event, now)
      const news = isTold ? { change: { what: 'moved' as const, version, at: now } } : {}
      return { ...campaign, state: 'running', version, event, ...news }
    }
  }
}

const currentOf = ({ rows, tasks }: Planned): Current[] => [
  ...rows.map(row => ({ is: 'row' as const, ...row })),
  ...tasks.map(task => ({ is: 'task' as const, key: task._id, ...task })),
]

/** Rows and tasks by which people hear of this very change. */
const isNews =
  ({ steps }: Timeline, { version, change }: Campaign) =>
  ({ key }: { key: string }): boolean =>
    change?.version === version &&
    steps.some(step => step.when === change.what && key.includes(`:${step.id}.${version}`))

const isWaiting = ({ state }: { state: string }): boolean => state === 'planned'

/** Messages of a plan that have not left yet. */
function stillToLeave(rows: Planned['rows']) {
  const states = new Map(rows.map(({ key, state }) => [key, state]))
  const mayLeave: readonly (string | undefined)[] = ['planned', 'cancelled', 'expired', undefined]
  return ({ kind, key }: Wanted): boolean => kind !== 'task' && mayLeave.includes(states.get(key))
}

function movedSteps(
  written: Timeline,
  before: Campaign,
  after: Campaign,
  { now, ...options }: PlanOptions & { now: number },
): ChangePreview['moved'] {
  const timeline = adapted(written, before.steps)
  const from = new Map(planSteps(timeline, before.event, options).map(({ id, dueAt }) => [id, dueAt]))
  return planSteps(timeline, after.event, options).flatMap(({ id, dueAt, skipped }) => {
    const was = from.get(id)
    return was === undefined || was === dueAt || was <= now || skipped
      ? []
      : [{ step: id, from: was, to: dueAt }]
  })
}
