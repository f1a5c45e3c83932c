import { enrolPeople, takeOut, takeOutSince } from '../use-cases/enrolPeople'
import { readPeople } from '../use-cases/readPeople'
import type { PlanningRoutes } from '../web/pages/planning/routes'
import { ownContacts } from './ownContacts'
import type { DeskTools } from './tools'

type Choosing = Pick<PlanningRoutes, 'people' | 'peopleIn' | 'enrol' | 'takeOut' | 'takeOutSince'>

/** Whom a campaign is for. */
export function createChoosingDesk(tools: DeskTools): Choosing {
  const { documents } = tools
  return {
    people: (_by, campaign, filter) => readPeople(documents, campaign, filter),
    peopleIn: async (_by, campaign) => {
      const { chosen } = await readPeople(documents, campaign, {})
      return chosen.map(({ _id }) => _id)
    },
    enrol: async (by, campaign, ids) => {
      const enrolled = await enrolPeople(tools, campaign, await ownContacts(tools, by, ids))
      if (campaign.state !== 'draft') await tools.tick()
      return enrolled
    },
    takeOut: (_by, campaign, contact) => takeOut(tools, campaign._id, contact),
    takeOutSince: (_by, campaign, at) => takeOutSince(tools, campaign, at),
  }
}
