import type { Campaign, Event } from '../domain/campaign'
import { plan } from '../domain/timeline/plan'
import { planSteps } from '../domain/timeline/planSteps'
import { replan } from '../domain/timeline/replan'
import { sendingHoursOf } from '../domain/timeline/sendingHours'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import { mustLieAhead } from './changeCampaign'
import { readPlanned } from './readPlanned'

export type PreviewedChange = { what: 'moved'; event: Pick<Event, 'start' | 'end'> } | { what: 'cancelled' }

export interface ChangePreview {
  campaign: Campaign
  /** False: the event would be as it is. */
  changes: boolean
  /** How many people get a message, how many are phoned because no message fits, how many had heard nothing. */
  told: number
  called: number
  unaware: number
  /** When the first message leaves. */
  firstAt?: number
  /** Messages and tasks that wait and are taken back. */
  takenBack: number
  /** Steps that get another date. */
  moved: { step: string; from: number; to: number }[]
}

/**
 * What moving or cancelling would do, with nothing written down: the same plan that the change itself makes.
 * @throws EVENT_IN_PAST or ARGUMENT_INVALID, as the change would
 */
export async function previewChange(
  deps: { documents: Documents; content: Pick<Content, 'timeline' | 'dialog'>; clock: Clock },
  campaignId: string,
  change: PreviewedChange,
): Promise<ChangePreview> {
  const { documents, content } = deps
  const campaign = await documents.collection('campaigns').get(campaignId, { fresh: true })
  const timeline = campaign && content.timeline(campaign.timeline.id)
  if (!campaign || !timeline) throw new AppError('CAMPAIGN_NOT_FOUND', 'There is no such campaign')
  const now = deps.clock.now()
  const event = change.what === 'moved' ? { ...campaign.event, ...change.event } : campaign.event
  const changes =
    change.what === 'cancelled' || event.start !== campaign.event.start || event.end !== campaign.event.end
  if (change.what === 'moved' && changes) mustLieAhead(event, now)
  const unchanged = { campaign, changes, told: 0, called: 0, unaware: 0, takenBack: 0, moved: [] }
  if (!changes) return unchanged

  const version = campaign.version + 1
  const changed: Campaign = {
    ...campaign,
    state: change.what === 'cancelled' ? 'cancelled' : 'running',
    version,
    event,
    change: { what: change.what, version, at: now },
  }
  const organisation = await documents.collection('organisations').get(campaign.organisation)
  const sending = sendingHoursOf(organisation)
  const { rows, tasks, people } = await readPlanned(documents, campaignId)
  const circumstances = { now, sending, dialog: (id: string) => content.dialog(id) }
  const wanted = plan(changed, timeline, people, circumstances)
  const { add, cancel } = replan(
    [
      ...rows.map(row => ({ is: 'row' as const, ...row })),
      ...tasks.map(task => ({ is: 'task' as const, key: task._id, ...task })),
    ],
    wanted,
  )
  const news = new Set(timeline.steps.filter(step => step.when === change.what).map(({ id }) => id))
  const isNews = ({ key }: { key: string }) => [...news].some(id => key.includes(`:${id}.${version}`))
  const tell = add.filter(isNews)
  const messages = tell.filter(({ kind }) => kind !== 'task')
  const options = { ...sending, evening: false }
  const before = new Map(planSteps(timeline, campaign.event, options).map(step => [step.id, step.dueAt]))
  return {
    ...unchanged,
    told: messages.length,
    called: tell.length - messages.length,
    unaware: people.length - tell.length,
    ...(messages.length > 0 ? { firstAt: Math.min(...messages.map(({ dueAt }) => dueAt)) } : {}),
    takenBack: cancel.length,
    moved:
      change.what === 'cancelled'
        ? []
        : planSteps(timeline, event, options).flatMap(({ id, dueAt, skipped }) => {
            const from = before.get(id)
            return from === undefined || from === dueAt || from <= now || skipped
              ? []
              : [{ step: id, from, to: dueAt }]
          }),
  }
}
