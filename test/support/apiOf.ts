import Ajv from 'ajv/dist/2020'
import type { Scope } from '../../src/domain/api'
import { makeToken } from '../../src/use-cases/apiAccess'
import { ENDPOINTS } from '../../src/web/api/endpoints'
import { openapi } from '../../src/web/api/openapi'
import type { House } from './openHouse'

export type Ask = Awaited<ReturnType<typeof apiOf>>

const { paths } = openapi(ENDPOINTS, '1')
const ajv = new Ajv({ strict: false, validateFormats: false })
const checks = ENDPOINTS.map(({ method, path, makes }) => {
  const operation = paths[path]?.[method] as {
    responses: Record<string, { content: Record<string, { schema: object }> }>
  }
  return {
    method: method.toUpperCase(),
    path: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}(\\?.*)?$`),
    schema: operation.responses[makes ? '201' : '200']!.content['application/json']!.schema,
  }
})

/** Every answer is as the document describes it. */
function mustFit(method: string, path: string, body: unknown): void {
  const asked = checks.find(one => one.method === method && one.path.test(path))
  if (asked && !ajv.validate(asked.schema, body))
    throw new Error(`${method} ${path} is not as described: ${ajv.errorsText()}`)
}

/** Another program with two tokens of an organisation: one that may read, one that may also change. */
export async function apiOf(house: House, organisation = 'demo') {
  const by = { _id: 'joris', organisation }
  const tokens: Record<Scope, string> = {
    read: await makeToken(house, by, { name: 'looks', scope: 'read', key: 'looks' }),
    write: await makeToken(house, by, { name: 'plans', scope: 'write', key: 'plans' }),
  }
  return async (method: string, path: string, body?: unknown, scope: Scope = 'write', key = '') => {
    const response = await fetch(`${house.publicUrl}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${tokens[scope]}`,
        'content-type': 'application/json',
        ...(key ? { 'idempotency-key': key } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer = { status: response.status, body: await response.json() }
    if (answer.status < 300) mustFit(method, path, answer.body)
    return answer
  }
}
