import Ajv from 'ajv/dist/2020'
import { ENDPOINTS } from '../../../src/web/api/endpoints'
import { openapi } from '../../../src/web/api/openapi'

interface Operation {
  operationId: string
  summary: string
  parameters: { name: string; in: string; required: boolean; schema: object }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { content: Record<string, { schema: object }> }>
}

const document = openapi(ENDPOINTS, '1')
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...(operation as Operation) })),
)
const of = (id: string) => operations.find(({ operationId }) => operationId === id)

test('every endpoint is in the document once, under a name and a path of its own', () => {
  expect(operations).toHaveLength(ENDPOINTS.length)
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(ENDPOINTS.length)
})

test('every schema in it is one that a program can check with', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false })
  const schemas = operations.flatMap(({ parameters, requestBody, responses }) => [
    ...parameters.map(({ schema }) => schema),
    ...[requestBody, ...Object.values(responses)].flatMap(part =>
      part ? [part.content['application/json']!.schema] : [],
    ),
  ])
  for (const schema of schemas) expect(() => ajv.compile(schema)).not.toThrow()
})

test('what stands in a path is declared, and nothing else is', () => {
  for (const { path, parameters } of operations) {
    const declared = parameters.filter(one => one.in === 'path').map(({ name }) => name)
    expect(declared).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
  }
})

test('what follows the question mark says its kind, its bounds and whether it must be there', () => {
  expect(of('dryRun')?.parameters.slice(1)).toEqual([
    expect.objectContaining({
      name: 'from',
      in: 'query',
      required: false,
      schema: expect.objectContaining({ type: 'integer', minimum: 0, default: 0 }),
    }),
    expect.objectContaining({ name: 'limit', schema: expect.objectContaining({ maximum: 100 }) }),
  ])
  const hours = of('previewMove')?.parameters.filter(one => one.in === 'query')
  expect(hours?.map(({ name, required }) => [name, required])).toEqual([
    ['start', true],
    ['end', true],
  ])
})

test.each(ENDPOINTS.filter(({ makes }) => makes).map(({ name }) => name))('%s asks for a key', name => {
  const { parameters, responses } = of(name)!
  expect(parameters).toContainEqual(expect.objectContaining({ name: 'idempotency-key', required: true }))
  expect(Object.keys(responses)).toEqual(['201', 'default'])
})
