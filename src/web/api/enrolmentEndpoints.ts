import { z } from 'zod'
import type { Staff } from '../../domain/staff'
import type { Desk } from '../desk'
import { standingOf } from './changeEndpoints'
import { type Endpoint, endpoint, NOTHING } from './endpoint'
import { orStanding } from './refusals'
import { ENROLMENT, enrolmentOf, ID, MOMENT } from './schemas'

/** How many were not in it yet, and when they came in. */
const put = async (campaigns: Desk['campaigns'], by: Staff, id = '', contacts: readonly string[]) =>
  campaigns.enrol(by, await campaigns.campaign(by, id), contacts)

/** Who is in a campaign. */
export const ENROLMENT_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    name: 'listEnrolments',
    method: 'get',
    path: '/campaigns/{campaign}/enrolments',
    summary: 'Who is invited, what they answered, and whether they were there.',
    answer: z.object({ enrolments: z.array(ENROLMENT) }),
    run: async ({ api }, { by, params }) => ({
      enrolments: (await api.enrolments(by, params.campaign ?? '')).map(enrolmentOf),
    }),
  }),
  endpoint({
    name: 'enrol',
    method: 'post',
    path: '/campaigns/{campaign}/enrolments',
    summary: 'Puts a person in a campaign, also late: they get what still makes sense. Twice is once.',
    body: z.object({ contact: ID }),
    answer: z.object({ contact: ID, isNew: z.boolean() }),
    run: async ({ campaigns }, { by, params, body }) => ({
      contact: body.contact,
      isNew: (await put(campaigns, by, params.campaign, [body.contact])).count === 1,
    }),
  }),
  endpoint({
    name: 'enrolMany',
    method: 'put',
    path: '/campaigns/{campaign}/enrolments',
    summary:
      'Puts several people in a campaign; who is in it already stays as they are. Nobody is taken out.',
    body: z.object({ contacts: z.array(ID).min(1).max(500) }),
    answer: z.object({ added: z.number().int(), at: MOMENT.describe('Taking these back asks for it') }),
    async run({ campaigns }, { by, params, body }) {
      const { count: added, at } = await put(campaigns, by, params.campaign, body.contacts)
      return { added, at }
    },
  }),
  endpoint({
    name: 'undoEnrol',
    method: 'delete',
    path: '/campaigns/{campaign}/enrolments',
    summary: 'Takes back the choosing of people for a draft, of that moment alone. Twice is once.',
    query: z.object({ at: z.coerce.number().int() }),
    answer: NOTHING,
    async run({ campaigns }, { by, params, query: { at } }) {
      const campaign = await campaigns.campaign(by, params.campaign ?? '')
      await orStanding(
        () => campaigns.takeOutSince(by, campaign, at),
        async () => standingOf(campaign),
      )
      return {}
    },
  }),
  endpoint({
    name: 'takeOut',
    method: 'delete',
    path: '/campaigns/{campaign}/enrolments/{contact}',
    summary: 'Somebody is out of it: what waits for them is taken back. Twice is once.',
    answer: NOTHING,
    async run({ campaigns }, { by, params }) {
      const { campaign = '', contact = '' } = params
      await campaigns.takeOut(by, await campaigns.campaign(by, campaign), contact)
      return {}
    },
  }),
  endpoint({
    name: 'markAttendance',
    method: 'put',
    path: '/campaigns/{campaign}/enrolments/{contact}/attendance',
    summary: 'Whether somebody was there. Thanks and questions go to those who were.',
    body: z.object({ attended: z.boolean() }),
    answer: NOTHING,
    async run({ campaigns }, { by, params, body }) {
      const { campaign = '', contact = '' } = params
      await campaigns.markAttendance(by, campaign, { contact, attended: body.attended })
      return {}
    },
  }),
  endpoint({
    name: 'markAllAttended',
    method: 'put',
    path: '/campaigns/{campaign}/attendance',
    summary: 'Everybody who said yes was there. Who is noted already stays so. Twice is once.',
    answer: NOTHING,
    async run({ campaigns }, { by, params }) {
      await campaigns.markAttendance(by, params.campaign ?? '', 'all_who_said_yes')
      return {}
    },
  }),
]
