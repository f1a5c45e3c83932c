import type { Db, MongoClient } from 'mongodb'
import { AppError } from '../../errors'
import type { CollectionName } from '../../ports/documents'
import { collections } from '../schemas/collections'

/** Kept in order of their random id, so that the order on disk does not tell the order of arrival. */
const CLUSTERED: readonly CollectionName[] = ['letterbox', 'replies', 'texts', 'sounds']
const NAMESPACE_EXISTS = 48

/** Refuses a server that has no transactions; then makes collections and indexes as declared. Safe to do twice. */
export async function prepare(client: MongoClient, db: Db): Promise<void> {
  refuseLoner(await client.db('admin').command({ hello: 1 }))
  for (const [name, schema] of Object.entries(collections)) {
    await createCollection(db, name, CLUSTERED.includes(name as CollectionName))
    const indexes = schema.indexes().map(([key, options]) => ({ key, ...options }))
    if (indexes.length > 0) await db.collection(name).createIndexes(indexes as never)
  }
}

export function refuseLoner(hello: { setName?: unknown; msg?: unknown }): void {
  if (hello.setName !== undefined || hello.msg === 'isdbgrid') return
  throw new AppError(
    'STORE_UNAVAILABLE',
    'MongoDB runs as a single server. Brugbode needs transactions, and so a replica set; one member is enough: start mongod with --replSet rs0 and run rs.initiate() once.',
    { reason: 'no replica set' },
  )
}

async function createCollection(db: Db, name: string, clustered: boolean): Promise<void> {
  try {
    await db.createCollection(name, clustered ? { clusteredIndex: { key: { _id: 1 }, unique: true } } : {})
  } catch (error) {
    if ((error as { code?: unknown }).code !== NAMESPACE_EXISTS) throw error
  }
}
