import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Documents } from '../../src/ports/documents'
import { collections } from '../../src/store/schemas/collections'

export interface StoredThing {
  /** `contacts/demo-1` */
  place: string
  value: Record<string, unknown>
  text: string
}

/** Every document of every collection there is. */
export async function everythingStored(documents: Documents): Promise<StoredThing[]> {
  const found: StoredThing[] = []
  for (const name of Object.keys(collections) as (keyof typeof collections)[])
    for await (const each of documents.collection(name).each({})) {
      const value = each as unknown as Record<string, unknown>
      found.push({ place: `${name}/${value._id}`, value, text: JSON.stringify(value) })
    }
  return found
}

/** Every property at any depth, with its name. */
export function* propertiesOf(value: unknown): Generator<[string, unknown]> {
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    yield [name, inner]
    yield* propertiesOf(inner)
  }
}

/** Raw bytes of every file under a folder, also what is free there for reuse. */
export async function bytesUnder(folder: string): Promise<{ file: string; bytes: Buffer }[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return Promise.all(
    entries
      .filter(entry => entry.isFile())
      .map(async entry => {
        const file = path.join(entry.parentPath, entry.name)
        return { file: entry.name, bytes: await readFile(file) }
      }),
  )
}
