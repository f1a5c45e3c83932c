import { AsyncLocalStorage } from 'node:async_hooks'
import RequestClient from 'twilio/lib/base/RequestClient'
import type { Clock } from '../../ports/clock'
import type { Http } from './http'
import { ProviderError } from './providerError'

/** The SDK has no place for a signal; it travels beside the call. */
export const currentSignal = new AsyncLocalStorage<AbortSignal>()

interface Answer {
  statusCode: number
  body: unknown
  headers: unknown
}

/**
 * What the SDK speaks through instead of its own client: one request, no retry, no redirect, and every refusal becomes
 * a ProviderError that keeps `Retry-After` and drops the sentences. Sends credentials only where `locate` says.
 * @param locate turns the SDK's address into the one we really call; null: not a place of the provider
 */
export class TwilioRequestClient extends RequestClient {
  readonly #http: Http
  readonly #locate: (uri: string) => URL | null
  readonly #clock: Clock

  constructor(parts: { http: Http; locate: (uri: string) => URL | null; clock: Clock }) {
    super()
    this.#http = parts.http
    this.#locate = parts.locate
    this.#clock = parts.clock
  }

  // The SDK types the answer by class; it only ever reads these three fields.
  // biome-ignore lint/suspicious/noExplicitAny: the signature is the SDK's
  override async request(options: RequestClient.RequestOptions<any, any>): Promise<any> {
    const { method, uri, username = '', password = '', params, data } = options
    const url = this.#locate(uri)
    if (!url) throw new ProviderError({ reached: 'no', what: 'foreign_address' })
    for (const [name, value] of pairs(params)) url.searchParams.append(name, value)
    const headers: Record<string, string> = {
      ...(options.headers as Record<string, string>),
      Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
    }
    const body =
      data === undefined
        ? undefined
        : headers['Content-Type'] === 'application/json'
          ? JSON.stringify(data)
          : new URLSearchParams(pairs(data)).toString()
    const signal = currentSignal.getStore()
    const answer = await this.#http.exchange({ method, url, headers, body, ...(signal ? { signal } : {}) })
    return this.#read(method, answer.status, answer.body, answer.headers)
  }

  #read(method: string, status: number, raw: Buffer, headers: Record<string, unknown>): Answer {
    const body = parse(raw)
    if (status >= 200 && status < 300) {
      if (body === undefined && method !== 'delete')
        throw new ProviderError({ reached: 'maybe', what: 'unreadable', status })
      return { statusCode: status, body: body ?? '', headers }
    }
    const code = codeIn(body)
    const refused = status === 429 || (status >= 400 && status < 500 && code !== undefined)
    const wait = retryAfter(headers['retry-after'], this.#clock.now())
    throw new ProviderError({
      reached: refused ? 'answered' : 'maybe',
      what: `HTTP ${status}`,
      status,
      ...(code === undefined ? {} : { code }),
      ...(wait === undefined ? {} : { retryAfterMs: wait }),
    })
  }
}

/** Repeated names for arrays, as the provider wants them. */
function pairs(fields: object | undefined): [string, string][] {
  return Object.entries(fields ?? {}).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter(one => one !== undefined)
      .map((one): [string, string] => [name, String(one)]),
  )
}

function parse(raw: Buffer): object | undefined {
  try {
    const value: unknown = JSON.parse(raw.toString('utf8'))
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

function codeIn(body: object | undefined): string | undefined {
  const code = body && 'code' in body ? body.code : undefined
  return typeof code === 'number' || (typeof code === 'string' && /^\d+$/.test(code))
    ? String(code)
    : undefined
}

/** Seconds or a date, as HTTP allows; in milliseconds. */
function retryAfter(header: unknown, now: number): number | undefined {
  if (typeof header !== 'string') return undefined
  const at = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isFinite(at) ? Math.max(0, at) : undefined
}
