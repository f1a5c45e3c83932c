import { eventFacts } from '../content/facts'
import type { Staff } from '../domain/staff'
import { askConsent } from '../use-cases/askConsent'
import { cancelEvent, moveEvent } from '../use-cases/changeCampaign'
import { markAttendance } from '../use-cases/markAttendance'
import { previewChange } from '../use-cases/previewChange'
import { readCampaign } from '../use-cases/readCampaign'
import type { CampaignRoutes } from '../web/pages/campaign/routes'
import type { ChangeRoutes } from '../web/pages/change/routes'
import type { PlanningRoutes } from '../web/pages/planning/routes'
import { ofOwn } from './ofOwn'
import { ownCampaign } from './ownCampaign'
import { createPlanningDesk } from './planning'
import { createTaskDesk } from './tasks'
import type { DeskTools } from './tools'

/** What a coordinator does with a campaign that is under way. */
export function createCampaignDesk(tools: DeskTools): CampaignRoutes & ChangeRoutes & PlanningRoutes {
  const { documents, content, clock, zone, tick } = tools
  const campaigns = documents.collection('campaigns')
  const own = (by: Staff, id: string) => ownCampaign(tools, by, id)
  return {
    ...createTaskDesk(tools),
    ...createPlanningDesk(tools),
    content,
    clock,
    facts: eventFacts,
    zone,
    campaigns: ({ organisation }) =>
      campaigns.list(
        { organisation, removedAt: { $exists: false } },
        { sort: [['event.start', -1]], limit: 200 },
      ),
    campaign: own,
    preview: async (by, id, asked) => previewChange(tools, (await own(by, id))._id, asked),
    read: async (by, id, which) => readCampaign(tools, (await own(by, id))._id, which),
    askConsent: async (by, contact) => {
      ofOwn(by, await documents.collection('contacts').get(contact), 'CONTACT_NOT_FOUND')
      await askConsent(tools, contact)
      await tick()
    },
    markAttendance: async (by, id, who) => {
      const done = await markAttendance(tools.turns, (await own(by, id))._id, who, by._id)
      await tick()
      return done
    },
    move: async (by, id, version, start, end) => {
      await moveEvent(tools, (await own(by, id))._id, version, { start, end })
      await tick()
    },
    cancel: async (by, id, version) => {
      await cancelEvent(tools, (await own(by, id))._id, version)
      await tick()
    },
  }
}
