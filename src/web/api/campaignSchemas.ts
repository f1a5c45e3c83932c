import { z } from 'zod'
import { BREAKDOWNS } from '../../domain/anonymity/evaluation'
import { type Campaign, EVENT_TEXTS } from '../../domain/campaign'
import { LONGEST } from '../../domain/campaigns/checkForm'
import type { EventForm } from '../../domain/campaigns/eventForm'
import { OPTIONS } from '../../domain/campaigns/picks'
import { STAGES } from '../../domain/report/stage'
import type { StepOverview } from '../../domain/report/stepOverviews'
import type { CampaignReading } from '../../use-cases/readCampaign'
import { ID, MOMENT } from './schemas'

export const CAMPAIGN = z.object({
  id: ID,
  state: z.enum(['draft', 'running', 'paused', 'cancelled', 'done']),
  version: z.number().int(),
  timeline: z.string(),
  name: z.string(),
  start: z.string().describe('Local time without offset: 2026-12-10T14:00'),
  end: z.string(),
  zone: z.string().describe('IANA'),
  place: z.string(),
  address: z.string(),
})

export const campaignOf = ({ _id, state, version, timeline, event }: Campaign): z.infer<typeof CAMPAIGN> => ({
  id: _id,
  state,
  version,
  timeline: timeline.id,
  name: event.name,
  start: event.start,
  end: event.end,
  zone: event.zone,
  place: event.place,
  address: event.address,
})

const line = (most: number = LONGEST.other) => z.string().trim().max(most).default('')
const hour = (usual: string) => z.string().default(usual).describe('24 hours: 14:00')
/** What is usual is ticked, and then said in every language; the rest is written in the organisation's own. */
const ticked = <O extends readonly [string, ...string[]]>(options: O) =>
  z.object({ of: z.array(z.enum(options)).default([]), own: line() }).default({ of: [], own: '' })

/** The campaign's one form. A name is enough for a draft; what is missing is told when it is started. */
export const EVENT_FORM = z.object({
  timeline: z.string().max(100).describe('The kind of event: networking-event'),
  name: z.string().trim().max(500).describe(`At most ${LONGEST.name} letters`),
  date: z.union([z.iso.date(), z.literal('')]).default(''),
  from: hour('14:00'),
  to: hour('17:00'),
  until: z
    .union([z.iso.date(), z.literal('')])
    .default('')
    .describe('The last day, where it lasts several'),
  place: line(),
  street: line(),
  town: line(),
  transport: line(),
  goal: line(LONGEST.goal),
  who: line(),
  welcome: line().describe('Who waits at the door'),
  contactName: line(),
  contactPhone: line(),
  breakdown: z
    .enum(['none', ...BREAKDOWNS])
    .default('none')
    .describe('What anonymous answers are told apart by; fixed once somebody is asked'),
  picks: z
    .object({
      benefit: ticked(OPTIONS.benefit),
      bring: ticked(OPTIONS.bring),
      childcare: ticked(OPTIONS.childcare),
      parking: ticked(OPTIONS.parking),
    })
    .prefault({}),
  inLanguage: z
    .record(z.string().max(20), z.partialRecord(z.enum(EVENT_TEXTS), line()))
    .default({})
    .describe('The same in other words for a language: { "ar": { "goal": "…" } }'),
}) satisfies z.ZodType<EventForm>

const count = z.number().int()
const STEP = z.object({
  step: z.string(),
  audience: z.string(),
  does: z.enum(['message', 'dialog', 'task']),
  at: MOMENT,
  people: count,
  stages: z.partialRecord(z.enum(STAGES), count).describe('How far it is with how many'),
  answered: count.optional().describe('Absent where answers have no name'),
  tasks: z.object({ open: count, done: count }),
})

const stepOf = (step: StepOverview): z.infer<typeof STEP> => {
  const { id, audience, does, dueAt, people, stages, answered, tasks } = step
  const facts = { step: id, audience, does, at: dueAt, people, stages, tasks }
  return answered === undefined ? facts : { ...facts, answered }
}

export const CAMPAIGN_READING = CAMPAIGN.extend({
  people: count,
  rsvp: z.object({ yes: count, maybe: count, no: count, silent: count }).describe('Of participants'),
  guests: z.object({ companions: count, children: count }),
  needs: z.record(z.string(), count),
  languages: z.record(z.string(), count),
  steps: z.array(STEP).describe('Empty until there is a day'),
})

export const campaignReadingOf = (reading: CampaignReading): z.infer<typeof CAMPAIGN_READING> => {
  const { campaign, people, rsvp, guests, needs, languages, steps } = reading
  const counts = { people: people.length, rsvp, guests, needs, languages }
  return { ...campaignOf(campaign), ...counts, steps: campaign.event.start === '' ? [] : steps.map(stepOf) }
}
