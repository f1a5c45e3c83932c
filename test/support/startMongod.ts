import { spawnSync } from 'node:child_process'
import { MongoMemoryReplSet } from 'mongodb-memory-server'

export interface MongoServer {
  uri: string
  /** What it honestly is. */
  says: string
  stop(): Promise<void>
}

/** The server for the second engine: one that is named, or a `mongod` on the PATH as a replica set of one; null without. */
export async function startMongod(): Promise<MongoServer | null> {
  const named = process.env.MONGODB_TEST_URI
  if (named)
    return {
      uri: named,
      says: process.env.MONGODB_TEST_SAYS ?? 'the server at MONGODB_TEST_URI',
      stop: async () => {},
    }
  const found = spawnSync('which', ['mongod'], { encoding: 'utf8' }).stdout.trim()
  return found ? startReplicaSet({ systemBinary: found }, 'MongoDB (mongod on the PATH)') : null
}

/** @param binary where mongod is, or nothing: then it is fetched from the internet */
export async function startReplicaSet(binary: { systemBinary?: string }, says: string): Promise<MongoServer> {
  const set = await MongoMemoryReplSet.create({ replSet: { count: 1, storageEngine: 'wiredTiger' }, binary })
  return { uri: set.getUri(), says, stop: async () => void (await set.stop()) }
}
