import { z } from 'zod'
import type { Staff } from '../../domain/staff'
import type { Desk } from '../desk'
import { type Endpoint, endpoint, NOTHING } from './endpoint'
import { ENROLMENT, enrolmentOf, ID } from './schemas'

/** How many were not in it yet. */
const put = async (campaigns: Desk['campaigns'], by: Staff, id = '', contacts: readonly string[]) =>
  (await campaigns.enrol(by, await campaigns.campaign(by, id), contacts)).count

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
      isNew: (await put(campaigns, by, params.campaign, [body.contact])) === 1,
    }),
  }),
  endpoint({
    name: 'enrolMany',
    method: 'put',
    path: '/campaigns/{campaign}/enrolments',
    summary:
      'Puts several people in a campaign; who is in it already stays as they are. Nobody is taken out.',
    body: z.object({ contacts: z.array(ID).min(1).max(500) }),
    answer: z.object({ added: z.number().int() }),
    run: async ({ campaigns }, { by, params, body }) => ({
      added: await put(campaigns, by, params.campaign, body.contacts),
    }),
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
]
