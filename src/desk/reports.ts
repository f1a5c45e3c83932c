import type { Campaign } from '../domain/campaign'
import type { Staff } from '../domain/staff'
import { writeCsv } from '../lists/writeCsv'
import { writeList } from '../lists/writeList'
import { readReport } from '../use-cases/readReport'
import { readReports } from '../use-cases/readReports'
import type { ReportRoutes } from '../web/pages/reports/routes'
import { ofOwn } from './ofOwn'
import type { DeskTools } from './tools'

/** What anybody reads who may read reports; what of it, the reader's role decides. */
export function createReportDesk(tools: DeskTools): ReportRoutes {
  const { documents, content, clock } = tools
  const own = async (by: Staff, id: string): Promise<Campaign> =>
    ofOwn(by, await documents.collection('campaigns').get(id), 'CAMPAIGN_NOT_FOUND')
  return {
    content,
    now: () => clock.now(),
    house: async ({ organisation }) => {
      const { name, policy } = ofOwn({ organisation }, await houseOf(tools, organisation))
      return { name, policy }
    },
    list: ({ organisation }, asked) => readReports(tools, { ...asked, organisation }),
    event: async (by, id, reader) => readReport(tools, await own(by, id), reader),
    csv: writeCsv,
    xlsx: writeList,
  }
}

async function houseOf({ documents }: DeskTools, organisation: string) {
  const house = await documents.collection('organisations').get(organisation)
  return house && { organisation, ...house }
}
