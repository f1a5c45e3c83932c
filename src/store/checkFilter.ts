import { AppError } from '../errors'
import type { Filter, Scalar, Sort } from '../ports/documents'
import { type Node, nodeAt, type Shape } from './shape'

export type Operator = 'eq' | 'ne' | 'in' | 'lt' | 'lte' | 'gt' | 'gte' | 'exists'

/** One condition that every match fulfils; conditions inside `$or` are not among them. */
export interface Condition {
  path: string
  operator: Operator
  value: Scalar | readonly Scalar[]
}

const OPERATORS: Record<string, Operator> = {
  $ne: 'ne',
  $in: 'in',
  $lt: 'lt',
  $lte: 'lte',
  $gt: 'gt',
  $gte: 'gte',
  $exists: 'exists',
}

export const refused = (shape: Shape, path: string, why: string): AppError =>
  new AppError('STORE_FILTER_REFUSED', `${shape.collection}: ${path}: ${why}`, {
    collection: shape.collection,
    path,
    why,
  })

/** Refuses whatever the two engines might understand differently; gives the conditions that every match fulfils. */
export function checkFilter(shape: Shape, filter: Filter): Condition[] {
  const conditions: Condition[] = []
  for (const [path, wanted] of Object.entries(filter)) {
    if (path === '$and') {
      for (const member of members(shape, path, wanted)) conditions.push(...checkFilter(shape, member))
    } else if (path === '$or') {
      for (const member of members(shape, path, wanted)) checkFilter(shape, member)
    } else {
      conditions.push(...checkPath(shape, path, wanted))
    }
  }
  return conditions
}

function members(shape: Shape, path: string, wanted: unknown): readonly Filter[] {
  if (!Array.isArray(wanted) || wanted.length === 0) throw refused(shape, path, 'needs a list of filters')
  for (const member of wanted)
    if (typeof member !== 'object' || member === null || Object.keys(member).length === 0)
      throw refused(shape, path, 'has a member that is no filter')
  return wanted
}

function checkPath(shape: Shape, path: string, wanted: unknown): Condition[] {
  if (path.startsWith('$')) throw refused(shape, path, 'is not an operator of ours')
  let inList = false
  const found = nodeAt(shape.root, path, () => {
    inList = true
  })
  if (found === undefined) throw refused(shape, path, 'is not declared')
  const node: Node =
    inList && found.kind !== 'list' ? { kind: 'list', of: found, required: false, rules: [] } : found
  if (wanted === undefined) throw refused(shape, path, 'has no value')
  const absence =
    wanted === null ||
    (typeof wanted === 'object' && ('$exists' in wanted || Object.values(wanted).flat().includes(null)))
  if (inList && absence) throw refused(shape, path, 'absence has no clear meaning inside a list')
  if (Array.isArray(wanted)) throw refused(shape, path, 'a list needs $in')
  if (wanted === null || typeof wanted !== 'object')
    return [{ path, operator: 'eq', value: comparable(shape, path, node, wanted) }]

  const given = Object.entries(wanted)
  if (given.length === 0) throw refused(shape, path, 'has no operator')
  return given.map(([name, value]) => {
    const operator = OPERATORS[name]
    if (operator === undefined) throw refused(shape, path, `${name} is not an operator of ours`)
    return { path, operator, value: operand(shape, path, node, operator, value) }
  })
}

function operand(
  shape: Shape,
  path: string,
  node: Node,
  operator: Operator,
  value: unknown,
): Condition['value'] {
  switch (operator) {
    case 'exists':
      if (typeof value !== 'boolean') throw refused(shape, path, '$exists needs true or false')
      return value
    case 'in':
      if (!Array.isArray(value)) throw refused(shape, path, '$in needs a list')
      return value.map(element => comparable(shape, path, node, element))
    case 'eq':
    case 'ne':
      return comparable(shape, path, node, value)
  }
  if (node.kind !== 'string' && node.kind !== 'number' && node.kind !== 'free')
    throw refused(shape, path, 'has no order')
  if (typeof value !== 'string' && typeof value !== 'number')
    throw refused(shape, path, 'an order needs a text or a number')
  return comparable(shape, path, node, value)
}

/** A value that can never be there is a mistake in the caller, not an empty answer. */
function comparable(shape: Shape, path: string, node: Node, value: unknown): Scalar {
  if (value === null) return null
  if (typeof value === 'number' && !Number.isFinite(value))
    throw refused(shape, path, 'is not a finite number')
  const element = node.kind === 'list' ? node.of : node
  const fits =
    element.kind === 'free'
      ? typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      : typeof value === element.kind
  if (!fits) throw refused(shape, path, `cannot be compared with a ${typeof value}`)
  return value as Scalar
}

/** The whole order: `_id` decides last, in the direction of the field before it. */
export function checkSort(shape: Shape, sort: Sort = []): Sort {
  for (const [path, direction] of sort) {
    const kind = nodeAt(shape.root, path)?.kind
    if (kind !== 'string' && kind !== 'number' && kind !== 'boolean')
      throw refused(shape, path, 'cannot be sorted by')
    if (direction !== 1 && direction !== -1) throw refused(shape, path, 'needs a direction, 1 or -1')
  }
  const end = sort.findIndex(([path]) => path === '_id')
  if (end >= 0) return sort.slice(0, end + 1)
  return [...sort, ['_id', sort.at(-1)?.[1] ?? 1]]
}

/** Of one value per document. */
export function checkCountPath(shape: Shape, path: string): void {
  const kind = nodeAt(shape.root, path)?.kind
  if (kind !== 'string' && kind !== 'number' && kind !== 'boolean')
    throw refused(shape, path, 'cannot be counted by')
}
