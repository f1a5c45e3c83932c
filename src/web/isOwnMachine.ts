import type { Request } from 'express'

const OWN = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const OWN_NAMES = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** The browser runs on this machine: not behind a tunnel or proxy, nor under another name that only leads here. */
export function isOwnMachine({ socket, headers }: Request): boolean {
  const isForwarded = Object.keys(headers).some(
    name => name === 'forwarded' || name.startsWith('x-forwarded-'),
  )
  return OWN.has(socket.remoteAddress ?? '') && !isForwarded && OWN_NAMES.test(headers.host ?? '')
}
