import type { Stored } from '../../ports/documents'
import { valueAt } from '../compare'
import type { Index, Shape } from '../shape'
import { encodeValue } from './keys'

/** Where things are in the one LMDB table: `collection 0 0 id` and `collection 0 index 0 values id`. */
export interface Keyspace {
  documents: Buffer
  document(id: string): Buffer
  indexes: readonly IndexSpace[]
}

export interface IndexSpace extends Index {
  prefix: Buffer
  /** The entries of one document, all different. */
  entries(document: Stored): Buffer[]
}

export function keyspaceOf(shape: Shape): Keyspace {
  const documents = prefixOf(shape.collection, '')
  return {
    documents,
    document: id => Buffer.concat([documents, encodeValue(id)]),
    indexes: shape.indexes.map(index => indexSpaceOf(shape.collection, index)),
  }
}

export const prefixOf = (collection: string, index: string): Buffer =>
  Buffer.from(`${collection}\0${index}\0`)

function indexSpaceOf(collection: string, index: Index): IndexSpace {
  const prefix = prefixOf(collection, index.name)
  const paths = index.paths.map(path => path.split('.'))
  return {
    ...index,
    prefix,
    entries(document) {
      const values = paths.map(names => valueAt(document, names))
      const end = index.unique ? [] : [encodeValue(document._id)]
      if (!index.multikey) {
        if (index.unique && !isHeld(values[0])) return []
        return [Buffer.concat([prefix, ...values.map(encodeValue), ...end])]
      }
      const [list] = values
      const elements = Array.isArray(list) ? [...new Set(list)] : [list]
      const held = index.unique ? elements.filter(isHeld) : elements
      return held.map(element => Buffer.concat([prefix, encodeValue(element), ...end]))
    },
  }
}

/** What a unique index holds against others: see `collection` in schemas/fields.ts. */
const isHeld = (value: unknown) => typeof value === 'string' && value !== ''
