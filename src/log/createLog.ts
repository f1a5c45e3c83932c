import pino from 'pino'
import type { Log } from '../ports/log'

/** Anything that looks like a phone number or an account id of WhatsApp, wherever it stands. */
const ADDRESS = /(?:whatsapp:)?\+?\d[\d\s./-]{6,}\d|\b[A-Z]{2}\.[A-Za-z0-9]{6,}/g

/** @param level of pino; `silent` for nothing */
export function createLog(level: string, to?: { write(line: string): void }): Log {
  const logger = pino({ level, base: null }, to ?? pino.destination(2))
  return {
    info: (what, facts) => logger.info(clean(facts), what),
    warn: (what, facts) => logger.warn(clean(facts), what),
    error: (what, error, facts) => logger.error({ ...clean(facts), error: describe(error) }, what),
  }
}

/** Errors of libraries may quote what they were given: only the name, the code and the scrubbed first line leave. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: scrub(String(error)) }
  const { code } = error as Error & { code?: unknown }
  return {
    name: error.name,
    ...(code === undefined ? {} : { code: scrub(String(code)) }),
    message: scrub(error.message.split('\n')[0] ?? ''),
    at: error.stack
      ?.split('\n')
      .filter(line => /^\s+at /.test(line))
      .slice(0, 3)
      .map(line => line.trim().replace(/\(.*[\\/](?=[^\\/]+$)/, '(')),
  }
}

const clean = (facts: Record<string, unknown> = {}): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'string' ? scrub(fact) : fact]),
  )

const scrub = (text: string): string => text.replace(ADDRESS, '[address]').slice(0, 500)
