import { AppError } from '../errors'
import type { Node, Shape } from './shape'

/** What is wrong and where. Never the value: it may be a name, a number or an answer. */
interface Mistake {
  path: string
  rule: string
}

/** Holds a whole document against its schema; gives the same document as plain JSON, without absent members. */
export function checkDocument<T extends object>(shape: Shape, document: T): T {
  return checkedValue(shape, '', shape.root, document) as T
}

/** Holds one value against what the schema says of its path. */
export function checkedValue(shape: Shape, path: string, node: Node, value: unknown): unknown {
  const mistakes: Mistake[] = []
  const checked = check(node, value, path, mistakes)
  if (mistakes.length > 0) throw invalid(shape, mistakes)
  return checked
}

export const invalid = (shape: Shape, mistakes: readonly Mistake[]): AppError =>
  new AppError(
    'STORE_DOCUMENT_INVALID',
    `${shape.collection}: ${mistakes.map(({ path, rule }) => `${path || 'document'}: ${rule}`).join('; ')}`,
    { collection: shape.collection, mistakes },
  )

function check(node: Node, value: unknown, path: string, mistakes: Mistake[]): unknown {
  if (value === null && !node.required) return null
  const plain = checkKind(node, value, path, mistakes)
  for (const { name, holds } of node.rules) {
    if (plain === undefined) break
    if (!holds(plain)) mistakes.push({ path, rule: name })
  }
  return plain
}

function checkKind(node: Node, value: unknown, path: string, mistakes: Mistake[]): unknown {
  const wrong = (rule: string) => void mistakes.push({ path, rule })
  switch (node.kind) {
    case 'string':
    case 'number':
    case 'boolean':
      if (typeof value !== node.kind) return wrong(node.kind)
      return scalar(value, wrong)
    case 'free':
      return value === null ? wrong('required') : checkFree(value, path, mistakes)
    case 'list':
      if (!Array.isArray(value)) return wrong('list')
      return value.map((element, i) => check(node.of, element, at(path, String(i)), mistakes))
    case 'map':
      if (!isPlain(value)) return wrong('map')
      return mapped(value, path, mistakes, (element, where) => check(node.of, element, where, mistakes))
    case 'object':
      if (!isPlain(value)) return wrong('object')
      for (const [name, field] of node.fields)
        if (field.required && value[name] === undefined)
          mistakes.push({ path: at(path, name), rule: 'required' })
      return mapped(value, path, mistakes, (element, where, name) => {
        const field = node.fields.get(name)
        if (field === undefined) return void mistakes.push({ path: where, rule: 'not declared' })
        return check(field, element, where, mistakes)
      })
  }
}

/** Any JSON. Dates, buffers and the like would come back as something else, so they are refused. */
function checkFree(value: unknown, path: string, mistakes: Mistake[]): unknown {
  if (value === null) return null
  if (Array.isArray(value))
    return value.map((element, i) => checkFree(element, at(path, String(i)), mistakes))
  if (isPlain(value))
    return mapped(value, path, mistakes, (element, where) => checkFree(element, where, mistakes))
  return scalar(value, rule => void mistakes.push({ path, rule }))
}

function scalar(value: unknown, wrong: (rule: string) => void): unknown {
  if (typeof value === 'boolean') return value
  // Half a character (a text cut in the middle of an emoji) is no UTF-8; both engines would keep something else.
  if (typeof value === 'string') return wellFormed(value)
  if (typeof value !== 'number') return wrong('plain JSON')
  if (!Number.isFinite(value)) return wrong('finite number')
  return value === 0 ? 0 : value
}

function mapped(
  value: Record<string, unknown>,
  path: string,
  mistakes: Mistake[],
  each: (element: unknown, where: string, name: string) => unknown,
): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const [name, element] of Object.entries(value)) {
    if (element === undefined) continue
    const where = at(path, name)
    if (isName(name)) result[name] = each(element, where, name)
    else mistakes.push({ path: where, rule: 'name' })
  }
  return result
}

/** A name that can be part of a dotted path on both engines. */
export const isName = (name: string): boolean => /^[^.$\0][^.\0]*$/u.test(name) && name !== '__proto__'

const isPlain = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype = Object.getPrototypeOf(value)
  // Tests run in another realm, where the plain prototype is not our own `Object.prototype`.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

const at = (path: string, name: string) => (path === '' ? name : `${path}.${name}`)

export const wellFormed = (text: string): string =>
  /\p{Surrogate}/u.test(text) ? text.replace(/\p{Surrogate}/gu, '\uFFFD') : text
