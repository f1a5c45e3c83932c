import { z } from 'zod'
import { CHANNELS } from '../../domain/message'
import { STAGES } from '../../domain/report/stage'
import { AppError } from '../../errors'
import type { PersonMessage } from '../../use-cases/readPerson'
import { type Endpoint, endpoint } from './endpoint'
import { ENROLMENT, enrolmentOf, ID, MOMENT } from './schemas'
import { TASK, taskOf } from './taskSchemas'

const count = z.number().int()

const SENT = z.object({
  id: ID,
  step: z.string().optional(),
  channel: z.enum(CHANNELS),
  stage: z.enum(STAGES),
  reason: z.string().optional().describe('Why it did not leave or arrive'),
  at: MOMENT.describe('When it left; before that, when it is due'),
  history: z.array(z.object({ status: z.string(), at: MOMENT })),
  canRepeat: z.boolean(),
})

const sentOf = ({ row, stage, at, history, canRepeat }: PersonMessage): z.infer<typeof SENT> => {
  const { _id: id, step, channel, reason } = row
  return { id, step, channel, stage, reason, at, history, canRepeat }
}

/** One person in one campaign: how far every message is, whether they come, and a message once more. */
export const ONE_PERSON_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    name: 'readEnrolment',
    method: 'get',
    path: '/campaigns/{campaign}/enrolments/{contact}',
    summary: "One person's way through one campaign: every message with its life, and every task.",
    answer: z.object({ enrolment: ENROLMENT, messages: z.array(SENT), tasks: z.array(TASK) }),
    async run({ person }, { by, params: { campaign = '', contact = '' } }) {
      const { enrolment, messages, tasks } = await person.person(by, campaign, contact)
      return { enrolment: enrolmentOf(enrolment), messages: messages.map(sentOf), tasks: tasks.map(taskOf) }
    },
  }),
  endpoint({
    name: 'setRsvp',
    method: 'put',
    path: '/campaigns/{campaign}/enrolments/{contact}/rsvp',
    summary: 'Somebody said whether they come. Who answered something else meanwhile is not overruled.',
    body: z.object({
      rsvp: z.enum(['yes', 'no', 'maybe', 'silent']).describe('`silent`: they have said nothing after all'),
      seen: MOMENT.optional().describe('`rsvpAt` as it was read; absent: they had said nothing'),
    }),
    answer: ENROLMENT,
    async run({ person, api }, { by, params: { campaign = '', contact = '' }, body: { rsvp, seen } }) {
      const set = await person.setRsvp(by, { campaign, contact, rsvp, seenAt: seen })
      const now = await api.enrolment(by, campaign, contact)
      // Sent twice, it is so all the same.
      const isSo = (now.rsvp ?? 'silent') === rsvp && (rsvp === 'silent' || now.rsvpBy === by._id)
      if (!set && !isSo)
        throw new AppError('RSVP_CHANGED', 'They answered meanwhile; read it again, then decide', {
          rsvp: now.rsvp ?? 'silent',
          seen: now.rsvpAt,
        })
      return enrolmentOf(now)
    },
  }),
  endpoint({
    name: 'repeatStep',
    method: 'post',
    path: '/campaigns/{campaign}/steps/{step}/repeat',
    summary:
      'Sends a step once more to those whom it did not reach and may reach now; never to all. Twice is once.',
    body: z.object({ contact: ID.optional().describe('To this person alone') }),
    answer: z.object({ count: count.describe('How many get it') }),
    run: async ({ person }, { by, params: { campaign = '', step = '' }, body: { contact } }) => ({
      count: await person.repeat(by, campaign, step, contact),
    }),
  }),
  endpoint({
    name: 'askConsent',
    method: 'post',
    path: '/contacts/{contact}/ask-consent',
    summary:
      'The one message that may leave before there is consent: the question for it. Asked once, however often.',
    answer: z.object({}),
    async run({ campaigns }, { by, params }) {
      await campaigns.askConsent(by, params.contact ?? '')
      return {}
    },
  }),
]
