import { AppError } from '../../errors'
import type { Http, HttpAnswer } from './http'
import { asAppError, ProviderError } from './providerError'

export interface Media {
  type: string
  bytes: Buffer
}

/** WhatsApp carries 16 MB at most. */
export const MEDIA_LIMIT = 16_000_000
const MOST_REDIRECTS = 3

interface Parts {
  http: Http
  /** The address we may really ask with our credentials; null: not a place of the provider. */
  locate: (uri: string) => URL | null
  authorization: string
}

/**
 * Fetches what a participant sent. Only from the provider's own address; the credentials stay there, also when it sends
 * us on to its storage.
 * @throws AppError NOT_READABLE (not the provider's address), NOT_FOUND, TOO_LARGE, PROVIDER_UNAVAILABLE
 */
export function createDownloadMedia({ http, locate, authorization }: Parts) {
  return async (address: string, maxBytes: number = MEDIA_LIMIT): Promise<Media> => {
    const first = locate(address)
    if (!first) throw new AppError('NOT_READABLE', 'This media is not at the provider')
    let url = first
    let headers: Record<string, string> = { Authorization: authorization }
    try {
      for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
        const answer = await http.exchange({ method: 'get', url, headers, maxBytes })
        if (answer.status >= 200 && answer.status < 300) return asMedia(answer)
        if (answer.status === 404) throw new AppError('NOT_FOUND', 'The provider no longer has this media')
        const next = redirectOf(answer, url)
        // Storage is reached by a signed address; it may not be weaker than the provider's own.
        if (!next || (first.protocol === 'https:' && next.protocol !== 'https:'))
          throw new ProviderError({ reached: 'maybe', what: `HTTP ${answer.status}`, status: answer.status })
        url = next
        headers = {}
      }
    } catch (error) {
      if (error instanceof ProviderError && error.facts.what === 'too_large')
        throw new AppError('TOO_LARGE', 'This media is larger than we take', { maxBytes })
      throw asAppError(error)
    }
    throw new AppError('PROVIDER_UNAVAILABLE', 'The provider sends us on and on')
  }
}

function asMedia({ headers, body }: HttpAnswer): Media {
  const type = headers['content-type']
  return { type: typeof type === 'string' ? type : 'application/octet-stream', bytes: body }
}

function redirectOf({ status, headers }: HttpAnswer, from: URL): URL | null {
  const location = headers.location
  if (status < 300 || status >= 400 || typeof location !== 'string' || !URL.canParse(location, from))
    return null
  const next = new URL(location, from)
  return next.protocol === 'https:' || next.protocol === 'http:' ? next : null
}
