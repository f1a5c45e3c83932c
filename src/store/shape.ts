import type { Schema, SchemaType } from 'mongoose'
import type { CollectionName } from '../ports/documents'

/** What may stand at a path, read once from the mongoose schema. */
export type Node = { rules: Rule[]; required: boolean } & (
  | { kind: 'string' | 'number' | 'boolean' | 'free' }
  | { kind: 'list'; of: Node }
  | { kind: 'map'; of: Node }
  | { kind: 'object'; fields: Map<string, Node> }
)

/** One of mongoose's validators: its name (`enum`, `maxlength`…) and its test. */
interface Rule {
  name: string
  holds: (value: unknown) => boolean
}

export interface Index {
  name: string
  /** In order of weight, without a closing `_id`: entries of equal value are always in order of `_id`. */
  paths: readonly string[]
  /** Only texts are held against each other, never an absent value. */
  unique: boolean
  /** One entry for each element of a list. */
  multikey: boolean
}

export interface Shape {
  collection: CollectionName
  root: Extract<Node, { kind: 'object' }>
  indexes: readonly Index[]
}

export function shapeOf(collection: CollectionName, schema: Schema): Shape {
  const root = objectNode(schema, true)
  const indexes = schema.indexes().map(([on, options]) => {
    const paths = Object.keys(on).filter(path => path !== '_id')
    return {
      name: Object.keys(on).join(','),
      paths,
      unique: options?.unique === true,
      multikey: paths.some(path => root.fields.get(path)?.kind === 'list'),
    }
  })
  return { collection, root, indexes }
}

/** Below a free place everything is free, and none of its rules is about a part of it. */
const INSIDE: Node = { kind: 'free', required: false, rules: [] }

/**
 * What is declared at a dotted path; `undefined` when nothing may be there.
 * `throughList` allows to look into the members of a list (`consents.key`), and hears of it.
 */
export function nodeAt(root: Node, path: string, throughList?: () => void): Node | undefined {
  let node: Node | undefined = root
  for (const name of path.split('.')) {
    if (name === '') return undefined
    if (node?.kind === 'list' && throughList !== undefined) {
      throughList()
      node = node.of
    }
    if (node?.kind === 'object') node = node.fields.get(name)
    else if (node?.kind === 'map') node = node.of
    else if (node?.kind === 'free') node = INSIDE
    else return undefined
  }
  return node
}

function objectNode(schema: Schema, required: boolean): Extract<Node, { kind: 'object' }> {
  const fields = new Map<string, Node>()
  for (const [name, type] of Object.entries(schema.paths))
    if (!name.includes('.$*')) fields.set(name, nodeOf(type))
  return { kind: 'object', required, rules: [], fields }
}

function nodeOf(type: SchemaType): Node {
  const required = type.options.required === true
  const rules = type.validators
    .filter(({ type: name }) => name !== 'required')
    .map(({ type: name, validator }) => ({
      name: name === 'user defined' ? 'form' : String(name),
      holds: validator as (value: unknown) => boolean,
    }))
  const base = { rules, required }
  switch (type.instance) {
    case 'String':
      return { ...base, kind: 'string' }
    case 'Number':
      return { ...base, kind: 'number' }
    case 'Boolean':
      return { ...base, kind: 'boolean' }
    case 'Mixed':
      return { ...base, kind: 'free' }
    case 'Array':
      return { ...base, kind: 'list', of: nodeOf(type.getEmbeddedSchemaType()!) }
    case 'Map':
      return { ...base, kind: 'map', of: nodeOf(type.getEmbeddedSchemaType()!) }
  }
  if (type.schema === undefined) throw new Error(`a schema may not have a ${type.instance}`)
  return { ...objectNode(type.schema, required), rules }
}
