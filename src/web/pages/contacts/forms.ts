import { DateTime } from 'luxon'
import { z } from 'zod'
import type { ContactForm } from '../../../domain/contacts/contactForm'
import { text } from '../../forms'

export const CONTACT = z.object({
  name: text,
  phone: text,
  reach: text,
  language: text,
  audience: text,
  reads: text,
  evening: z
    .literal('yes')
    .optional()
    .transform(value => value === 'yes'),
  supervisor: text,
  fit: z.string().max(50).default('inside'),
  fitWhy: text,
}) satisfies z.ZodType<ContactForm>

export const TOLD = z.object({ by: text, day: text, how: text })
export const CONSENT = TOLD.extend({ purpose: text, state: text, about: text })

/** `2026-11-25`, as a field for days wants it. */
export const isoDay = (moment: number, zone: string): string =>
  DateTime.fromMillis(moment, { zone }).toISODate() ?? ''
