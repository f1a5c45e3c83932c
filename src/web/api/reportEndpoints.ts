import { type Endpoint, endpoint } from './endpoint'
import { REPORT, reportOf } from './reportSchemas'

/** What happened and what people thought. */
export const REPORT_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    name: 'readReport',
    method: 'get',
    path: '/reports/{campaign}',
    summary: 'The figures of one event, protected as in a download: nobody can be recognised in them.',
    answer: REPORT,
    run: async ({ reports }, { by, params }) =>
      reportOf(await reports.event(by, params.campaign ?? '', 'organiser')),
  }),
]
