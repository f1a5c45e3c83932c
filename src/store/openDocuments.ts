import type { Documents } from '../ports/documents'
import { openEmbedded } from './embedded'
import { openMongodb } from './mongodb'

/** MongoDB where an address is set, the embedded engine in `folder` otherwise. */
export const openDocuments = (settings: { mongodbUri?: string; folder: string }): Promise<Documents> =>
  settings.mongodbUri ? openMongodb(settings.mongodbUri) : openEmbedded(settings.folder)
