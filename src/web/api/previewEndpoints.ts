import { z } from 'zod'
import type { Campaign } from '../../domain/campaign'
import { AppError } from '../../errors'
import type { ChangePreview } from '../../use-cases/previewChange'
import { EVENT_FORM } from './campaignSchemas'
import { LOCAL, standingOf } from './changeEndpoints'
import { type Endpoint, endpoint } from './endpoint'
import { misfit } from './refusals'
import { MOMENT } from './schemas'

const count = z.number().int()

const PREVIEW = z.object({
  version: count.describe('What the change itself asks for'),
  changes: z.boolean().describe('False: all would be as it is'),
  people: count.describe('In the campaign'),
  told: count.describe('People who get a message because of it'),
  called: count.describe('People who are phoned, because no message fits'),
  unaware: count.describe('People who had heard nothing'),
  firstAt: MOMENT.optional().describe('When the first message leaves'),
  takenBack: count.describe('Messages and tasks that wait and are taken back'),
  waiting: count.describe('Messages that wait for their moment'),
  soon: count.describe('Of those, within two days'),
  atOnce: count.describe('Of those, within an hour'),
  moved: z.array(z.object({ step: z.string(), from: MOMENT, to: MOMENT })),
})

const previewOf = ({ campaign, ...numbers }: ChangePreview): z.infer<typeof PREVIEW> => ({
  version: campaign.version,
  ...numbers,
})

/** The states that a change begins from, as the pages offer it. */
const FROM = {
  start: ['draft'],
  pause: ['running'],
  resume: ['paused'],
  cancel: ['draft', 'running', 'paused'],
} as const satisfies Record<string, readonly Campaign['state'][]>

const SUMMARIES: Record<keyof typeof FROM, string> = {
  start: 'What starting would do; `steps` names what it still lacks.',
  pause: 'How much would wait.',
  resume: 'What would go on, and what is too late by now.',
  cancel: 'Who would be told, and what would be taken back.',
}

const simple = (what: keyof typeof FROM): Endpoint =>
  endpoint({
    name: `preview${what[0]!.toUpperCase()}${what.slice(1)}`,
    method: 'get',
    path: `/campaigns/{campaign}/${what}`,
    summary: `${SUMMARIES[what]} Changes nothing.`,
    answer: PREVIEW,
    async run({ campaigns }, { by, params }) {
      const campaign = await campaigns.campaign(by, params.campaign ?? '')
      const { state } = campaign
      if (!FROM[what].some(one => one === state))
        throw new AppError('CAMPAIGN_CHANGED', 'It is in another state by now', standingOf(campaign))
      const change = what === 'cancel' ? 'cancelled' : what
      return previewOf(await campaigns.previewChange(by, campaign, { what: change }))
    },
  })

/** What will change, before it changes: the numbers on the button of the page. Reading takes the path of the deed itself. */
export const PREVIEW_ENDPOINTS: readonly Endpoint[] = [
  simple('start'),
  simple('pause'),
  simple('resume'),
  simple('cancel'),
  endpoint({
    name: 'previewMove',
    method: 'get',
    path: '/campaigns/{campaign}/move',
    summary: 'Who would be told of another day or hour, and which steps would move along. Changes nothing.',
    query: z.object({ start: LOCAL, end: LOCAL }),
    answer: PREVIEW,
    run: async ({ campaigns }, { by, params, query: event }) =>
      previewOf(await campaigns.preview(by, params.campaign ?? '', { what: 'moved', event })),
  }),
  endpoint({
    name: 'previewChange',
    method: 'post',
    path: '/campaigns/{campaign}/preview',
    summary: 'What the form anew would do to a campaign that has begun: who would be told. Changes nothing.',
    body: EVENT_FORM,
    answer: PREVIEW,
    looks: true,
    async run({ campaigns }, { by, params, body: form }) {
      const campaign = await campaigns.campaign(by, params.campaign ?? '')
      const { problems, preview } = await campaigns.previewEdit(by, campaign, form)
      if (!preview) throw misfit(problems)
      return previewOf(preview)
    },
  }),
]
