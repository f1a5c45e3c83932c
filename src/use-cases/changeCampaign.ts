import type { Campaign, Event } from '../domain/campaign'
import { lackingFields } from '../domain/campaigns/contract'
import type { Picks } from '../domain/campaigns/picks'
import type { Timeline } from '../domain/timeline/definition'
import { anchorMoment } from '../domain/timeline/dueAt'
import { isZone, wallClock } from '../domain/timeline/wallClock'
import { AppError } from '../errors'
import type { Content } from '../ports/content'
import type { Patch } from '../ports/documents'
import type { Texts } from '../ports/texts'
import { valuesIn } from './campaignWording'
import { type PlanCampaign, planCampaign } from './planCampaign'
import type { PlanResult } from './writePlan'

export type CampaignChange =
  | { what: 'start' | 'pause' | 'resume' | 'cancel' }
  /** Other facts of the event. A change of day, hour or place is told to everyone who heard of it (G5). */
  | { what: 'edit'; event: Partial<Event>; picks?: Picks }
  /** The timeline has a new version. */
  | { what: 'timeline'; version: number }

export interface ChangeCampaign extends PlanCampaign {
  content: Pick<Content, 'timeline' | 'dialog' | 'texts'>
}

/** What people planned their day by. */
const TOLD: readonly (keyof Event)[] = ['start', 'end', 'zone', 'place', 'address']

/** So that everyone who heard of the event hears of this too. */
export const tellsPeople = (before: Event, after: Event): boolean =>
  TOLD.some(field => before[field] !== after[field])

const MAY: Record<CampaignChange['what'], readonly Campaign['state'][]> = {
  start: ['draft'],
  pause: ['running'],
  resume: ['paused'],
  cancel: ['draft', 'running', 'paused'],
  edit: ['draft', 'running', 'paused'],
  timeline: ['draft', 'running', 'paused'],
}

/**
 * Changes a campaign and plans it anew. When the process stops in between, `planDue` goes on.
 * @param version the campaign as the coordinator saw it; CAMPAIGN_CHANGED when somebody was faster
 */
export async function changeCampaign(
  deps: ChangeCampaign,
  campaignId: string,
  version: number,
  change: CampaignChange,
): Promise<PlanResult> {
  const { documents, clock } = deps
  const campaigns = documents.collection('campaigns')
  const campaign = await campaigns.get(campaignId, { fresh: true })
  if (!campaign)
    throw new AppError('CAMPAIGN_NOT_FOUND', 'There is no such campaign', { campaign: campaignId })
  if (campaign.version !== version || !MAY[change.what].includes(campaign.state)) throw changed(campaignId)
  if (change.what === 'start' || change.what === 'resume') {
    const organisation = await documents.collection('organisations').get(campaign.organisation)
    const { content } = deps
    const timeline = content.timeline(campaign.timeline.id)
    mustBeComplete(campaign.event, timeline, organisation?.languages ?? [], content.texts)
  }
  const patch = patchFor(campaign, change, clock.now())
  if (!(await campaigns.update({ _id: campaignId, version }, { ...patch, inc: { version: 1 } })))
    throw changed(campaignId)
  return planCampaign(deps, campaignId)
}

/** Another day, hour or place; everyone who heard of the event hears of it. */
export const moveEvent = (deps: ChangeCampaign, campaignId: string, version: number, event: Partial<Event>) =>
  changeCampaign(deps, campaignId, version, { what: 'edit', event })

export const cancelEvent = (deps: ChangeCampaign, campaignId: string, version: number) =>
  changeCampaign(deps, campaignId, version, { what: 'cancel' })

const changed = (campaign: string) =>
  new AppError('CAMPAIGN_CHANGED', 'The campaign is no longer as it was shown; read it again, then change', {
    campaign,
  })

function patchFor(campaign: Campaign, change: CampaignChange, now: number): Patch {
  switch (change.what) {
    case 'start':
    case 'resume':
      mustLieAhead(campaign.event, now)
      return { set: { state: 'running', runningSince: now } }
    case 'pause':
      return { set: { state: 'paused' } }
    case 'cancel':
      return { set: { state: 'cancelled', change: news(campaign, 'cancelled', now) } }
    case 'timeline':
      return { set: { 'timeline.version': change.version } }
    case 'edit': {
      const event = { ...campaign.event, ...change.event }
      const moved = tellsPeople(campaign.event, event)
      if (moved) mustLieAhead(event, now)
      const tell = moved && campaign.state !== 'draft'
      return {
        set: {
          event,
          ...(change.picks ? { picks: change.picks } : {}),
          ...(tell ? { change: news(campaign, 'moved', now) } : {}),
        },
      }
    }
  }
}

const news = (campaign: Campaign, what: 'moved' | 'cancelled', at: number): Campaign['change'] => ({
  what,
  version: campaign.version + 1,
  at,
})

function mustBeComplete(
  event: Event,
  timeline: Timeline | null,
  languages: readonly string[],
  texts: Pick<Texts, 'wording'>,
) {
  const fields = timeline ? lackingFields(timeline, event, valuesIn(texts)) : ['timeline']
  if (languages.length === 0) fields.push('languages')
  if (fields.length > 0)
    throw new AppError('EVENT_INCOMPLETE', `The event lacks: ${fields.join(', ')}`, { fields })
}

/** @throws ARGUMENT_INVALID or EVENT_IN_PAST, with the fields */
export function mustLieAhead(event: Event, now: number) {
  const fields = [
    ...(isZone(event.zone) ? [] : ['zone']),
    ...(['start', 'end'] as const).filter(field => !wallClock(event[field]).isValid),
  ]
  if (fields.length > 0)
    throw new AppError('ARGUMENT_INVALID', `Not a time: ${fields.join(', ')}`, { fields })
  const start = anchorMoment(event, 'start')
  if (anchorMoment(event, 'end') < start)
    throw new AppError('ARGUMENT_INVALID', 'The event ends before it begins', { fields: ['end'] })
  if (start <= now) throw new AppError('EVENT_IN_PAST', 'The event lies in the past', { fields: ['start'] })
}
