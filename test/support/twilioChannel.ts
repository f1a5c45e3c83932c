import { createTwilioChannel, type TwilioSettings } from '../../src/channels/twilio/channel'
import { createLog } from '../../src/log/createLog'
import type { Clock } from '../../src/ports/clock'
import type { Documents } from '../../src/ports/documents'
import { ACCOUNT } from './fakeTwilio'

export const TOKEN = '0123456789abcdef0123456789abcdef'
/** Languages that WhatsApp has a code for; it has none for Tigrinya. */
const CODES: Record<string, string> = { nl: 'nl', fr: 'fr', ar: 'ar' }

/** The production channel against an address of a test, and every line it logs. */
export function openTwilioChannel(parts: {
  apiUrl?: string
  documents: Documents
  clock: Clock
  timeoutMs?: number
  settings?: Partial<TwilioSettings>
}) {
  const { apiUrl, documents, clock, timeoutMs = 5_000, settings = {} } = parts
  const lines: string[] = []
  const channel = createTwilioChannel({
    settings: {
      accountSid: ACCOUNT,
      authToken: TOKEN,
      publicUrl: 'https://bot.example.org',
      ...(apiUrl === undefined ? {} : { apiUrl }),
      ...settings,
    },
    languageCode: language => CODES[language] ?? null,
    documents,
    clock,
    log: createLog('debug', { write: line => lines.push(line) }),
    timeoutMs,
  })
  return { channel, lines }
}
