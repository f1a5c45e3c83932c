import { z } from 'zod'
import { OWN_KINDS } from '../../domain/dialog/ownQuestion'
import type { OwnMistake } from '../../domain/dialog/ownQuestionMistakes'
import type { FieldProblem } from '../../domain/fieldProblem'
import type { Staff } from '../../domain/staff'
import type { Desk } from '../desk'
import { type Endpoint, endpoint } from './endpoint'
import { misfit } from './refusals'
import { ID } from './schemas'

const count = z.number().int()

const CLOSING = z.object({
  state: z.enum(['open', 'closed']),
  closesOn: z.string().describe('The day that was promised'),
  invited: count,
  answered: count,
  waiting: count.describe('Answers in no figure yet; closing shows them, if they are `atLeast`'),
  atLeast: count,
})

async function closingOf({ reports }: Desk, by: Staff, campaign: string, instrument: string) {
  const { evaluation, invited, answered, waiting, k } = await reports.closing(by, campaign, instrument)
  const { state, closesOn } = evaluation
  return { state, closesOn, invited, answered, waiting, atLeast: k } satisfies z.infer<typeof CLOSING>
}

const WORDS = z.record(z.string().max(20), z.string().max(2_000)).describe('By language; Dutch must be there')
const OWN = z.object({
  kind: z.enum(OWN_KINDS),
  ask: WORDS,
  options: z.array(WORDS).max(20).default([]).describe('Of a choice, in the order shown'),
})

/** `ask.nl`, `options.0.nl`; of all options together: `options`. */
const problemOf = ({ field, language, place, why, count, most }: OwnMistake): FieldProblem => {
  const values = { ...(count === undefined ? {} : { count }), ...(most === undefined ? {} : { most }) }
  const where = field === 'ask' ? ['ask', language] : ['options', place, language]
  return { field: where.filter(part => part !== undefined).join('.'), problem: why, values }
}

/** What people are asked after an event, without their name. */
export const EVALUATION_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    name: 'previewCloseEvaluation',
    method: 'get',
    path: '/reports/{campaign}/evaluations/{instrument}/close',
    summary:
      'What closing before the promised day would do: how many answered, how many wait. Changes nothing.',
    answer: CLOSING,
    run: (desk, { by, params: { campaign = '', instrument = '' } }) =>
      closingOf(desk, by, campaign, instrument),
  }),
  endpoint({
    name: 'closeEvaluation',
    method: 'post',
    path: '/reports/{campaign}/evaluations/{instrument}/close',
    summary:
      'No more answers come in; those that wait are shown together. Not before the event is over. Twice is once.',
    answer: CLOSING,
    async run(desk, { by, params: { campaign = '', instrument = '' } }) {
      await desk.reports.close(by, campaign, instrument)
      return closingOf(desk, by, campaign, instrument)
    },
  }),
  endpoint({
    name: 'listOwnQuestions',
    method: 'get',
    path: '/reports/{campaign}/questions',
    summary: 'What the organisation asks of its own at this event.',
    answer: z.object({
      questions: z.array(OWN.extend({ id: ID })),
      most: count.describe('How many there may be'),
      fixed: z.boolean().describe('Somebody has been asked: nothing changes any more'),
    }),
    run: ({ reports }, { by, params }) => reports.ownQuestions(by, params.campaign ?? ''),
  }),
  endpoint({
    name: 'addOwnQuestion',
    method: 'post',
    path: '/reports/{campaign}/questions',
    summary:
      'One more question of its own, as long as nobody has been asked. The same question twice is one.',
    body: OWN,
    answer: OWN.extend({ id: ID }),
    makes: true,
    async run({ reports }, { by, params, body }) {
      const result = await reports.addOwn(by, params.campaign ?? '', body)
      if ('mistakes' in result) throw misfit(result.mistakes.map(problemOf))
      return result.added
    },
  }),
  endpoint({
    name: 'removeOwnQuestion',
    method: 'delete',
    path: '/reports/{campaign}/questions/{question}',
    summary: 'Takes one back, as long as nobody has been asked. Twice is once.',
    answer: z.object({}),
    async run({ reports }, { by, params: { campaign = '', question = '' } }) {
      await reports.removeOwn(by, campaign, question)
      return {}
    },
  }),
]
