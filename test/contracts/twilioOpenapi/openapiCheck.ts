import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv, { type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

type Json = Record<string, unknown>
interface Operation {
  parameters?: { in: string; name: string; required?: boolean }[]
  requestBody?: { content: Record<string, { schema: Json }> }
  responses: Record<string, { content?: Record<string, { schema: Json }> }>
}

const FOLDER = join(__dirname, '..', '..', 'twilio-openapi')
const DOCUMENTS = [
  'twilio_api_v2010.json',
  'twilio_content_v1.json',
  'twilio_messaging_v2.json',
  'twilio_messaging_v3.json',
]

/** What the documents do not say: the shape of a refusal. */
const REFUSAL = {
  type: 'object',
  required: ['code', 'message', 'more_info', 'status'],
  additionalProperties: false,
  properties: {
    code: { type: 'integer', minimum: 10000 },
    message: { type: 'string', minLength: 1 },
    more_info: { type: 'string', format: 'uri' },
    status: { type: 'integer', minimum: 400 },
  },
}

export interface Exchange {
  method: string
  /** Path and query. */
  target: string
  requestType?: string
  requestBody?: unknown
  status: number
  responseBody?: unknown
}

/**
 * Holds one request and its answer against Twilio's documents; gives every mistake in words.
 * Stricter than the documents: a field they do not know is a mistake too.
 */
export function createOpenapiCheck(): (exchange: Exchange) => string[] {
  const operations = DOCUMENTS.flatMap(file => readOperations(file))
  const refusal = newAjv().compile(REFUSAL)

  return exchange => {
    const { pathname, searchParams } = new URL(exchange.target, 'http://localhost')
    const method = exchange.method.toLowerCase()
    const found = operations.find(one => one.method === method && one.path.test(pathname))
    if (!found) return [`${exchange.method} ${pathname} is not in the documents`]
    const problems: string[] = []
    const refused = exchange.status >= 400
    for (const name of searchParams.keys())
      if (!found.query.has(name)) problems.push(`query ${name} is not in the documents`)
    if (exchange.requestBody !== undefined && !refused) {
      const check = found.requests[exchange.requestType ?? '']
      if (!check) problems.push(`a body of type ${exchange.requestType} is not in the documents`)
      else problems.push(...judge('request', check, exchange.requestBody))
    }
    if (refused) return [...problems, ...judge('refusal', refusal, exchange.responseBody)]
    const expected = found.responses.get(String(exchange.status))
    if (expected === undefined) problems.push(`status ${exchange.status} is not in the documents`)
    else if (expected) problems.push(...judge('answer', expected, exchange.responseBody))
    else if (exchange.responseBody !== undefined) problems.push('there should be no body')
    return problems
  }
}

function judge(part: string, check: ValidateFunction, body: unknown): string[] {
  if (check(body)) return []
  return (check.errors ?? []).map(
    error => `${part}${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
  )
}

function readOperations(file: string) {
  const document = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Json
  const schemas = (document.components as { schemas: Json }).schemas
  const root = { $id: file, components: { schemas: prepare(schemas) } }
  const forms = newAjv({ coerceTypes: 'array' }).addSchema(root)
  const plain = newAjv().addSchema(root)
  const compile = (ajv: Ajv, schema: Json) => ajv.compile(prepare(absolute(schema, file)) as Json)
  const paths = document.paths as Record<string, Record<string, Operation>>
  return Object.entries(paths).flatMap(([path, methods]) =>
    ['get', 'post', 'put', 'delete']
      .filter(method => methods[method])
      .map(method => {
        const operation = methods[method] as Operation
        return {
          method,
          path: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+?')}$`),
          query: new Set((operation.parameters ?? []).filter(one => one.in === 'query').map(one => one.name)),
          requests: Object.fromEntries(
            Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) => {
              return [type, compile(type.includes('json') ? plain : forms, schema)]
            }),
          ) as Record<string, ValidateFunction | undefined>,
          responses: new Map(
            Object.entries(operation.responses).map(([status, { content }]) => {
              const schema = content?.['application/json']?.schema
              return [status, schema ? compile(plain, schema) : null]
            }),
          ),
        }
      }),
  )
}

function newAjv(options: { coerceTypes?: 'array' } = {}): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, ...options })
  addFormats(ajv)
  ajv.addFormat('phone-number', /^(whatsapp:)?(\+[1-9]\d{6,14}|[A-Z]{2}\.[A-Za-z0-9]{1,128})$/)
  ajv.addFormat('date-time-rfc-2822', /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} \+0000$/)
  ajv.addFormat('currency', /^[A-Z]{3}$/)
  ajv.addFormat('uri-map', true)
  // Twilio's own addresses of pages are relative to their host.
  ajv.addFormat('uri', /^(https?:\/)?\/\S+$/)
  return ajv
}

/** OpenAPI 3.0 to JSON Schema: `nullable` becomes a type, and an object knows only what it names. */
function prepare(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(prepare)
  if (typeof node !== 'object' || node === null) return node
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, prepare(value)])) as Json
  if (copy.nullable === true && typeof copy.type === 'string') copy.type = [copy.type, 'null']
  delete copy.nullable
  delete copy.discriminator
  const type = [copy.type].flat()
  if (type.includes('object') && copy.properties && copy.additionalProperties === undefined)
    copy.additionalProperties = false
  return copy
}

function absolute(node: unknown, file: string): Json {
  return JSON.parse(JSON.stringify(node).replaceAll('"#/components', `"${file}#/components`)) as Json
}
