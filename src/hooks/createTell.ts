import { type LookupAddress, lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { Agent, request } from 'undici'
import type { Tell } from '../ports/tell'
import { signed } from './sign'

const TIMEOUT_MS = 10_000
const GONE = 410

/**
 * Speaks to addresses that an admin wrote down. Never to this machine or its neighbours: whoever may type an address must
 * not be able to look around inside.
 * @param near practice: everything runs on this machine, so its own addresses are allowed
 */
export function createTell({ near }: { near: boolean }): Tell & { close(): Promise<void> } {
  const agent = new Agent({
    connect: { timeout: TIMEOUT_MS, ...(near ? {} : { lookup: farOnly }) },
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
  })
  const tell: Tell = async telling => {
    if (!near && isNear(new URL(telling.url).hostname.replace(/^\[|\]$/g, ''))) return 'failed'
    try {
      const { statusCode, body } = await request(telling.url, {
        method: 'POST',
        dispatcher: agent,
        headers: { 'content-type': 'application/json', ...signed(telling) },
        body: telling.body,
      })
      await body.dump()
      if (statusCode === GONE) return 'gone'
      return statusCode >= 200 && statusCode < 300 ? 'told' : 'failed'
    } catch {
      return 'failed'
    }
  }
  return Object.assign(tell, { close: () => agent.close() })
}

const NEAR = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  NEAR.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  NEAR.addSubnet(net, bits, 'ipv6')

/** An address of this machine, its network, or nobody's. `::ffff:10.0.0.1` is one too. */
export function isNear(address: string): boolean {
  const version = isIP(address)
  if (version === 0) return false
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  return mapped ? NEAR.check(mapped) : NEAR.check(address, version === 6 ? 'ipv6' : 'ipv4')
}

/** Looks a name up and refuses near addresses at the moment of connecting: a name may change what it means. */
const farOnly: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const far = (found ?? []).filter(({ address }) => !isNear(address))
    const [first] = far
    if (error || !first) return done(error ?? new Error('an address inside'), '', 4)
    if (options.all) done(null, far)
    else done(null, first.address, first.family)
  })
}
