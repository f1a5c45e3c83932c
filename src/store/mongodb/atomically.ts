import type { Collection, MongoClient } from 'mongodb'
import type { AtomicStep, CollectionName, Stored } from '../../ports/documents'
import type { Shape } from '../shape'
import { changeOne, insertOne, removeAll } from './collectionOn'
import { mongoError } from './mongoError'

export interface Place {
  native: Collection<Stored>
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
  if (steps.length === 0) return true
  try {
    await client.withSession(session =>
      session.withTransaction(
        async () => {
          for (const step of steps) {
            const { native, shape } = placeOf(placeName(step))
            const done =
              'insert' in step
                ? await insertOne(native, shape, step.insert, session)
                : 'update' in step
                  ? await changeOne(native, shape, step.update, step.patch, undefined, session)
                  : [await removeAll(native, shape, step.remove, session)]
            if (!done) throw NOT_DONE
          }
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

const placeName = (step: AtomicStep): CollectionName =>
  'into' in step ? step.into : 'in' in step ? step.in : step.from
