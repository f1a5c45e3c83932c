import { z } from 'zod'
import type { Staff } from '../../domain/staff'
import type { Saved } from '../../use-cases/saveDraft'
import type { Desk } from '../desk'
import { CAMPAIGN, CAMPAIGN_READING, campaignOf, campaignReadingOf, EVENT_FORM } from './campaignSchemas'
import { standingOf } from './changeEndpoints'
import { type Endpoint, endpoint, NOTHING } from './endpoint'
import { misfit, orStanding } from './refusals'
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
    name: 'changeCampaign',
    method: 'put',
    path: '/campaigns/{campaign}',
    summary:
      'The whole form anew. Once it has begun, its day and hours stay (`move` changes those), and who heard of another place is told. Refused when somebody changed it since that version.',
    body: EVENT_FORM.extend({ version: z.number().int() }),
    answer: CAMPAIGN,
    async run({ campaigns }, { by, params, body: { version, ...form } }) {
      const campaign = await campaigns.campaign(by, params.campaign ?? '')
      const { _id: id } = campaign
      return orStanding(
        async () => {
          if (campaign.state === 'draft') return saved(await campaigns.save(by, { id, version, form }))
          const { problems, preview } = await campaigns.previewEdit(by, campaign, form)
          if (problems.length > 0) throw misfit(problems)
          // Sent twice: it is so already.
          if (preview?.changes) await campaigns.edit(by, campaign, version, form)
          return campaignOf(await campaigns.campaign(by, id))
        },
        async () => standingOf(await campaigns.campaign(by, id)),
      )
    },
  }),
  endpoint({
    name: 'removeDraft',
    method: 'delete',
    path: '/campaigns/{campaign}',
    summary:
      'Throws a draft away; for thirty days it can be taken back. What has begun is cancelled instead.',
    answer: NOTHING,
    run: (desk, { by, params }) => thrownAway(desk, by, params.campaign ?? '', false),
  }),
  endpoint({
    name: 'takeBackDraft',
    method: 'post',
    path: '/campaigns/{campaign}/take-back',
    summary: 'A draft that was thrown away is there again. Twice is once.',
    answer: CAMPAIGN,
    async run(desk, { by, params: { campaign = '' } }) {
      await thrownAway(desk, by, campaign, true)
      return campaignOf(await desk.campaigns.campaign(by, campaign))
    },
  }),
]

async function thrownAway({ campaigns }: Desk, by: Staff, id: string, back: boolean) {
  await orStanding(
    () => campaigns.removeDraft(by, id, back),
    async () => standingOf(await campaigns.campaign(by, id)),
  )
  return {}
}

function saved(result: Saved) {
  if (!result.ok) throw misfit(result.problems)
  return campaignOf(result.campaign)
}
