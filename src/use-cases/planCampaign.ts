import type { Campaign } from '../domain/campaign'
import { type Person, plan, type Wanted } from '../domain/timeline/plan'
import { sendingHoursOf } from '../domain/timeline/sendingHours'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Content } from '../ports/content'
import type { CrashPoint } from '../ports/crashPoint'
import type { Documents } from '../ports/documents'
import type { NewId } from '../ports/ids'
import type { Log } from '../ports/log'
import type { Seal } from '../ports/seal'
import { openEvaluations } from './openEvaluations'
import { readPlanned } from './readPlanned'
import { type PlanResult, writePlan } from './writePlan'

export interface PlanCampaign {
  documents: Documents
  content: Pick<Content, 'timeline' | 'dialog'>
  seal: Pick<Seal, 'newPair'>
  clock: Pick<Clock, 'now'>
  newId: NewId
  log: Log
  crash?: CrashPoint
}

/** A draft may still become another kind of event; nobody is asked about a cancelled one. */
const ASKING: readonly Campaign['state'][] = ['running', 'paused']

/** Somebody changes the campaign each time we are done: the tick goes on from there. */
const ROUNDS = 5

/**
 * Brings letterboxes, outbox and task list in line with a campaign (protocol 4.8). Safe to do twice, by two processes at once, and
 * to stop anywhere: keys are unique, an older plan never overwrites a newer one, and what has left is not touched.
 * @param only one person, after an answer or a mark at the door: no new version, nobody else waits for it
 */
export async function planCampaign(
  deps: PlanCampaign,
  campaignId: string,
  only: { contact?: string } = {},
): Promise<PlanResult> {
  const campaigns = deps.documents.collection('campaigns')
  const total: PlanResult = { added: 0, moved: 0, cancelled: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const campaign = await campaigns.get(campaignId, { fresh: true })
    if (!campaign)
      throw new AppError('CAMPAIGN_NOT_FOUND', 'There is no such campaign', { campaign: campaignId })
    const { version } = campaign
    if (only.contact === undefined && campaign.plannedVersion >= version) break
    // Before anybody can be asked: whoever answers needs a letterbox.
    if (only.contact === undefined && ASKING.includes(campaign.state)) await openEvaluations(deps, campaign)
    // While it is paused nothing leaves; resuming plans it anew.
    if (campaign.state !== 'paused') await bringInLine(deps, campaign, only.contact, total)
    if (only.contact !== undefined) break
    await deps.crash?.('plan.beforePlannedVersion')
    // Null: it has changed meanwhile, so it is planned again.
    if (await campaigns.update({ _id: campaignId, version }, { set: { plannedVersion: version } })) break
  }
  deps.log.info('planned', { campaign: campaignId, ...total })
  return total
}

/** The tick: every campaign that changed since it was planned. One that cannot be planned does not hold up the others. */
export async function planDue(deps: PlanCampaign): Promise<void> {
  const states = ['running', 'paused', 'cancelled'] as const
  for await (const campaign of deps.documents.collection('campaigns').each({ state: { $in: states } })) {
    if (campaign.plannedVersion >= campaign.version) continue
    try {
      await planCampaign(deps, campaign._id)
    } catch (error) {
      deps.log.error('campaign not planned', error, { campaign: campaign._id })
    }
  }
}

async function bringInLine(
  deps: PlanCampaign,
  campaign: Campaign,
  contact: string | undefined,
  total: PlanResult,
): Promise<void> {
  const { documents } = deps
  const planned = await readPlanned(documents, campaign._id, contact)
  const wanted = await wantedNow(deps, campaign, planned.people)
  const written = await writePlan(deps, campaign, planned, wanted, contact)
  total.added += written.added
  total.moved += written.moved
  total.cancelled += written.cancelled

  // Who answered while we were writing was planned from an older answer, maybe over their own newer plan.
  const before = new Map(planned.enrolments.map(each => [each._id, JSON.stringify(each)]))
  const filter = { campaign: campaign._id, ...(contact === undefined ? {} : { contact }) }
  for (const now of await documents.collection('enrolments').list(filter))
    if (before.get(now._id) !== JSON.stringify(now))
      await planCampaign(deps, campaign._id, { contact: now.contact })
}

async function wantedNow(
  { documents, content, clock }: PlanCampaign,
  campaign: Campaign,
  people: readonly Person[],
): Promise<Wanted[]> {
  const timeline = content.timeline(campaign.timeline.id)
  if (!timeline)
    throw new AppError('NOT_FOUND', 'There is no such timeline', { timeline: campaign.timeline.id })
  const organisation = await documents.collection('organisations').get(campaign.organisation)
  const circumstances = {
    now: clock.now(),
    sending: sendingHoursOf(organisation),
    dialog: (id: string) => content.dialog(id),
  }
  return plan(campaign, timeline, people, circumstances)
}
