import { z } from 'zod'
import { AUDIENCES, PURPOSES } from '../domain/contact'
import type { Timeline } from '../domain/timeline/definition'

const COUNT = z.int('is a whole number; before the anchor it has a minus')
const OFFSET_FIELDS = {
  months: COUNT.optional(),
  weeks: COUNT.optional(),
  days: COUNT.optional(),
  hours: COUNT.optional(),
}
const OFFSET = z.strictObject(OFFSET_FIELDS)
const DAYS = z.int().min(1)

const COMMON = {
  id: z.string().regex(/^[a-z0-9]+(_[a-z0-9]+)*$/, 'is small letters, digits and _'),
  audience: z.enum(AUDIENCES),
  to: z.enum(['all', 'not_refused', 'coming', 'attended', 'absent', 'silent', 'refused']).default('all'),
  does: z.enum(['message', 'dialog', 'task']),
  dialog: z.string().optional(),
  task: z.enum(['call', 'letter', 'talk']).optional(),
  /** Practical messages (domain reference 5.2); a dialog asks for its own consents. */
  purpose: z.enum(PURPOSES).default('C1'),
  channel: z.enum(['whatsapp', 'sms']).optional(),
  fallbackAfterHours: z.number().positive().default(12),
  ifUnknown: z.enum(['resend', 'leave']).default('resend'),
}

const BY_CALENDAR = z.strictObject({
  ...COMMON,
  at: z.strictObject({ from: z.enum(['start', 'end']), ...OFFSET_FIELDS }),
  window: z.strictObject({ earliest: OFFSET, latest: OFFSET }),
  shift: z.enum(['saturday_before', 'nearest_weekday', 'monday_after', 'none']).default('none'),
  ideal: OFFSET.optional(),
  ifLate: z.enum(['skip', 'now', 'merge']).default('skip'),
  onSilence: z.strictObject({ repeatAfterDays: DAYS.optional(), callAfterDays: DAYS.optional() }).optional(),
})

/** Leaves when somebody changes the event; the calendar has no say in it. */
const BY_CHANGE = z.strictObject({ ...COMMON, when: z.enum(['moved', 'cancelled']) }).transform(step => ({
  ...step,
  at: { from: 'start' as const },
  window: { earliest: { months: -12 }, latest: {} },
  shift: 'none' as const,
  ifLate: 'now' as const,
}))

/** The form of `timelines/<id>.yaml`; unknown fields are refused, what is usual need not be written. */
export const TIMELINE: z.ZodType<Timeline> = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is small letters, digits and -'),
  version: z.int().min(1),
  phase: z.enum(['facilitation', 'orientation', 'initiation', 'execution', 'evaluation']),
  steps: z
    .array(
      z.unknown().transform((step, context) => {
        // Not a union: its errors would name both forms. A step with `when` is of the second.
        const form = typeof step === 'object' && step !== null && 'when' in step ? BY_CHANGE : BY_CALENDAR
        const parsed = form.safeParse(step)
        if (parsed.success) return parsed.data
        for (const issue of parsed.error.issues) context.addIssue({ ...issue } as never)
        return z.NEVER
      }),
    )
    .min(1, 'a timeline has a step'),
})
