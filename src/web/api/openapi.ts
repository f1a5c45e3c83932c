import { z } from 'zod'
import { HOOK_EVENTS } from '../../domain/api'
import { ERRORS } from '../../errors'
import type { Endpoint } from './endpoint'

const json = (schema: z.ZodType, io: 'input' | 'output') => ({
  'application/json': { schema: z.toJSONSchema(schema, { io, target: 'draft-2020-12' }) },
})

/** How every refusal looks. `fields` names what does not fit, by problem; pages say the same in words. */
export const REFUSAL = z.object({
  error: z.object({
    code: z.enum(['OUR_FAULT', ...Object.keys(ERRORS)]),
    message: z.string(),
    facts: z.record(z.string(), z.unknown()),
  }),
})

const TOLD = z.object({
  type: z.enum(HOOK_EVENTS),
  timestamp: z.iso.datetime(),
  data: z.object({
    campaign: z.string().optional(),
    contact: z.string(),
    rsvp: z.enum(['yes', 'no', 'maybe']).optional(),
    attended: z.boolean().nullable().optional(),
  }),
})

/** Each thing that may follow the `?`. */
function inQuery(query: z.ZodType) {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input', target: 'draft-2020-12' })
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

/** The OpenAPI 3.1 document of these endpoints: one table gives the routes and what is written about them. */
export function openapi(endpoints: readonly Endpoint[], version: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const endpoint of endpoints) {
    const { name, method, path, summary, query, body, answer, makes } = endpoint
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => ({
      name: parameter,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    }))
    const key = makes
      ? [
          {
            name: 'idempotency-key',
            in: 'header',
            required: true,
            schema: { type: 'string', maxLength: 200 },
          },
        ]
      : []
    paths[path] = {
      ...paths[path],
      [method]: {
        operationId: name,
        summary,
        parameters: [...inPath, ...(query ? inQuery(query) : []), ...key],
        ...(body ? { requestBody: { required: true, content: json(body, 'input') } } : {}),
        responses: {
          [makes ? '201' : '200']: { description: 'Done', content: json(answer, 'output') },
          default: { description: 'Refused', content: json(REFUSAL, 'output') },
        },
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Brugbode', version },
    servers: [{ url: '/api' }],
    security: [{ token: [] }],
    paths,
    webhooks: {
      told: {
        post: {
          summary:
            'What is sent to your address: ids and a fact, at least once, signed (Standard Webhooks 1.0).',
          requestBody: { content: json(TOLD, 'output') },
          responses: { '200': { description: 'Taken' }, '410': { description: 'Never again' } },
        },
      },
    },
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  }
}
