import { z } from 'zod'
import { CONCLUSION_STATES, type Conclusion } from '../../domain/report/conclusion'
import type { Staff } from '../../domain/staff'
import { AppError } from '../../errors'
import type { Desk } from '../desk'
import { type Call, type Endpoint, endpoint } from './endpoint'
import { misfit } from './refusals'
import { ID, MOMENT } from './schemas'

const NEW_CONCLUSION = z.object({
  learned: z.string().max(5_000).default('').describe('What was learned'),
  action: z.string().max(5_000).describe('What is done differently'),
  owner: z.string().max(5_000).describe('Who sees to it'),
  before: z
    .union([z.iso.date(), z.literal('')])
    .default('')
    .describe('The day before which it is done'),
})

const CONCLUSION = z.object({
  id: ID,
  version: z.number().int(),
  learned: z.string(),
  action: z.string(),
  owner: z.string(),
  before: z.string(),
  state: z.enum(CONCLUSION_STATES),
  at: MOMENT,
})

const conclusionOf = ({ _id: id, rev: version, learned, action, owner, before, state, at }: Conclusion) =>
  ({ id, version, learned, action, owner, before, state, at }) satisfies z.infer<typeof CONCLUSION>

/** What a team changes after an event. */
export const CONCLUSION_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    name: 'listConclusions',
    method: 'get',
    path: '/reports/{campaign}/conclusions',
    summary: 'What was concluded after one event, the oldest first; without what was dropped.',
    answer: z.object({ conclusions: z.array(CONCLUSION) }),
    async run({ campaigns, reports }, { by, params }) {
      const { _id } = await campaigns.campaign(by, params.campaign ?? '')
      return { conclusions: (await reports.conclusions(by, _id)).map(conclusionOf) }
    },
  }),
  endpoint({
    name: 'conclude',
    method: 'post',
    path: '/reports/{campaign}/conclusions',
    summary: 'Attaches a conclusion to the report of one event; the next one of its series begins with it.',
    body: NEW_CONCLUSION,
    answer: CONCLUSION,
    makes: true,
    async run({ reports }, { by, params, body, id: key }) {
      const { campaign = '' } = params
      const problems = await reports.conclude(by, { campaign, key, draft: body })
      if (problems) throw misfit(problems)
      return conclusionOf(await reports.conclusion(by, `${campaign}:${key}`))
    },
  }),
  endpoint({
    name: 'changeConclusion',
    method: 'put',
    path: '/reports/{campaign}/conclusions/{conclusion}',
    summary: 'Writes a conclusion anew. Refused when somebody changed it since that version.',
    body: NEW_CONCLUSION.extend({ version: z.number().int() }),
    answer: CONCLUSION,
    async run(desk, { by, params, body: { version: rev, ...draft } }) {
      const { _id: id } = await own(desk, by, params)
      const result = await desk.reports.changeConclusion(by, { id, rev, draft })
      const now = await own(desk, by, params)
      if (result === 'changed')
        throw new AppError(
          'CONCLUSION_CHANGED',
          'Somebody changed it meanwhile; read it again, then change',
          {
            version: now.rev,
            state: now.state,
          },
        )
      if (result) throw misfit(result)
      return conclusionOf(now)
    },
  }),
  endpoint({
    name: 'closeConclusion',
    method: 'put',
    path: '/reports/{campaign}/conclusions/{conclusion}/state',
    summary: 'It is done, dropped, or open again. Twice is once.',
    body: z.object({ state: z.enum(CONCLUSION_STATES) }),
    answer: CONCLUSION,
    async run(desk, { by, params, body: { state } }) {
      const { _id: id } = await own(desk, by, params)
      await desk.reports.closeConclusion(by, { id, state })
      return conclusionOf(await own(desk, by, params))
    },
  }),
]

/** @throws NOT_FOUND when it is of another event */
async function own({ reports }: Desk, by: Staff, { campaign, conclusion = '' }: Call['params']) {
  const found = await reports.conclusion(by, conclusion)
  if (found.campaign !== campaign) throw new AppError('NOT_FOUND', 'There is no such conclusion')
  return found
}
