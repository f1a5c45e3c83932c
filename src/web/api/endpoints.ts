import { z } from 'zod'
import { AppError } from '../../errors'
import { type Endpoint, endpoint } from './endpoint'
import {
  CAMPAIGN,
  CONTACT,
  campaignOf,
  contactOf,
  ENROLMENT,
  enrolmentOf,
  HOOK,
  ID,
  NEW_CONTACT,
  NEW_HOOK,
} from './schemas'

const NOTHING = z.object({})

/** Everything that other programs can do, each the same deed as on a page. */
export const ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    name: 'addContact',
    method: 'post',
    path: '/contacts',
    summary: 'Adds a person. Somebody who has the number already is told, never joined.',
    body: NEW_CONTACT,
    answer: CONTACT,
    makes: true,
    async run({ contacts }, { by, body, id }) {
      const { tags, consent, ...form } = body
      const kept = await contacts.add(by, { id, form, tags, consent: consent ?? null })
      if (!kept.ok) {
        const { problems, taken } = kept
        throw taken
          ? new AppError('CONTACT_EXISTS', 'Somebody has this number', { contact: taken._id })
          : new AppError('ARGUMENT_INVALID', 'This does not fit', { fields: problems })
      }
      return contactOf(await contacts.contact(by, kept.contact))
    },
  }),
  endpoint({
    name: 'readContact',
    method: 'get',
    path: '/contacts/{contact}',
    summary: 'One person, with the register of consents.',
    answer: CONTACT,
    run: async ({ contacts }, { by, params }) => contactOf(await contacts.contact(by, params.contact ?? '')),
  }),
  endpoint({
    name: 'listCampaigns',
    method: 'get',
    path: '/campaigns',
    summary: 'All campaigns of the organisation, the latest event first.',
    answer: z.object({ campaigns: z.array(CAMPAIGN) }),
    run: async ({ campaigns }, { by }) => ({ campaigns: (await campaigns.campaigns(by)).map(campaignOf) }),
  }),
  endpoint({
    name: 'readCampaign',
    method: 'get',
    path: '/campaigns/{campaign}',
    summary: 'One campaign.',
    answer: CAMPAIGN,
    run: async ({ campaigns }, { by, params }) =>
      campaignOf(await campaigns.campaign(by, params.campaign ?? '')),
  }),
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
    run: async ({ api }, { by, params, body }) => ({
      contact: body.contact,
      isNew: await api.enrol(by, params.campaign ?? '', body.contact),
    }),
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
    name: 'listWebhooks',
    method: 'get',
    path: '/webhooks',
    summary: 'The addresses that are told.',
    answer: z.object({ webhooks: z.array(HOOK) }),
    run: async ({ api }, { by }) => ({
      webhooks: (await api.hooks(by)).map(({ _id, url, events, madeAt }) => ({
        id: _id,
        url,
        events,
        madeAt,
      })),
    }),
  }),
  endpoint({
    name: 'addWebhook',
    method: 'post',
    path: '/webhooks',
    summary:
      'An address that is told from now on, signed as in Standard Webhooks 1.0. The secret is in this answer alone.',
    body: NEW_HOOK,
    answer: HOOK.extend({ secret: z.string() }),
    makes: true,
    async run({ api }, { by, body, id: hook }) {
      const made = await api.makeHook(by, { ...body, id: hook })
      if (!made.ok) throw new AppError('ARGUMENT_INVALID', 'This does not fit', { fields: made.problems })
      const { _id, url, events, madeAt } = made.hook
      return { id: _id, url, events, madeAt, secret: made.secret }
    },
  }),
  endpoint({
    name: 'removeWebhook',
    method: 'delete',
    path: '/webhooks/{webhook}',
    summary: 'Nothing more is told there. Twice is once.',
    answer: NOTHING,
    async run({ api }, { by, params }) {
      await api.endHook(by, params.webhook ?? '')
      return {}
    },
  }),
]
