import type { Campaign } from '../domain/campaign'
import type { Staff } from '../domain/staff'
import { AppError } from '../errors'
import type { Documents } from '../ports/documents'
import { ofOwn } from './ofOwn'

/** A campaign of who asks. A draft that was thrown away is not there, for as long as nobody takes it back. */
export async function ownCampaign(
  { documents }: { documents: Documents },
  by: Pick<Staff, 'organisation'>,
  id: string,
): Promise<Campaign> {
  const campaign = ofOwn(by, await documents.collection('campaigns').get(id), 'CAMPAIGN_NOT_FOUND')
  if (campaign.removedAt !== undefined) throw new AppError('CAMPAIGN_NOT_FOUND', 'It was thrown away')
  return campaign
}
