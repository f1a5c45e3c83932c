import { z } from 'zod'
import { HOOK_EVENTS } from '../../domain/api'
import type { Enrolment } from '../../domain/campaign'
import { AUDIENCES, type Contact, PURPOSES } from '../../domain/contact'
import { TOLD_BY } from '../../domain/contacts/consentForm'
import { REACHES } from '../../domain/contacts/contactForm'
import { CHANNELS } from '../../domain/message'

// What the other program sends and gets: the same schemas check requests and make the OpenAPI document.

export const ID = z.string().min(1).max(200)
export const MOMENT = z.number().int().describe('Milliseconds since 1970')

export const NEW_CONTACT = z.object({
  name: z.string().max(200),
  phone: z.string().max(100).default('').describe('As people write it: 0470 12 34 56 or +32 470 12 34 56'),
  reach: z.enum(REACHES).default('both').describe('By what the number is reached'),
  language: z.string().max(20).describe('BCP 47, one of the languages of the product: nl, fr, ar'),
  audience: z.enum(AUDIENCES),
  reads: z.enum(['simple', 'standard']).default('simple'),
  evening: z.boolean().default(false).describe('Works in office hours: messages leave in the evening'),
  tags: z.array(z.string().min(1).max(80)).max(20).default([]),
  consent: z
    .object({
      by: z.enum(TOLD_BY),
      day: z.iso.date().describe('The day on which they agreed'),
      how: z.string().max(200).default('').describe('In which words or on which form'),
    })
    .optional()
    .describe(
      'How we know that they agree to messages; absent: nobody asked yet, so nothing leaves but that question',
    ),
})

export const CONTACT = z.object({
  id: ID,
  name: z.string(),
  language: z.string(),
  audience: z.enum(AUDIENCES),
  tags: z.array(z.string()),
  addresses: z.array(z.object({ channel: z.enum(CHANNELS), address: z.string() })),
  consents: z.array(
    z.object({ purpose: z.enum(PURPOSES), state: z.enum(['asked', 'given', 'withdrawn']), at: MOMENT }),
  ),
  optedOut: z.boolean().describe('Said STOP: nothing leaves'),
})

export const contactOf = (contact: Contact): z.infer<typeof CONTACT> => ({
  id: contact._id,
  name: contact.name,
  language: contact.language,
  audience: contact.audience,
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
  attended: z.boolean().optional(),
})

export const enrolmentOf = (enrolment: Enrolment): z.infer<typeof ENROLMENT> => {
  const { contact, audience, rsvp, companions, children, needs, attended } = enrolment
  return {
    contact,
    audience,
    needs,
    ...(rsvp === undefined ? {} : { rsvp }),
    ...(companions === undefined ? {} : { companions }),
    ...(children === undefined ? {} : { children }),
    ...(attended === undefined ? {} : { attended }),
  }
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
