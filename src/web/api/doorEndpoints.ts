import { z } from 'zod'
import type { Staff } from '../../domain/staff'
import type { Counted } from '../../use-cases/checkIn'
import type { Desk } from '../desk'
import { type Call, type Endpoint, endpoint } from './endpoint'
import { misfit } from './refusals'
import { ENROLMENT, enrolmentOf } from './schemas'

const along = z.number().int().min(0).max(20)
const AT = z.object({ at: z.coerce.number().int().describe('`marked.at`: a newer mark is not taken back') })
const agoMs = z
  .number()
  .min(0)
  .optional()
  .describe('How long ago it was: without network it waited on the phone')

const COUNTED = z.object({
  outcome: z
    .enum(['done', 'already'])
    .describe('`already`: somebody was faster, or it was undone since; nothing has happened'),
  enrolment: ENROLMENT,
})

/** One press at the door, and how that person stands on the list then. */
async function press(
  { api }: Desk,
  { by, params: { campaign = '', contact = '' } }: Pick<Call, 'by' | 'params'>,
  deed: (campaign: string, contact: string) => Promise<Counted>,
): Promise<z.infer<typeof COUNTED>> {
  const outcome = await deed(campaign, contact)
  return { outcome, enrolment: enrolmentOf(await api.enrolment(by, campaign, contact)) }
}

const isHere = async ({ api }: Desk, by: Staff, campaign: string, contact: string) => ({
  enrolment: enrolmentOf(await api.enrolment(by, campaign, contact)),
})

/** What happens at the door on the day itself. Everything is safe to do twice. */
export const DOOR_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    name: 'checkIn',
    method: 'put',
    path: '/campaigns/{campaign}/enrolments/{contact}/check-in',
    summary: 'Somebody is here, with so many. The first time counts.',
    body: z.object({ companions: along.default(0), children: along.default(0), agoMs }),
    answer: COUNTED,
    run: (desk, call) =>
      press(desk, call, (campaign, contact) =>
        desk.day.checkIn(call.by, campaign, { contact, ...call.body }),
      ),
  }),
  endpoint({
    name: 'changeCompany',
    method: 'patch',
    path: '/campaigns/{campaign}/enrolments/{contact}/check-in',
    summary:
      'Others came later, or stayed at home. `from` is what was shown: two phones never overwrite each other.',
    body: z.object({ who: z.enum(['companions', 'children']), from: along, to: along }),
    answer: COUNTED,
    run: (desk, call) =>
      press(desk, call, (campaign, contact) =>
        desk.day.changeCompany(call.by, campaign, { contact, ...call.body }),
      ),
  }),
  endpoint({
    name: 'undoCheckIn',
    method: 'delete',
    path: '/campaigns/{campaign}/enrolments/{contact}/check-in',
    summary: 'They are not here after all.',
    query: AT,
    answer: COUNTED,
    run: (desk, call) =>
      press(desk, call, (campaign, contact) =>
        desk.day.undoCheckIn(call.by, campaign, { contact, markedAt: call.query.at }),
      ),
  }),
  endpoint({
    name: 'comeIn',
    method: 'put',
    path: '/campaigns/{campaign}/walk-ins/{contact}',
    summary: 'Somebody whom we know but who was not on the list is here.',
    answer: z.object({ enrolment: ENROLMENT }),
    async run(desk, { by, params: { campaign = '', contact = '' } }) {
      await desk.day.comeIn(by, campaign, contact)
      return isHere(desk, by, campaign, contact)
    },
  }),
  endpoint({
    name: 'addWalkIn',
    method: 'post',
    path: '/campaigns/{campaign}/walk-ins',
    summary:
      'Somebody at the door who is on no list: kept as a contact, put on this list and noted as here. A number that we know is the person we know.',
    body: z.object({
      name: z.string().max(500),
      language: z.string().max(20),
      phone: z.string().max(500).default(''),
      mayWrite: z.enum(['yes', 'no']).describe('Whether they said that we may write to them'),
    }),
    answer: z.object({ enrolment: ENROLMENT }),
    makes: true,
    async run(desk, { by, params: { campaign = '' }, body, id: key }) {
      const walked = await desk.day.walkIn(by, campaign, { ...body, key })
      if (!walked.ok) throw misfit(walked.problems)
      return isHere(desk, by, campaign, walked.contact)
    },
  }),
  endpoint({
    name: 'markNoShows',
    method: 'post',
    path: '/campaigns/{campaign}/no-shows',
    summary: 'Who was expected and is not noted did not come: no thanks, but a friendly call.',
    answer: z.object({ count: z.number().int() }),
    run: async ({ day }, { by, params }) => ({ count: await day.markNoShows(by, params.campaign ?? '') }),
  }),
  endpoint({
    name: 'undoNoShows',
    method: 'delete',
    path: '/campaigns/{campaign}/no-shows',
    summary: 'Takes back the marks of one moment, and the calls that nobody made yet.',
    query: AT,
    answer: z.object({ count: z.number().int() }),
    run: async ({ day }, { by, params, query: { at } }) => ({
      count: await day.undoNoShows(by, params.campaign ?? '', at),
    }),
  }),
]
