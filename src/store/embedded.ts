import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { open } from 'lmdb'
import { AppError } from '../errors'
import type { AtomicStep, Collection, CollectionName, Documents, Stored } from '../ports/documents'
import { atomically } from './embedded/atomically'
import { collectionOn } from './embedded/collectionOn'
import { releaseLock, takeLock } from './embedded/lock'
import { rebuildIndexes } from './embedded/rebuildIndexes'
import { createShelf, type Shelf } from './embedded/shelf'
import type { Table } from './embedded/walk'
import { createWriter, storageError } from './embedded/writer'
import { collections } from './schemas/collections'
import { shapeOf } from './shape'

/**
 * The embedded engine: LMDB in a folder, for one machine and one process. A write is acknowledged when it is on disk.
 * Throws STORE_IN_USE when another process has the folder.
 */
export async function openEmbedded(folder: string): Promise<Documents> {
  const table = openTable(folder)
  const shelves = new Map<string, Shelf>()
  try {
    takeLock(table, folder)
    for (const [name, schema] of Object.entries(collections))
      shelves.set(name, createShelf(table, shapeOf(name as CollectionName, schema)))
    rebuildIndexes(table, [...shelves.values()])
  } catch (error) {
    await table.close()
    throw storageError(error)
  }

  const writer = createWriter(table)
  let open = true
  const need = (name: string): Shelf => {
    if (!open) throw new AppError('STORE_UNAVAILABLE', 'The store is closed.')
    return shelves.get(name)!
  }

  return {
    engine: 'embedded',
    collection: <N extends CollectionName>(name: N) =>
      collectionOn<Stored>(() => need(name), writer) as unknown as Collection<never>,
    atomically: async (steps: readonly AtomicStep[]) => atomically(need, writer, steps),
    async close() {
      if (!open) return
      open = false
      await writer.idle()
      try {
        releaseLock(table)
      } finally {
        await table.close()
      }
    },
  }
}

function openTable(folder: string): Table {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    return open({
      path: join(folder, 'documents.mdb'),
      noSubdir: true,
      encoding: 'json',
      keyEncoding: 'binary',
      // Acknowledged means flushed.
      overlappingSync: false,
      // Pages are wiped before use: what other parts of the process had in memory never reaches the disk.
      noMemInit: false,
    })
  } catch (error) {
    throw storageError(error)
  }
}
