import type { Campaign } from '../domain/campaign'
import { checkForm, phoneOf } from '../domain/campaigns/checkForm'
import { type EventForm, eventOf } from '../domain/campaigns/eventForm'
import type { FieldProblem } from '../domain/fieldProblem'
import { campaignWording } from './campaignWording'
import { type ChangeCampaign, changeCampaign } from './changeCampaign'
import { type ChangePreview, previewChange } from './previewChange'

/** What new facts of an event would do; or what is typed wrong. */
export async function previewEdit(
  deps: ChangeCampaign,
  campaign: Campaign,
  form: EventForm,
): Promise<{ problems: FieldProblem[]; preview?: ChangePreview }> {
  const wording = await campaignWording(deps, campaign.organisation)
  const { now } = deps.clock
  // The day is not in question here, and it may have come.
  const problems = checkForm({ ...form, date: '' }, { now: now(), zone: wording.zone })
  if (problems.length > 0) return { problems }
  const { event } = await eventFrom(deps, campaign, form)
  return { problems, preview: await previewChange(deps, campaign._id, { what: 'edited', event }) }
}

/** @throws CAMPAIGN_CHANGED when somebody else changed it since `version` */
export async function editEvent(
  deps: ChangeCampaign,
  campaign: Campaign,
  version: number,
  form: EventForm,
): Promise<void> {
  await changeCampaign(deps, campaign._id, version, {
    what: 'edit',
    ...(await eventFrom(deps, campaign, form)),
  })
}

/** The event as it was, with the facts of the form; its day and hours have a page of their own. */
async function eventFrom(deps: ChangeCampaign, { event, organisation }: Campaign, form: EventForm) {
  const wording = await campaignWording(deps, organisation)
  const contactPhone = phoneOf(form.contactPhone) ?? ''
  const { start, end, zone } = event
  return { event: { ...eventOf({ ...form, contactPhone }, wording), start, end, zone }, picks: form.picks }
}
