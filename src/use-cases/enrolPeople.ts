import type { Campaign } from '../domain/campaign'
import type { Contact } from '../domain/contact'
import { AppError } from '../errors'
import { enrolmentOf } from './enrolment'
import { joinCampaign } from './joinCampaign'
import { type PlanCampaign, planCampaign } from './planCampaign'

/**
 * People come into a campaign. Into a draft without any plan yet; into one that runs as late joiners (G4).
 * @returns how many were not in it yet, and the moment by which `takeOutSince` finds them
 */
export async function enrolPeople(
  deps: PlanCampaign,
  campaign: Campaign,
  contacts: readonly Contact[],
): Promise<{ count: number; at: number }> {
  const at = deps.clock.now()
  let count = 0
  for (const contact of contacts) {
    const isNew =
      campaign.state === 'draft'
        ? await deps.documents.collection('enrolments').insert(enrolmentOf(campaign, contact, at))
        : await joinCampaign(deps, campaign._id, contact._id)
    if (isNew) count++
  }
  return { count, at }
}

/** Somebody is out of a campaign: what waits for them is taken back, what they got stays in their history. */
export async function takeOut(deps: PlanCampaign, campaign: string, contact: string): Promise<void> {
  await deps.documents.collection('enrolments').remove({ _id: `${campaign}:${contact}` })
  await planCampaign(deps, campaign, { contact })
}

/** Takes back the last choosing of people for a draft. */
export async function takeOutSince(
  { documents }: PlanCampaign,
  campaign: Campaign,
  at: number,
): Promise<void> {
  if (campaign.state !== 'draft')
    throw new AppError('CAMPAIGN_CHANGED', 'It has begun', { campaign: campaign._id })
  await documents.collection('enrolments').remove({ campaign: campaign._id, joinedAt: at })
}
