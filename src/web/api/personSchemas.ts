import { z } from 'zod'
import { PURPOSES } from '../../domain/contact'
import { ID, MOMENT } from './schemas'

/** All that is known of one person, whole as it is kept: a person has a right to every field, also to one that is new. */
export const PERSON_DATA = z.object({
  madeAt: MOMENT,
  organisation: z.string(),
  person: z.looseObject({ _id: ID, name: z.string(), language: z.string() }),
  consents: z.array(z.looseObject({ purpose: z.enum(PURPOSES), state: z.string(), at: MOMENT })),
  campaigns: z.array(
    z.object({ event: z.string(), start: z.string(), enrolment: z.looseObject({ campaign: ID }) }),
  ),
  messages: z
    .array(z.looseObject({ kind: z.enum(['sent', 'received', 'private']), id: z.string(), at: MOMENT }))
    .describe('Oldest first'),
  replies: z
    .array(z.looseObject({ dialog: z.string(), answers: z.record(z.string(), z.unknown()), at: MOMENT }))
    .describe('Answers with a name; those without one cannot be found'),
  hidden: z.number().int().describe('Answers left out: for the talk with their supervisor'),
  readings: z.array(z.object({ at: MOMENT, by: z.string() })).describe('Who opened such answers'),
  tasks: z.array(z.looseObject({ kind: z.string(), reason: z.string(), dueAt: MOMENT })),
  work: z.array(z.looseObject({ day: z.string(), at: MOMENT })).describe('Where they stood, as they told'),
  trainings: z
    .array(z.looseObject({ states: z.array(z.looseObject({ since: z.string(), at: MOMENT })), at: MOMENT }))
    .describe('What they learn, with all that was noted of it, the oldest first'),
})
