import { AppError } from '../errors'

/** The provider cannot be asked now; nothing is known and nothing is lost. */
export const isProviderAway = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'PROVIDER_UNAVAILABLE'
