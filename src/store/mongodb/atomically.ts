import type { MongoClient } from 'mongodb'
import type { AtomicStep, CollectionName } from '../../ports/documents'
import type { Shape } from '../shape'
import { changing, type Deed, inserting, type Native, removing } from './deeds'
import { mongoError } from './mongoError'

export interface Place {
  native: Native
  shape: Shape
}

/** A step could not be done; ends the transaction. */
const NOT_DONE = Symbol('not done')

/** One transaction. The driver repeats it while the server calls its failure a passing one. */
export async function atomically(
  client: MongoClient,
  placeOf: (name: CollectionName) => Place,
  steps: readonly AtomicStep[],
): Promise<boolean> {
  const deeds = steps.map(step => deedOf(placeOf, step))
  if (deeds.length === 0) return true
  try {
    await client.withSession(session =>
      session.withTransaction(
        async () => {
          for (const deed of deeds) if (!(await deed(session))) throw NOT_DONE
        },
        { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', j: true } },
      ),
    )
    return true
  } catch (error) {
    if (error === NOT_DONE) return false
    throw mongoError(error)
  }
}

function deedOf(placeOf: (name: CollectionName) => Place, step: AtomicStep): Deed<unknown> {
  if ('insert' in step) {
    const { native, shape } = placeOf(step.into)
    return inserting(native, shape, step.insert)
  }
  if ('update' in step) {
    const { native, shape } = placeOf(step.in)
    return changing(native, shape, step.update, step.patch)
  }
  const { native, shape } = placeOf(step.from)
  const remove = removing(native, shape, step.remove)
  return async session => {
    await remove(session)
    // Nothing to remove is as good as removed.
    return true
  }
}
