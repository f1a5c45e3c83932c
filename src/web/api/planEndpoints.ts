import { z } from 'zod'
import type { Staff } from '../../domain/staff'
import { AppError } from '../../errors'
import type { Desk } from '../desk'
import { type Endpoint, endpoint } from './endpoint'
import { PERSON_RUN, PLAN, personRunOf, planOf } from './planSchemas'

/** Before there is a day, nothing has a moment. */
async function runs({ campaigns }: Desk, by: Staff, id = '', contact?: string) {
  const campaign = await campaigns.campaign(by, id)
  if (campaign.event.start === '') return []
  const people = contact === undefined ? await campaigns.peopleIn(by, campaign) : [contact]
  return (await campaigns.dryRun(by, campaign, people)).map(personRunOf)
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
    summary: 'Every message of every person, as it would go, and why the others do not come.',
    answer: z.object({ people: z.array(PERSON_RUN).describe('Empty until there is a day') }),
    run: async (desk, { by, params }) => ({ people: await runs(desk, by, params.campaign) }),
  }),
  endpoint({
    name: 'dryRunOfOne',
    method: 'get',
    path: '/campaigns/{campaign}/dry-run/{contact}',
    summary: 'Every message of one person of the campaign, as it would go.',
    answer: PERSON_RUN,
    async run(desk, { by, params }) {
      const [run] = await runs(desk, by, params.campaign, params.contact ?? '')
      if (!run) throw new AppError('CONTACT_NOT_FOUND', 'Not in this campaign, or it has no day yet')
      return run
    },
  }),
]
