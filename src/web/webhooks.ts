import type { IncomingMessage, ServerResponse } from 'node:http'
import { AppError } from '../errors'
import type { Channel, Inbound, StatusReport, WebhookRequest } from '../ports/channel'
import type { Log } from '../ports/log'

/** Larger than anything the provider sends: 1,600 letters of four bytes, each written with three signs, and the rest. */
const MOST_BYTES = 256 * 1024

export interface Webhooks {
  channel: Channel
  /** Stores it; the answer goes out only after that. */
  receive(message: Inbound): Promise<void>
  recordStatus(report: StatusReport): Promise<void>
  log: Log
}

/** The provider's two roads in. Anything else is not theirs. */
export const isWebhook = (request: IncomingMessage): boolean =>
  request.method === 'POST' && (request.url ?? '').startsWith('/twilio/')

/**
 * Answered before Express sees it: raw body, signature, store once, answer. A failure of ours answers 503, so that the
 * provider uses the fallback address; what still gets lost is found by the catch-up.
 */
export async function answerWebhook(
  deps: Webhooks,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const webhook = await read(request)
    if (!deps.channel.isAuthentic(webhook)) throw new AppError('NOT_AUTHENTIC', 'The signature does not fit')
    const path = webhook.target.split('?')[0]
    if (path === '/twilio/inbound') {
      await deps.receive(deps.channel.readInbound(webhook))
      answer(response, 200, '<Response/>', 'text/xml')
    } else if (path === '/twilio/status') {
      await deps.recordStatus(deps.channel.readStatus(webhook))
      answer(response, 204)
    } else {
      answer(response, 404)
    }
  } catch (error) {
    const status = error instanceof AppError ? error.httpStatus : 503
    deps.log.error('webhook', error, { status })
    answer(response, status)
  }
}

function answer(response: ServerResponse, status: number, body = '', type = 'text/plain'): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body)
}

async function read(request: IncomingMessage): Promise<WebhookRequest> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BYTES) throw new AppError('TOO_LARGE', 'More than a message can be')
    chunks.push(chunk)
  }
  const headers: Record<string, string | undefined> = {}
  for (const [name, value] of Object.entries(request.headers))
    headers[name] = Array.isArray(value) ? value[0] : value
  return { target: request.url ?? '/', headers, body: Buffer.concat(chunks).toString('utf8') }
}
