import type { Campaign } from '../domain/campaign'
import { lackingFields } from '../domain/campaigns/contract'
import { adapted } from '../domain/timeline/adapted'
import { dayOfMoment } from '../domain/timeline/chooseMoment'
import { anchorMoment } from '../domain/timeline/dueAt'
import { gathers } from '../domain/timeline/gathers'
import { mainAudience } from '../domain/timeline/mainAudience'
import { planSteps } from '../domain/timeline/planSteps'
import { type SendingHours, sendingHoursOf } from '../domain/timeline/sendingHours'
import type { Clock } from '../ports/clock'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import { valuesIn } from './campaignWording'

/** One campaign in the list, with what there is to say about it in one sentence. */
export interface CampaignLine {
  campaign: Campaign
  /** People come together for it; else they are only asked what they think. */
  gathers: boolean
  people: number
  yes: number
  present: number
  /** Messages that wait while it is paused. */
  waiting: number
  /** Fields of the form that a draft still lacks. */
  lacking: string[]
  /** What happens next with participants. */
  next?: { step: string; at: number }
  over: boolean
  /** The days of its timeline, in order; one of them is the event. */
  dots: { is: 'step' | 'event'; past: boolean }[]
}

interface ReadCampaigns {
  documents: Documents
  content: Pick<Content, 'timeline' | 'texts'>
  clock: Pick<Clock, 'now'>
}

/** An organisation's campaigns, the latest event first; drafts without a day before all. */
export async function readCampaigns(deps: ReadCampaigns, organisation: string): Promise<CampaignLine[]> {
  const { documents } = deps
  const sending = sendingHoursOf(await documents.collection('organisations').get(organisation))
  const campaigns = await documents
    .collection('campaigns')
    .list({ organisation, removedAt: { $exists: false } }, { sort: [['event.start', -1]], limit: 200 })
  const undated = campaigns.filter(({ event }) => event.start === '')
  const dated = campaigns.filter(({ event }) => event.start !== '')
  return Promise.all([...undated, ...dated].map(campaign => readLine(deps, campaign, sending)))
}

async function readLine(
  deps: ReadCampaigns,
  campaign: Campaign,
  sending: SendingHours,
): Promise<CampaignLine> {
  const { documents, content, clock } = deps
  const { _id, event, state } = campaign
  const now = clock.now()
  const enrolments = documents.collection('enrolments')
  const [people, yes, present, waiting] = await Promise.all([
    enrolments.count({ campaign: _id }),
    enrolments.count({ campaign: _id, rsvp: 'yes' }),
    enrolments.count({ campaign: _id, attended: true }),
    state === 'paused' ? documents.collection('outbox').count({ campaign: _id, state: 'planned' }) : 0,
  ])
  const timeline = content.timeline(campaign.timeline.id)
  const meets = !timeline || gathers(timeline)
  const line = { campaign, gathers: meets, people, yes, present, waiting, lacking: [], over: false, dots: [] }
  if (!timeline) return line
  const lacking = state === 'draft' ? lackingFields(timeline, event, valuesIn(content.texts)) : []
  if (event.start === '') return { ...line, lacking }

  const steps = planSteps(adapted(timeline, campaign.steps), event, { ...sending, evening: false }).filter(
    ({ audience, skipped }) => audience === mainAudience(timeline.steps) && !skipped,
  )
  const next = steps.toSorted((a, b) => a.dueAt - b.dueAt).find(({ dueAt }) => dueAt > now)
  const start = anchorMoment(event, 'start')
  const days = new Map(steps.map(({ dueAt }) => [dayOfMoment(dueAt, event.zone).toMillis(), dueAt]))
  const dots = [
    ...[...days.values()].map(at => ({ is: 'step' as const, at })),
    { is: 'event' as const, at: start },
  ]
  return {
    ...line,
    lacking,
    over: anchorMoment(event, 'end') <= now,
    ...(next ? { next: { step: next.id, at: next.dueAt } } : {}),
    dots: dots.toSorted((a, b) => a.at - b.at).map(({ is, at }) => ({ is, past: at <= now })),
  }
}
