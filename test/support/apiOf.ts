import type { Scope } from '../../src/domain/api'
import { makeToken } from '../../src/use-cases/apiAccess'
import type { House } from './openHouse'

export type Ask = Awaited<ReturnType<typeof apiOf>>

/** Another program with two tokens of an organisation: one that may read, one that may also change. */
export async function apiOf(house: House, organisation = 'demo') {
  const by = { _id: 'joris', organisation }
  const tokens: Record<Scope, string> = {
    read: await makeToken(house, by, { name: 'looks', scope: 'read' }),
    write: await makeToken(house, by, { name: 'plans', scope: 'write' }),
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
    return { status: response.status, body: await response.json() }
  }
}
