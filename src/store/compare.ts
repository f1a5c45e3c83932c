import type { Sort } from '../ports/documents'

/** MongoDB's order: absent and null first, then numbers, texts by their UTF-8 bytes, false, true. */
export function compareValues(a: unknown, b: unknown): number {
  const kind = kindOf(a) - kindOf(b)
  if (kind !== 0) return kind
  if (typeof a === 'string') return compareTexts(a, b as string)
  return Number(a ?? 0) - Number(b ?? 0)
}

const kindOf = (value: unknown) =>
  typeof value === 'number' ? 1 : typeof value === 'string' ? 2 : typeof value === 'boolean' ? 3 : 0

/** Not `<`: JavaScript compares UTF-16 units, which puts an emoji before some ordinary characters. */
const compareTexts = (a: string, b: string) => (a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b)))

export const compareBy =
  (sort: Sort) =>
  (a: object, b: object): number => {
    for (const [path, direction] of sort) {
      const names = path.split('.')
      const order = compareValues(valueAt(a, names), valueAt(b, names))
      if (order !== 0) return order * direction
    }
    return 0
  }

/** The value at a path that leads through plain objects only. */
export function valueAt(document: object, names: readonly string[]): unknown {
  let value: unknown = document
  for (const name of names) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return value
}
