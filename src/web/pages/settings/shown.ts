import type { Request } from 'express'
import { AppError, type ErrorCode } from '../../../errors'
import type { Wrong } from '../../components/Field'
import type { Words } from '../../words'
import { errorWords } from '../error/ErrorPage'

/** A form that is shown again: what was typed, and what did not fit. */
export interface Shown<F> {
  form?: F
  rev?: number
  problems?: Wrong
  wrong?: string | undefined
}

/** What can be said above the form instead of on a page of its own. */
const ABOVE: readonly ErrorCode[] = ['SETTINGS_CHANGED', 'LAST_ADMIN']

/** Does it, or gives the words that stand above the form. */
export async function attempt(words: Words, deed: () => Promise<void>): Promise<string | undefined> {
  try {
    await deed()
    return undefined
  } catch (error) {
    if (error instanceof AppError && ABOVE.includes(error.code)) return errorWords(error.code, words)
    throw error
  }
}

export const incomplete = () => new AppError('ARGUMENT_INVALID', 'The form is not complete')

export const doneOf = ({ query }: Request): string | undefined =>
  query.done === 'saved' || query.done === 'stopped' ? query.done : undefined

export const statusOf = ({ problems = {}, wrong }: Pick<Shown<unknown>, 'problems' | 'wrong'>): number => {
  if (wrong) return 409
  return Object.keys(problems).length > 0 ? 422 : 200
}
