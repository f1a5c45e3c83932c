import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import { join } from 'node:path'
import { type Db, MongoClient } from 'mongodb'
import type { Documents } from '../../src/ports/documents'
import { openEmbedded } from '../../src/store/embedded'
import { openMongodb } from '../../src/store/mongodb'

export interface TestDocuments {
  documents: Documents
  engine: string
  /** Where an embedded store keeps its files. */
  folder?: string
  /** Closes the store and opens it again with everything that was in it. */
  reopen(): Promise<Documents>
  dispose(): Promise<void>
  /** A key that leaves a list under a unique index is free: true of MongoDB, not of every server that speaks its protocol. */
  freesKeys(): Promise<boolean>
}

/** A fresh store: embedded in a folder of its own, or a database of its own where MONGODB_TEST_URI leads. */
export function openTestDocuments(): Promise<TestDocuments> {
  const uri = serverAddress()
  return uri ? onServer(uri) : openTestEmbedded()
}

export const serverAddress = (): string | undefined => process.env.MONGODB_TEST_URI || undefined

export async function openTestEmbedded(): Promise<TestDocuments> {
  const folder = await mkdtemp(join(os.tmpdir(), 'brugbode-'))
  const result = await testDocuments(
    () => openEmbedded(folder),
    () => rm(folder, { recursive: true, force: true }),
    async () => true,
  )
  return Object.assign(result, { folder })
}

async function onServer(uri: string): Promise<TestDocuments> {
  const database = `test_${randomBytes(8).toString('hex')}`
  const open = () => openMongodb(uri, { database })
  const inDatabase = async <T>(ask: (db: Db) => Promise<T>): Promise<T> => {
    const client = await MongoClient.connect(uri, { runtimeAdapters: { os } })
    try {
      return await ask(client.db(database))
    } finally {
      await client.close()
    }
  }
  return testDocuments(
    open,
    async () => void (await inDatabase(db => db.dropDatabase())),
    () => inDatabase(freesKeys),
  )
}

/** Asked of the server itself, without any code of ours between. */
async function freesKeys(db: Db): Promise<boolean> {
  const probe = db.collection<{ _id: string; keys: string[] }>('probe')
  await probe.createIndex({ keys: 1 }, { unique: true })
  await probe.insertOne({ _id: 'a', keys: ['x', 'y'] })
  await probe.updateOne({ _id: 'a' }, { $set: { keys: ['y'] } })
  return probe.insertOne({ _id: 'b', keys: ['x'] }).then(
    () => true,
    () => false,
  )
}

async function testDocuments(
  open: () => Promise<Documents>,
  remove: () => Promise<void>,
  frees: () => Promise<boolean>,
): Promise<TestDocuments> {
  const result: TestDocuments = {
    documents: await open(),
    engine: '',
    freesKeys: frees,
    async reopen() {
      await result.documents.close()
      result.documents = await open()
      return result.documents
    },
    async dispose() {
      await result.documents.close()
      await remove()
    },
  }
  result.engine = result.documents.engine
  return result
}
