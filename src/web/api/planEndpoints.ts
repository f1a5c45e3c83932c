import { z } from 'zod'
import type { Campaign } from '../../domain/campaign'
import type { Staff } from '../../domain/staff'
import { AppError } from '../../errors'
import type { Desk } from '../desk'
import { type Endpoint, endpoint } from './endpoint'
import { PERSON_RUN, PLAN, personRunOf, planOf } from './planSchemas'
import { ID } from './schemas'

/** As many as fit in one answer. */
const MOST = 100

const PAGE = z.object({
  from: z.coerce.number().int().min(0).default(0).describe('How many people to pass over'),
  limit: z.coerce.number().int().min(1).max(MOST).default(MOST),
})

/** Before there is a day, nothing has a moment. */
const withDay = ({ event }: Campaign): boolean => event.start !== ''

async function runPage({ campaigns }: Desk, by: Staff, id: string, { from, limit }: z.infer<typeof PAGE>) {
  const campaign = await campaigns.campaign(by, id)
  const everybody = await campaigns.peopleIn(by, campaign)
  const next = from + limit
  const people = withDay(campaign) ? await campaigns.dryRun(by, campaign, everybody.slice(from, next)) : []
  return {
    people: people.map(personRunOf),
    total: everybody.length,
    ...(withDay(campaign) && next < everybody.length ? { next } : {}),
  }
}

/** What would leave; nothing is sent and nothing stored. */
export const PLAN_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    name: 'readPlan',
    method: 'get',
    path: '/campaigns/{campaign}/steps',
    summary:
      'Each step with its moment, the reason for it, for how many, its price, and what may be changed.',
    answer: PLAN,
    run: async ({ campaigns }, { by, params }) =>
      planOf(await campaigns.plan(by, await campaigns.campaign(by, params.campaign ?? ''))),
  }),
  endpoint({
    name: 'dryRun',
    method: 'get',
    path: '/campaigns/{campaign}/dry-run',
    summary:
      'Every message of every person, as it would go, and why the others do not come. In the order of names, page by page.',
    query: PAGE,
    answer: z.object({
      people: z.array(PERSON_RUN).describe('Empty until there is a day'),
      total: z.number().int().describe('People in the campaign'),
      next: z.number().int().optional().describe('`from` of the next page; absent on the last one'),
    }),
    run: (desk, { by, params, query }) => runPage(desk, by, params.campaign ?? '', query),
  }),
  endpoint({
    name: 'dryRunOfOne',
    method: 'get',
    path: '/campaigns/{campaign}/dry-run/{contact}',
    summary: 'Every message of one person of the campaign, as it would go.',
    answer: PERSON_RUN,
    async run({ campaigns }, { by, params: { campaign: id = '', contact = '' } }) {
      const campaign = await campaigns.campaign(by, id)
      const [run] = withDay(campaign) ? await campaigns.dryRun(by, campaign, [contact]) : []
      if (!run) throw new AppError('CONTACT_NOT_FOUND', 'Not in this campaign, or it has no day yet')
      return personRunOf(run)
    },
  }),
  endpoint({
    name: 'dryRunOfJoining',
    method: 'post',
    path: '/campaigns/{campaign}/dry-run',
    summary:
      'Every message that people who are not in it yet would get, if they came in now. Changes nothing.',
    body: z.object({ contacts: z.array(ID).min(1).max(MOST) }),
    answer: z.object({ people: z.array(PERSON_RUN).describe('Empty until there is a day') }),
    looks: true,
    async run({ campaigns }, { by, params, body: { contacts } }) {
      const campaign = await campaigns.campaign(by, params.campaign ?? '')
      const people = withDay(campaign) ? await campaigns.joining(by, campaign, contacts) : []
      return { people: people.map(personRunOf) }
    },
  }),
]
