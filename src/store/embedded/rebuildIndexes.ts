import type { Stored } from '../../ports/documents'
import { AFTER } from './keys'
import { keyspaceOf, prefixOf } from './keyspace'
import type { Shelf } from './shelf'
import type { Table } from './walk'

const BUILT = Buffer.from('\0indexes')

/** Makes the index entries on disk those that are declared now. After a change of the declarations only. */
export function rebuildIndexes(table: Table, shelves: readonly Shelf[]): void {
  const built = new Set((table.get(BUILT) as string[] | undefined) ?? [])
  const declared = shelves.flatMap(({ shape }) =>
    shape.indexes.map(({ name, unique }) => ({ shape, name, id: `${shape.collection} ${name} ${unique}` })),
  )
  const missing = declared.filter(({ id }) => !built.has(id))
  const surplus = [...built].filter(id => !declared.some(index => index.id === id))
  if (missing.length === 0 && surplus.length === 0) return

  table.transactionSync(() => {
    for (const id of surplus) {
      const [collection, name] = id.split(' ')
      const prefix = prefixOf(collection!, name!)
      for (const key of [...table.getKeys({ start: prefix, end: Buffer.concat([prefix, AFTER]) })])
        table.removeSync(key)
    }
    for (const { shape, name } of missing) {
      const space = keyspaceOf(shape)
      const index = space.indexes.find(other => other.name === name)!
      const range = { start: space.documents, end: Buffer.concat([space.documents, AFTER]) }
      for (const { value } of table.getRange(range))
        for (const key of index.entries(value as Stored)) table.putSync(key, (value as Stored)._id)
    }
    table.putSync(
      BUILT,
      declared.map(({ id }) => id),
    )
  })
}
