import { z } from 'zod'
import { CONCLUSION_STATES, type Conclusion } from '../../domain/report/conclusion'
import { AppError } from '../../errors'
import { type Endpoint, endpoint } from './endpoint'
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
  learned: z.string(),
  action: z.string(),
  owner: z.string(),
  before: z.string(),
  state: z.enum(CONCLUSION_STATES),
  at: MOMENT,
})

const conclusionOf = ({ _id: id, learned, action, owner, before, state, at }: Conclusion) =>
  ({ id, learned, action, owner, before, state, at }) satisfies z.infer<typeof CONCLUSION>

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
      if (problems) throw new AppError('ARGUMENT_INVALID', 'This does not fit', { fields: problems })
      return conclusionOf(await reports.conclusion(by, `${campaign}:${key}`))
    },
  }),
]
