/** Logs carry ids, codes and counts. Never an address, a name or a text. */
export interface Log {
  info(what: string, facts?: Record<string, string | number | boolean | undefined>): void
  warn(what: string, facts?: Record<string, string | number | boolean | undefined>): void
  error(what: string, error: unknown, facts?: Record<string, string | number | boolean | undefined>): void
}
