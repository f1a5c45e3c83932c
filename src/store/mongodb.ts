import os from 'node:os'
import { MongoAPIError } from 'mongodb'
import mongoose from 'mongoose'
import { AppError } from '../errors'
import type { Collection, CollectionName, Documents, Stored } from '../ports/documents'
import { atomically, type Place } from './mongodb/atomically'
import { collectionOn } from './mongodb/collectionOn'
import { mongoError } from './mongodb/mongoError'
import { prepare } from './mongodb/prepare'
import { collections } from './schemas/collections'
import { shapeOf } from './shape'

/**
 * The MongoDB engine, for any number of processes. Collections and indexes are made when it opens.
 * `patience`: milliseconds in which a server must be found; what it is asked may take some times longer.
 * Throws STORE_UNAVAILABLE when the server is away, or is no replica set.
 */
export async function openMongodb(
  uri: string,
  options: { database?: string; patience?: number } = {},
): Promise<Documents> {
  const { database, patience = 5_000 } = options
  const connection = mongoose.createConnection(uri, {
    dbName: database,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    // A write that a fail-over can take back would let a message leave twice.
    writeConcern: { w: 'majority', j: true, wtimeoutMS: 3 * patience },
    readPreference: 'primary',
    // Otherwise the driver imports it in a way that a CommonJS test runner does not know.
    runtimeAdapters: { os },
    serverSelectionTimeoutMS: patience,
    connectTimeoutMS: patience,
    socketTimeoutMS: 6 * patience,
  })
  try {
    await connection.asPromise()
    await prepare(connection.getClient(), connection.db!)
  } catch (error) {
    await connection.close()
    if (error instanceof MongoAPIError)
      throw new AppError('SETTINGS_INVALID', 'The address of MongoDB cannot be used.', { reason: error.name })
    throw mongoError(error)
  }

  const places = new Map<string, Place>()
  for (const [name, schema] of Object.entries(collections))
    places.set(name, {
      native: connection.db!.collection<Stored>(name),
      shape: shapeOf(name as CollectionName, schema),
    })
  let open = true
  const placeOf = (name: string): Place => {
    if (!open) throw new AppError('STORE_UNAVAILABLE', 'The store is closed.')
    return places.get(name)!
  }

  return {
    engine: 'mongodb',
    collection<N extends CollectionName>(name: N) {
      const { native, shape } = placeOf(name)
      return collectionOn<Stored>(native, shape) as unknown as Collection<never>
    },
    atomically: async steps => atomically(connection.getClient(), placeOf, steps),
    async close() {
      open = false
      await connection.close()
    },
  }
}
