import { Agent } from 'undici'
import { ProviderError } from './providerError'

export interface HttpRequest {
  method: string
  url: URL
  headers: Record<string, string>
  body?: string
  signal?: AbortSignal
}

export interface HttpAnswer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

export interface Http {
  /** One request on the wire: nothing is repeated and no redirect is followed. @throws ProviderError */
  exchange(request: HttpRequest): Promise<HttpAnswer>
  close(): Promise<void>
}

/** A longer answer is cut off with `too_large`. */
const MOST_BYTES = 8_000_000

/**
 * @param timeoutMs for the whole exchange
 * @param connectMs for the connection alone
 */
export function createHttp({ timeoutMs, connectMs }: { timeoutMs: number; connectMs: number }): Http {
  const agent = new Agent({
    connections: 128,
    pipelining: 1,
    connect: { timeout: connectMs },
    // A connection that idled longer may be half dead; a message must not be the thing that finds out.
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 5_000,
    headersTimeout: 0,
    bodyTimeout: 0,
  })

  const exchange = ({ method, url, headers, body, signal }: HttpRequest) =>
    new Promise<HttpAnswer>((resolve, reject) => {
      const answer = { status: 0, headers: {} as HttpAnswer['headers'] }
      const chunks: Buffer[] = []
      let size = 0
      // True from the moment a connected socket is ours: from there on the provider may have read something.
      let began = false
      let stopped: string | undefined
      let halt: ((why: Error) => void) | undefined

      const fail = (what: string) => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', onAbort)
        reject(new ProviderError({ reached: began ? 'maybe' : 'no', what }))
      }
      const stop = (why: string) => {
        stopped ??= why
        fail(why)
        halt?.(new Error(why))
      }
      const onAbort = () => stop('aborted')
      const timer = setTimeout(stop, timeoutMs, 'timed_out')
      if (signal?.aborted) return stop('aborted')
      signal?.addEventListener('abort', onAbort, { once: true })

      agent.dispatch(
        {
          origin: url.origin,
          path: url.pathname + url.search,
          method: method.toUpperCase() as 'GET',
          headers,
          body,
        },
        {
          onRequestStart(controller) {
            halt = why => controller.abort(why)
            if (stopped !== undefined) halt(new Error(stopped))
            else began = true
          },
          onResponseStart(_controller, status, received) {
            answer.status = status
            answer.headers = received
          },
          onResponseData(_controller, chunk) {
            size += chunk.length
            if (size > MOST_BYTES) stop('too_large')
            else chunks.push(chunk)
          },
          onResponseEnd() {
            clearTimeout(timer)
            signal?.removeEventListener('abort', onAbort)
            resolve({ ...answer, body: Buffer.concat(chunks) })
          },
          onResponseError(_controller, error) {
            fail(stopped ?? (error as NodeJS.ErrnoException).code ?? 'broken')
          },
        },
      )
    })

  return { exchange, close: () => agent.destroy() }
}
