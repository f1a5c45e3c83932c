import { signature } from './signature'

/** Connection settings in the fragment of a webhook's URL; the defaults are Twilio's. */
interface Connection {
  connect: number
  read: number
  total: number
  retries: number
  retryOn: string[]
}

export interface PostResult {
  ok: boolean
  tries: number
  /** HTTP status, or `unreachable`, `too slow`. */
  answer: string
  /** Twilio's debugger code of what went wrong. */
  code: 11200 | 11205 | 12300 | null
  signature: string
}

/**
 * Posts a signed form, with Twilio's time-outs and retries: by default once more, and only when no connection was
 * made. https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export async function postWebhook(given: {
  url: string
  params: Record<string, string>
  authToken: string
  /** The same on every retry of one delivery. */
  idempotencyToken: string
  stop: AbortSignal
}): Promise<PostResult> {
  const url = given.url.replace(/#.*$/s, '')
  const connection = readConnection(given.url)
  const sign = signature(given.authToken, url, given.params)
  const ends = AbortSignal.any([AbortSignal.timeout(connection.total), given.stop])
  let tries = 0
  for (;;) {
    tries += 1
    const result = await postOnce(given, url, sign, connection, ends)
    const again = tries <= connection.retries && !ends.aborted && isRetried(result.answer, connection.retryOn)
    if (result.ok || !again) return { ...result, tries, signature: sign }
  }
}

async function postOnce(
  given: { params: Record<string, string>; idempotencyToken: string },
  url: string,
  sign: string,
  connection: Connection,
  ends: AbortSignal,
): Promise<Pick<PostResult, 'ok' | 'answer' | 'code'>> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'User-Agent': 'TwilioProxy/1.1',
        'X-Twilio-Signature': sign,
        'I-Twilio-Idempotency-Token': given.idempotencyToken,
      },
      body: new URLSearchParams(given.params).toString(),
      signal: AbortSignal.any([ends, AbortSignal.timeout(connection.connect + connection.read)]),
    })
    const text = await answer.text()
    if (!answer.ok) return { ok: false, answer: String(answer.status), code: 11200 }
    const readable = text === '' || /xml|text\/plain/.test(answer.headers.get('content-type') ?? '')
    return { ok: true, answer: String(answer.status), code: readable ? null : 12300 }
  } catch (error) {
    const slow = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
    return { ok: false, answer: slow ? 'too slow' : 'unreachable', code: slow ? 11200 : 11205 }
  }
}

function isRetried(answer: string, retryOn: string[]): boolean {
  const kind = answer === 'unreachable' ? 'ct' : answer === 'too slow' ? 'rt' : `${answer[0]}xx`
  return retryOn.includes('all') || retryOn.includes(kind)
}

function readConnection(url: string): Connection {
  const fragment = new URLSearchParams(new URL(url).hash.slice(1))
  const number = (key: string, fallback: number, low: number, high: number) => {
    const value = Number(fragment.get(key) ?? fallback)
    return Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : fallback
  }
  return {
    connect: number('ct', 5000, 100, 10_000),
    read: number('rt', 15_000, 100, 15_000),
    total: number('tt', 15_000, 100, 15_000),
    retries: number('rc', 1, 0, 5),
    retryOn: (fragment.get('rp') ?? 'ct').split(','),
  }
}
