import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import type { Documents } from '../../src/ports/documents'
import { openEmbedded } from '../../src/store/embedded'
import { openMongodb } from '../../src/store/mongodb'

export interface TestDocuments {
  documents: Documents
  engine: string
  /** Closes the store and opens it again with everything that was in it. */
  reopen(): Promise<Documents>
  dispose(): Promise<void>
}

/** A fresh store: embedded in a folder of its own, or a database of its own where MONGODB_TEST_URI leads. */
export function openTestDocuments(): Promise<TestDocuments> {
  const uri = serverAddress()
  return uri ? onServer(uri) : openTestEmbedded()
}

export const serverAddress = (): string | undefined => process.env.MONGODB_TEST_URI || undefined

export async function openTestEmbedded(): Promise<TestDocuments> {
  const folder = await mkdtemp(join(os.tmpdir(), 'brugbode-'))
  return testDocuments(
    () => openEmbedded(folder),
    () => rm(folder, { recursive: true, force: true }),
  )
}

async function onServer(uri: string): Promise<TestDocuments> {
  const database = `test_${randomBytes(8).toString('hex')}`
  const open = () => openMongodb(uri, { database })
  return testDocuments(open, async () => {
    const client = await MongoClient.connect(uri, { runtimeAdapters: { os } })
    await client.db(database).dropDatabase()
    await client.close()
  })
}

async function testDocuments(
  open: () => Promise<Documents>,
  remove: () => Promise<void>,
): Promise<TestDocuments> {
  const result: TestDocuments = {
    documents: await open(),
    engine: '',
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
