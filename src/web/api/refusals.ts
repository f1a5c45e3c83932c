import type { FieldProblem } from '../../domain/fieldProblem'
import { AppError, type ErrorCode } from '../../errors'

const CHANGED: readonly ErrorCode[] = ['CAMPAIGN_CHANGED', 'CONTACT_CHANGED', 'TRAINING_CHANGED']

/** Does it; when somebody was faster, the refusal says how it stands now: a version, a state, never a text. */
export async function orStanding<T>(
  deed: () => Promise<T>,
  now: () => Promise<Readonly<Record<string, unknown>>>,
): Promise<T> {
  try {
    return await deed()
  } catch (error) {
    if (!(error instanceof AppError) || !CHANGED.includes(error.code)) throw error
    throw new AppError(error.code, error.message, { ...error.facts, ...(await now()) })
  }
}

/** What does not fit, each with its field. */
export const misfit = (fields: readonly FieldProblem[]): AppError =>
  new AppError('ARGUMENT_INVALID', 'This does not fit', { fields })
