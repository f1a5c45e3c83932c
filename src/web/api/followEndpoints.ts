import { z } from 'zod'
import { HEARD_BY } from '../../domain/cases/heard'
import { OPEN } from '../../domain/cases/open'
import { MOST_WEEKS, SHOWN, USUAL_WEEKS } from '../../domain/cases/show'
import { CHANNELS } from '../../domain/message'
import { WORK } from '../../domain/report/outcome'
import type { Staff } from '../../domain/staff'
import type { Desk } from '../desk'
import { type Endpoint, endpoint } from './endpoint'
import { misfit } from './refusals'
import { BESIDE, ID, MOMENT } from './schemas'

const count = z.number().int()
const day = z.string().describe('ISO day')

const INTAKE = z.object({
  may: z
    .enum(['yes', 'other_audience', 'no_address', 'stopped', 'no_consent', 'asked'])
    .describe('Whether it may be asked now, or why not; `asked`: within this week'),
  questions: count,
  rounds: count.describe('How often it was asked'),
  askedAt: MOMENT.optional(),
  answered: z
    .object({ at: MOMENT, count, complete: z.boolean() })
    .optional()
    .describe('How many questions, never what was said'),
})

const WORK_READING = z.object({
  mayFollow: z
    .boolean()
    .describe('They agreed to be followed (C8), and still do; without that nothing is noted'),
  asking: z
    .object({ may: z.enum(['yes', 'asked', 'said_no', 'not_by_message']), askedAt: MOMENT.optional() })
    .describe('Whether that may be asked now, or why not; `asked`: within this week'),
  notes: z
    .array(z.object({ id: ID, day, work: z.enum(WORK), ...BESIDE, at: MOMENT }))
    .describe('Newest first'),
  startedOn: day.optional().describe('Of the first event they came to'),
  points: z
    .array(z.object({ months: count, day, work: z.enum(WORK).nullable(), ...BESIDE }))
    .describe('When to ask, and what is known of that moment'),
})

const MOST_CASES = 100

const CASE = z.object({
  contact: ID,
  supervisor: ID.optional().describe('Who guides them'),
  mayFollow: z.boolean().describe('They agreed to be followed (C8), and still do; else there is no `status`'),
  status: z
    .object({ work: z.enum(WORK), ...BESIDE, day })
    .nullable()
    .describe('Their latest, as it was known on the day that was asked for; null: nothing was noted'),
  heard: z
    .object({ at: MOMENT, by: z.enum(HEARD_BY) })
    .nullable()
    .describe('When they last wrote, spoke with staff or came, and how'),
  sent: z
    .object({ at: MOMENT, channel: z.enum(CHANNELS) })
    .nullable()
    .describe('The last message to them'),
  open: z
    .array(z.object({ is: z.enum(OPEN), since: MOMENT }))
    .describe('What waits for a person of the organisation, the most pressing first'),
  next: z.object({ months: count, day }).nullable().describe('When to ask how their work goes'),
})

const CASES_FILTER = z.object({
  show: z.enum(SHOWN).default('all'),
  weeks: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_WEEKS)
    .default(USUAL_WEEKS)
    .describe('Of `silent`: nothing heard for longer than so many weeks'),
  day: z.iso.date().optional().describe('Of `status`; absent, or to come: today'),
  after: z.string().max(240).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(MOST_CASES).default(MOST_CASES),
})

const known = count.nullable()

async function intakeOf({ contacts }: Desk, by: Staff, id: string): Promise<z.infer<typeof INTAKE>> {
  const [reading] = await contacts.intakes(by, [id])
  return { may: reading!.may, ...reading!.intake }
}

async function workOf({ contacts }: Desk, by: Staff, id: string): Promise<z.infer<typeof WORK_READING>> {
  const { mayFollow, asking, notes, startedOn, points } = (await contacts.read(by, id)).work
  const { may, askedAt } = asking
  const said = notes.map(({ by: _, ...note }) => note)
  return { mayFollow, asking: { may, askedAt }, notes: said, startedOn, points }
}

/** Where a person begins, and where they stand later. */
export const FOLLOW_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    name: 'listCases',
    method: 'get',
    path: '/cases',
    summary:
      'The people who are followed, whoever needs a person first, page by page. A page may have fewer than `limit`.',
    query: CASES_FILTER,
    answer: z.object({
      cases: z.array(CASE),
      counts: z
        .object({ all: known, open: known, silent: known, unknown: known })
        .describe('How many each `show` has; null: nobody counts them for a day that is past'),
      day: day.describe('Of every `status`'),
      next: z.string().optional().describe('Absent on the last page'),
    }),
    async run({ contacts }, { by, query: { day: on, after, ...asked } }) {
      const only = { ...(on === undefined ? {} : { day: on }), ...(after === undefined ? {} : { after }) }
      const { rows, counts, day: asOf, next } = await contacts.cases(by, { ...asked, ...only, mine: false })
      const cases = rows.map(({ contact, mayFollow, status, heard, sent, open, next: ask }) => ({
        contact: contact._id,
        supervisor: contact.supervisor,
        mayFollow,
        status,
        heard,
        sent: sent && { at: sent.at, channel: sent.channel },
        open,
        next: ask,
      }))
      return { cases, counts, day: asOf, next }
    },
  }),
  endpoint({
    name: 'readIntake',
    method: 'get',
    path: '/contacts/{contact}/intake',
    summary: 'How far the intake of a person is, and whether it may be asked now. Never what they answered.',
    answer: INTAKE,
    run: (desk, { by, params }) => intakeOf(desk, by, params.contact ?? ''),
  }),
  endpoint({
    name: 'askIntake',
    method: 'post',
    path: '/contacts/{contact}/intake',
    summary:
      'Asks a person the intake by chat. Who was asked this week is not asked again, so twice is once.',
    answer: INTAKE.extend({ asked: z.boolean().describe('False: `may` said why not') }),
    async run(desk, { by, params: { contact = '' } }) {
      const asked = await desk.contacts.askIntake(by, [contact])
      return { asked: asked > 0, ...(await intakeOf(desk, by, contact)) }
    },
  }),
  endpoint({
    name: 'readWork',
    method: 'get',
    path: '/contacts/{contact}/work',
    summary: 'Where a person stood, day by day as they told it, and when to ask again.',
    answer: WORK_READING,
    run: (desk, { by, params }) => workOf(desk, by, params.contact ?? ''),
  }),
  endpoint({
    name: 'askToFollow',
    method: 'post',
    path: '/contacts/{contact}/follow',
    summary:
      'Asks a person by chat whether the team may follow them for a year. Where `asking` says no, and twice, nothing happens.',
    answer: WORK_READING,
    async run(desk, { by, params: { contact = '' } }) {
      await desk.contacts.askToFollow(by, contact)
      return workOf(desk, by, contact)
    },
  }),
  endpoint({
    name: 'noteWork',
    method: 'post',
    path: '/contacts/{contact}/work',
    summary:
      'One more note of where somebody stands; a mistake is put right by a later one. Closes the call that was to ask for it.',
    body: z.object({
      work: z.enum(WORK),
      ...BESIDE,
      workDay: z.iso.date().describe('The day that it is about'),
    }),
    answer: WORK_READING,
    makes: true,
    async run(desk, { by, params: { contact = '' }, body: { work, workDay, ...beside }, id: key }) {
      const noted = await desk.contacts.noteWork(by, contact, {
        key,
        form: { work, day: workDay, ...beside },
      })
      if (!noted.ok) throw misfit(noted.problems)
      return workOf(desk, by, contact)
    },
  }),
]
