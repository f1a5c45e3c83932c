import type { Campaign } from '../domain/campaign'
import type { Staff } from '../domain/staff'
import { AppError } from '../errors'
import { conclusionsOf } from '../use-cases/concludeReport'
import { readCampaigns } from '../use-cases/readCampaigns'
import { readForm } from '../use-cases/readForm'
import { removeDraft } from '../use-cases/removeDraft'
import { saveDraft } from '../use-cases/saveDraft'
import type { PlanningRoutes } from '../web/pages/planning/routes'
import { ofOwn } from './ofOwn'
import type { DeskTools } from './tools'

/** A coordinator plans a campaign, from the empty form to the moment before its start. */
export function createPlanningDesk(tools: DeskTools): PlanningRoutes {
  const { documents } = tools
  const campaigns = documents.collection('campaigns')
  /** A draft that was thrown away is not there, for as long as nobody takes it back. */
  const own = async (by: Staff, id: string): Promise<Campaign> => {
    const campaign = ofOwn(by, await campaigns.get(id), 'CAMPAIGN_NOT_FOUND')
    if (campaign.removedAt !== undefined) throw new AppError('CAMPAIGN_NOT_FOUND', 'It was thrown away')
    return campaign
  }
  return {
    lines: ({ organisation }) => readCampaigns(tools, organisation),
    campaign: own,
    newKey: tools.newId,
    form: (by, asked) => readForm(tools, by, asked),
    save: (by, asked) => saveDraft(tools, by, asked),
    removeDraft: async (by, id, back) => {
      ofOwn(by, await campaigns.get(id), 'CAMPAIGN_NOT_FOUND')
      await removeDraft(tools, id, back)
    },
    staffName: async (by, id) => {
      const staff = id === undefined ? null : await documents.collection('staff').get(id)
      return staff?.organisation === by.organisation ? staff.name : ''
    },
    conclusions: async ({ organisation }, series) =>
      (await conclusionsOf(tools, { organisation, series })).map(
        ({ action, owner }) => `${action} · ${owner}`,
      ),
  }
}
