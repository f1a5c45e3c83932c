import { AppError } from '../../errors'

interface Facts {
  /** no: proven that nothing left. maybe: it may have been acted upon. answered: the provider said no. */
  reached: 'no' | 'maybe' | 'answered'
  /** A code, never a sentence: `ECONNRESET`, `timed_out`, `HTTP 502`. */
  what: string
  status?: number
  /** The provider's own code. */
  code?: string
  retryAfterMs?: number
}

/** Why a request to the provider brought nothing. Holds codes only: the provider's sentences may quote a person. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError'
  readonly facts: Facts

  constructor(facts: Facts) {
    super(`The provider did not do it: ${facts.what}${facts.code ? `, code ${facts.code}` : ''}`)
    this.facts = facts
  }
}

/** The same in the product's own words, for calls whose failure the caller cannot use as a value. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (!(error instanceof ProviderError))
    return new AppError('PROVIDER_UNAVAILABLE', 'The answer of the provider makes no sense')
  const { what, status, code } = error.facts
  return new AppError('PROVIDER_UNAVAILABLE', error.message, { what, status, code })
}

export async function called<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw asAppError(error)
  }
}

/** Null: the provider does not know it (any more). */
export async function known<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof ProviderError && error.facts.status === 404) return null
    throw asAppError(error)
  }
}
