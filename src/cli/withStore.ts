import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readSettings, type Settings } from '../settings'
import type { Auditing } from '../use-cases/audit'

/** Does something with what is stored, as the settings say where, and closes it again. */
export async function withStore(deed: (deps: Auditing, settings: Settings) => Promise<void>): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const settings = readSettings()
  const { openDocuments } = require('../store/openDocuments') as typeof import('../store/openDocuments')
  const { systemClock } = require('../clock/systemClock') as typeof import('../clock/systemClock')
  const documents = await openDocuments({
    folder: settings.DATA_FOLDER,
    ...(settings.MONGODB_URI ? { mongodbUri: settings.MONGODB_URI } : {}),
  })
  const newId = () => randomBytes(16).toString('base64url')
  try {
    await deed({ documents, clock: systemClock, newId }, settings)
  } finally {
    await documents.close()
  }
}
