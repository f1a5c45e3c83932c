import { MongoError, MongoServerError } from 'mongodb'
import { Error as MongooseError } from 'mongoose'
import { AppError } from '../../errors'
import { invalid } from '../checkDocument'
import type { Shape } from '../shape'

const DUPLICATE_KEY = 11000
/** A patch that does not fit what is there: no number to add to, no list to push to, no place to put it. */
const UNFIT: Record<number, string> = { 2: 'list', 14: 'number', 28: 'no place' }
const OUT_OF_DISK = 14031

export const isDuplicate = (error: unknown): boolean =>
  error instanceof MongoServerError && error.code === DUPLICATE_KEY

/** Their error in our words. A server's message can hold a document's values, so only its code goes along. */
export function mongoError(error: unknown, shape?: Shape): unknown {
  if (error instanceof MongooseError) return away({ reason: error.name })
  if (!(error instanceof MongoError)) return error
  const facts = { code: error.code, reason: error instanceof MongoServerError ? error.codeName : error.name }
  const unfit = UNFIT[Number(error.code)]
  if (shape && unfit !== undefined) return invalid(shape, [{ path: '', rule: unfit }])
  if (error.code === OUT_OF_DISK)
    return new AppError('STORE_FULL', 'There is no room left on the disk of the database.', facts)
  return away(facts)
}

const away = (facts: Record<string, unknown>) =>
  new AppError(
    'STORE_UNAVAILABLE',
    'The database did not answer. What was asked may or may not have happened.',
    facts,
  )
