import { z } from 'zod'
import { HOOK_EVENTS } from '../../domain/api'
import type { Enrolment } from '../../domain/campaign'
import { AUDIENCES, type Contact, PURPOSES } from '../../domain/contact'
import { TOLD_BY } from '../../domain/contacts/consentForm'
import { REACHES } from '../../domain/contacts/contactForm'
import { versionOf } from '../../domain/contacts/version'
import { CHANNELS } from '../../domain/message'

// What the other program sends and gets: the same schemas check requests and make the OpenAPI document.

export const ID = z.string().min(1).max(200)
export const MOMENT = z.number().int().describe('Milliseconds since 1970')

/** Asked beside work. */
export const BESIDE = {
  studying: z.boolean().optional().describe('Absent: not asked, or not known'),
  internship: z.boolean().optional().describe('Absent: not asked, or not known'),
  atLevel: z
    .boolean()
    .optional()
    .describe('Of who works: at the level of their studies. Absent: not asked, or not known'),
}

const DETAILS = z.object({
  name: z.string().max(200),
  phone: z.string().max(100).describe('As people write it: 0470 12 34 56 or +32 470 12 34 56; empty: none'),
  reach: z.enum(REACHES).describe('By what the number is reached'),
  language: z.string().max(20).describe('BCP 47, one of the languages of the product: nl, fr, ar'),
  audience: z.enum(AUDIENCES),
  reads: z.enum(['simple', 'standard']),
  evening: z.boolean().describe('Works in office hours: messages leave in the evening'),
})
const { phone, reach, reads, evening } = DETAILS.shape

const TAG = z.string().min(1).max(80)
const TOLD = z.object({
  by: z.enum(TOLD_BY),
  day: z.iso.date().describe('The day on which they said so'),
  how: z.string().max(200).default('').describe('In which words or on which form'),
})

export const NEW_CONTACT = DETAILS.extend({
  phone: phone.default(''),
  reach: reach.default('both'),
  reads: reads.default('simple'),
  evening: evening.default(false),
  tags: z.array(TAG).max(20).default([]),
  consent: TOLD.optional().describe(
    'How we know that they agree to messages; absent: nobody asked yet, so nothing leaves but that question',
  ),
})

export const CHANGED_CONTACT = DETAILS.partial().extend({
  version: z.string().max(40).describe('Of the person as you read them; refused when they changed since'),
})

export const CHANGED_TAGS = z.object({
  add: z.array(TAG).max(20).default([]),
  remove: z.array(TAG).max(20).default([]),
})

export const NEW_CONSENT = TOLD.extend({
  purpose: z.enum(PURPOSES),
  state: z.enum(['given', 'withdrawn']),
  about: z.string().max(200).default('').describe('For C5 the event, for C6 who gets it'),
})

export const CONTACT = z.object({
  id: ID,
  version: z.string().describe('Rises with every change; a change asks for it'),
  name: z.string(),
  language: z.string(),
  audience: z.enum(AUDIENCES),
  reads: z.enum(['simple', 'standard']),
  evening: z.boolean(),
  tags: z.array(z.string()),
  addresses: z.array(z.object({ channel: z.enum(CHANNELS), address: z.string() })),
  consents: z.array(
    z.object({ purpose: z.enum(PURPOSES), state: z.enum(['asked', 'given', 'withdrawn']), at: MOMENT }),
  ),
  optedOut: z.boolean().describe('Said STOP: nothing leaves'),
})

export const contactOf = (contact: Contact): z.infer<typeof CONTACT> => ({
  id: contact._id,
  version: versionOf(contact),
  name: contact.name,
  language: contact.language,
  audience: contact.audience,
  reads: contact.reads,
  evening: contact.evening,
  tags: contact.tags,
  addresses: contact.addresses.map(({ channel, address }) => ({ channel, address })),
  consents: contact.consents.map(({ purpose, state, at }) => ({ purpose, state, at })),
  optedOut: contact.stopped !== undefined,
})

export const ENROLMENT = z.object({
  contact: ID,
  audience: z.enum(AUDIENCES),
  rsvp: z.enum(['yes', 'no', 'maybe']).optional(),
  companions: z.number().int().optional(),
  children: z.number().int().optional(),
  needs: z.array(z.string()),
  rsvpAt: MOMENT.optional(),
  attended: z.boolean().optional(),
  marked: z
    .object({ at: MOMENT, companions: z.number().int(), children: z.number().int() })
    .optional()
    .describe('When it was noted whether they were there, and who came along'),
  walkIn: z.boolean().optional().describe('Came without an invitation'),
})

export const enrolmentOf = (enrolment: Enrolment): z.infer<typeof ENROLMENT> => {
  const { contact, audience, rsvp, rsvpAt, companions, children, needs, attended, marked, walkIn } = enrolment
  const said = { rsvp, rsvpAt, companions, children, needs }
  const came = marked && { at: marked.at, companions: marked.companions, children: marked.children }
  return { contact, audience, ...said, attended, marked: came, walkIn }
}

export const NEW_HOOK = z.object({
  url: z.string().max(1_000).describe('https, reachable from outside'),
  events: z.array(z.enum(HOOK_EVENTS)).min(1),
})

export const HOOK = z.object({
  id: ID,
  url: z.string(),
  events: z.array(z.enum(HOOK_EVENTS)),
  madeAt: MOMENT,
})
