import type { Campaign, StepChange } from '../domain/campaign'
import { daysOf } from '../domain/timeline/adapted'
import { AppError } from '../errors'
import { type PlanCampaign, planCampaign } from './planCampaign'

/**
 * Puts one step of a campaign on another day or hour, leaves it out, or puts it back as the timeline has it.
 * @param version the campaign as the coordinator saw it
 * @throws CAMPAIGN_CHANGED when somebody was faster; ARGUMENT_INVALID outside the step's window
 */
export async function changeStep(
  deps: PlanCampaign,
  campaign: Campaign,
  version: number,
  step: string,
  change: StepChange,
): Promise<void> {
  const { documents, content } = deps
  const moment = content.timeline(campaign.timeline.id)?.steps.find(({ id, when }) => id === step && !when)
  if (!moment) throw new AppError('NOT_FOUND', 'There is no such step')
  const window = daysOf(moment)
  const { days } = change
  if (days !== undefined && (!window || days < window.first || days > window.last))
    throw new AppError('ARGUMENT_INVALID', 'Outside its window', {
      fields: [{ field: 'days', problem: 'outside_window', ...(window && { values: window }) }],
    })
  const { [step]: _, ...others } = campaign.steps ?? {}
  const steps = Object.keys(change).length > 0 ? { ...others, [step]: change } : others
  const changed = await documents
    .collection('campaigns')
    .update({ _id: campaign._id, version }, { set: { steps }, inc: { version: 1 } })
  if (!changed)
    throw new AppError('CAMPAIGN_CHANGED', 'Somebody else changed it; read it again, then change', {
      campaign: campaign._id,
    })
  if (changed.state === 'running') await planCampaign(deps, campaign._id)
}
