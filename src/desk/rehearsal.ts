import { writeCsv } from '../lists/writeCsv'
import { dryRun } from '../use-cases/dryRun'
import { readPlan } from '../use-cases/readPlan'
import { sendTest } from '../use-cases/sendTest'
import type { PlanningRoutes } from '../web/pages/planning/routes'
import { ownContacts } from './ownContacts'
import type { DeskTools } from './tools'

type Rehearsal = Pick<PlanningRoutes, 'plan' | 'dryRun' | 'joining' | 'csv' | 'sendTest'>

/** What would leave, with nothing written down. */
export function createRehearsalDesk(tools: DeskTools): Rehearsal {
  const rendering = { ...tools.sending, content: tools.content }
  return {
    plan: (_by, campaign) => readPlan(rendering, campaign),
    dryRun: (_by, campaign, only) => dryRun(rendering, campaign, { only }),
    joining: async (by, campaign, ids) =>
      dryRun(rendering, campaign, { joining: await ownContacts(tools, by, ids) }),
    csv: writeCsv,
    sendTest: (by, campaign, asked) => sendTest({ ...rendering, newId: tools.newId }, by, campaign, asked),
  }
}
