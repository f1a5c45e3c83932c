import type { Scalar } from '../../ports/documents'
import type { Condition } from '../checkFilter'
import { decodeValue, encodedLength } from './keys'
import type { IndexSpace, Keyspace } from './keyspace'
import { boundOf } from './planner'
import { type Table, walk } from './walk'

/**
 * Counts by index entries alone, without reading a document: a queue of many thousands is counted on every tick.
 * Null when no index holds everything that the conditions, and the field to count by, are about.
 */
export function countCovered(
  table: Table,
  space: Keyspace,
  conditions: readonly Condition[],
  path?: string,
): Map<Scalar, number> | null {
  const index = space.indexes.find(candidate => covers(candidate, conditions, path))
  if (index === undefined) return null
  const counts = new Map<Scalar, number>()
  const position = path === undefined ? -1 : index.paths.indexOf(path)
  const bounds = index.paths.map(name => boundOf(name, conditions))
  for (const { key } of walk(table, {
    prefix: index.prefix,
    bounds,
    reverse: false,
    sorted: false,
    repeats: false,
  })) {
    const value = position < 0 ? null : valueAt(key, index, position)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}

/** Every document has exactly one entry here, and the bounds say all that the conditions say. */
function covers(index: IndexSpace, conditions: readonly Condition[], path: string | undefined): boolean {
  if (index.multikey || index.unique) return false
  const asked = conditions.map(condition => condition.path)
  return (
    [...asked, ...(path === undefined ? [] : [path])].every(name => index.paths.includes(name)) &&
    // A value or a list of them is taken as it is, so nothing else may be said of that field.
    conditions.every(({ path: name, operator }) =>
      operator === 'eq' || operator === 'in'
        ? asked.filter(other => other === name).length === 1
        : RANGE.has(operator),
    )
  )
}

const RANGE: ReadonlySet<string> = new Set(['lt', 'lte', 'gt', 'gte'])

function valueAt(key: Buffer, index: IndexSpace, position: number): Scalar {
  let start = index.prefix.length
  for (let i = 0; i < position; i++) start += encodedLength(key, start)
  return decodeValue(key.subarray(start, start + encodedLength(key, start)))
}
