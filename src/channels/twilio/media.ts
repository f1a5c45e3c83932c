import type { FetchedMedia } from '../../ports/channel'
import type { Http, HttpAnswer } from './http'
import { ProviderError } from './providerError'

/** Where Twilio keeps what people sent; its API answers with an address there (twilio reference 2.5). */
const STORAGE = ['.twilio.com', '.twiliocdn.com', '.amazonaws.com']
const LARGEST_BYTES = 5_000_000
const MOST_STEPS = 3

/**
 * Fetches what somebody sent. The credentials go to the provider's own address and nowhere else; from there it may only
 * go on to the provider's storage.
 * @param locate null: an address that is not the provider's
 */
export function createFetchMedia(parts: {
  http: Http
  locate: (uri: string) => URL | null
  account: string
  token: string
}): (url: string) => Promise<FetchedMedia> {
  const { http, locate, account, token } = parts
  const authorization = `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}`

  return async url => {
    let place = URL.canParse(url) ? locate(url) : null
    let headers: Record<string, string> = { authorization }
    for (let step = 0; place && step < MOST_STEPS; step++) {
      let answer: HttpAnswer
      try {
        answer = await http.exchange({ method: 'GET', url: place, headers })
      } catch (error) {
        if (error instanceof ProviderError && error.facts.what === 'too_large')
          return { problem: 'too_large' }
        throw error
      }
      if (answer.status === 200) return inside(answer)
      if (![301, 302, 303, 307, 308].includes(answer.status)) return { problem: 'gone' }
      place = storageAt(one(answer.headers.location), place)
      headers = {}
    }
    return { problem: 'elsewhere' }
  }
}

function inside({ headers, body }: HttpAnswer): FetchedMedia {
  if (body.length > LARGEST_BYTES) return { problem: 'too_large' }
  return { type: one(headers['content-type']) ?? '', bytes: body }
}

function storageAt(location: string | undefined, from: URL): URL | null {
  if (location === undefined || !URL.canParse(location, from)) return null
  const url = new URL(location, from)
  return url.protocol === 'https:' && STORAGE.some(end => url.hostname.endsWith(end)) ? url : null
}

const one = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header
