import { anchorMoment } from '../domain/timeline/dueAt'
import { AppError } from '../errors'
import { enrolmentOf } from './enrolment'
import { type PlanCampaign, planCampaign } from './planCampaign'

/**
 * Somebody comes in, maybe late: they get what still makes sense (G4).
 * @returns false when they were in already; then only what was missing is planned
 */
export async function joinCampaign(
  deps: PlanCampaign,
  campaignId: string,
  contactId: string,
): Promise<boolean> {
  const { documents, clock } = deps
  const [campaign, contact] = await Promise.all([
    documents.collection('campaigns').get(campaignId),
    documents.collection('contacts').get(contactId),
  ])
  if (!campaign)
    throw new AppError('CAMPAIGN_NOT_FOUND', 'There is no such campaign', { campaign: campaignId })
  if (contact?.organisation !== campaign.organisation)
    throw new AppError('CONTACT_NOT_FOUND', 'There is no such contact', { contact: contactId })
  const joinedAt = clock.now()
  if (anchorMoment(campaign.event, 'start') <= joinedAt)
    throw new AppError('EVENT_IN_PAST', 'The event has begun', { campaign: campaignId })
  const isNew = await documents.collection('enrolments').insert(enrolmentOf(campaign, contact, joinedAt))
  await planCampaign(deps, campaignId, { contact: contactId })
  return isNew
}
