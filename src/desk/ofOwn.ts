import type { Staff } from '../domain/staff'
import { AppError, type ErrorCode } from '../errors'

/**
 * What belongs to the organisation of who asks; anybody else's is not there.
 * @throws `missing`
 */
export function ofOwn<T extends { organisation: string }>(
  by: Pick<Staff, 'organisation'>,
  document: T | null,
  missing: ErrorCode = 'NOT_FOUND',
): T {
  if (document?.organisation !== by.organisation) throw new AppError(missing, 'Not in this organisation')
  return document as T
}
