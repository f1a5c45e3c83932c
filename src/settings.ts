import { z } from 'zod'
import { AppError } from './errors'

const optional = <T extends z.ZodType>(rule: T) =>
  z.preprocess(value => (value === '' ? undefined : value), rule.optional())

const url = z.url({ protocol: /^https?$/ }).transform(text => text.replace(/\/$/, ''))
const phone = z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be a number like +32460000000')

/** Every setting: name, meaning, default, rule. `.env.example` explains the same list; a test holds them together. */
const SETTINGS = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    PHONES_PORT: z.coerce.number().int().min(0).max(65535).default(3001),
    PUBLIC_URL: optional(url),
    DATA_FOLDER: z.string().min(1).default('./data'),
    MONGODB_URI: optional(z.string().regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb://')),
    BRUGBODE_KEY: optional(
      z
        .string()
        .refine(text => Buffer.from(text, 'base64').length === 32, 'must be 32 random bytes in base64'),
    ),
    TWILIO_ACCOUNT_SID: optional(
      z.string().regex(/^AC[0-9a-fA-F]{32}$/, 'must be AC and 32 hexadecimal digits'),
    ),
    TWILIO_AUTH_TOKEN: optional(z.string().min(5)),
    TWILIO_AUTH_TOKEN_PREVIOUS: optional(z.string().min(5)),
    TWILIO_API_URL: optional(url),
    TWILIO_WHATSAPP_SENDER: optional(phone),
    TWILIO_SMS_SENDER: optional(phone),
    WHATSAPP_PER_SECOND: z.coerce.number().positive().max(400).default(20),
    SMS_PER_SECOND: z.coerce.number().positive().max(100).default(1),
    ORGANISATION_NAME: optional(z.string().min(1)),
    ORGANISATION_PROJECT: optional(z.string().min(1)),
    CONTACT_PERSON_NAME: optional(z.string().min(1)),
    CONTACT_PERSON_PHONE: optional(phone),
    ZONE: z
      .string()
      .refine(zone => isZone(zone), 'must be an IANA time zone such as Europe/Brussels')
      .default('Europe/Brussels'),
    HOLIDAYS: z.enum(['yes', 'no']).default('yes'),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  })
  .superRefine((settings, context) => {
    if (settings.TWILIO_ACCOUNT_SID === undefined && settings.TWILIO_AUTH_TOKEN === undefined) return
    const together = [
      'TWILIO_ACCOUNT_SID',
      'TWILIO_AUTH_TOKEN',
      'PUBLIC_URL',
      'BRUGBODE_KEY',
      'ORGANISATION_NAME',
      'ORGANISATION_PROJECT',
      'CONTACT_PERSON_NAME',
      'CONTACT_PERSON_PHONE',
    ] as const
    for (const name of together)
      if (settings[name] === undefined)
        context.addIssue({ code: 'custom', path: [name], message: 'is needed with a Twilio account' })
    if (!settings.TWILIO_WHATSAPP_SENDER && !settings.TWILIO_SMS_SENDER)
      context.addIssue({
        code: 'custom',
        path: ['TWILIO_SMS_SENDER'],
        message: 'or TWILIO_WHATSAPP_SENDER is needed with a Twilio account',
      })
  })

export type Settings = Readonly<z.infer<typeof SETTINGS>>
export const SETTING_NAMES = Object.keys(SETTINGS.shape)

/** Nothing is configured: the product runs beside the emulator, with a demo organisation, on this machine only. */
export const isPractice = (settings: Settings): boolean => settings.TWILIO_ACCOUNT_SID === undefined

/**
 * Reads the environment once. All mistakes are reported together.
 * @throws AppError SETTINGS_INVALID with `facts.problems`, one line each.
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const read = SETTINGS.safeParse(environment)
  if (read.success) return Object.freeze(read.data)
  const problems = read.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`)
  throw new AppError('SETTINGS_INVALID', `These settings need your attention:\n- ${problems.join('\n- ')}`, {
    problems,
  })
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined
  } catch {
    return false
  }
}
