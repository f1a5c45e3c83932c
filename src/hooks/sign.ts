import { createHmac } from 'node:crypto'
import type { Telling } from '../ports/tell'

/**
 * Headers by which the receiver knows that it is us, and that nobody changed a letter (Standard Webhooks 1.0).
 * The signature is over `id.seconds.body`.
 */
export function signed({ id, at, body, secret }: Omit<Telling, 'url'>): Record<string, string> {
  const seconds = String(Math.floor(at / 1000))
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` }
}
