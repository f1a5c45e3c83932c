import { conclusionsOf } from '../use-cases/concludeReport'
import { readCampaigns } from '../use-cases/readCampaigns'
import { readForm } from '../use-cases/readForm'
import { readNames } from '../use-cases/readNames'
import { removeDraft } from '../use-cases/removeDraft'
import { saveDraft } from '../use-cases/saveDraft'
import type { PlanningRoutes } from '../web/pages/planning/routes'
import { createChangesDesk } from './changes'
import { createChoosingDesk } from './choosing'
import { ofOwn } from './ofOwn'
import { ownCampaign } from './ownCampaign'
import { createRehearsalDesk } from './rehearsal'
import type { DeskTools } from './tools'

/** A coordinator plans a campaign, from the empty form to its start, and changes what runs. */
export function createPlanningDesk(tools: DeskTools): PlanningRoutes {
  const { documents } = tools
  return {
    ...createChoosingDesk(tools),
    ...createRehearsalDesk(tools),
    ...createChangesDesk(tools),
    lines: ({ organisation }) => readCampaigns(tools, organisation),
    campaign: (by, id) => ownCampaign(tools, by, id),
    newKey: tools.newId,
    form: (by, asked) => readForm(tools, by, asked),
    save: (by, asked) => saveDraft(tools, by, asked),
    removeDraft: async (by, id, back) => {
      ofOwn(by, await documents.collection('campaigns').get(id), 'CAMPAIGN_NOT_FOUND')
      await removeDraft(tools, id, back)
    },
    staffName: async ({ organisation }, id) =>
      (await readNames(documents, organisation, [id]))[id ?? ''] ?? '',
    conclusions: ({ organisation }, series) => conclusionsOf(tools, { organisation, series }),
  }
}
