import { z } from 'zod'
import { AppError } from '../../errors'
import type { Saved } from '../../use-cases/saveDraft'
import { CAMPAIGN, CAMPAIGN_READING, campaignOf, campaignReadingOf, EVENT_FORM } from './campaignSchemas'
import { type Endpoint, endpoint } from './endpoint'
import { ID } from './schemas'

/** Planning a campaign, and how far it is. */
export const CAMPAIGN_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    name: 'listCampaigns',
    method: 'get',
    path: '/campaigns',
    summary: 'All campaigns of the organisation, the latest event first.',
    answer: z.object({ campaigns: z.array(CAMPAIGN) }),
    run: async ({ campaigns }, { by }) => ({ campaigns: (await campaigns.campaigns(by)).map(campaignOf) }),
  }),
  endpoint({
    name: 'planCampaign',
    method: 'post',
    path: '/campaigns',
    summary: 'A draft, as the form of a new campaign makes it. Nothing leaves before it is started.',
    body: EVENT_FORM.extend({ after: ID.optional().describe('The earlier event that it follows on') }),
    answer: CAMPAIGN,
    makes: true,
    async run({ campaigns, api }, { by, body, id }) {
      const { after, ...form } = body
      const earlier = after === undefined ? undefined : await campaigns.campaign(by, after)
      return saved((await api.made(by, id)) ?? (await campaigns.save(by, { id, form, after: earlier })))
    },
  }),
  endpoint({
    name: 'readCampaign',
    method: 'get',
    path: '/campaigns/{campaign}',
    summary: 'One campaign, with how far each step is and what people answered.',
    answer: CAMPAIGN_READING,
    run: async ({ campaigns }, { by, params }) =>
      campaignReadingOf(await campaigns.read(by, params.campaign ?? '')),
  }),
  endpoint({
    name: 'changeDraft',
    method: 'put',
    path: '/campaigns/{campaign}',
    summary: 'The whole form of a draft anew. Refused when somebody changed it since that version.',
    body: EVENT_FORM.extend({ version: z.number().int() }),
    answer: CAMPAIGN,
    async run({ campaigns }, { by, params, body }) {
      const { version, ...form } = body
      const { _id: id } = await campaigns.campaign(by, params.campaign ?? '')
      return saved(await campaigns.save(by, { id, version, form }))
    },
  }),
]

function saved(result: Saved) {
  if (!result.ok) throw new AppError('ARGUMENT_INVALID', 'This does not fit', { fields: result.problems })
  return campaignOf(result.campaign)
}
