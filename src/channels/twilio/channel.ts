import Twilio from 'twilio/lib/rest/Twilio'
import { TIMING } from '../../domain/delivery/timing'
import type { LanguageTag } from '../../domain/message'
import type { Channel, OutboundMessage, SendOutcome } from '../../ports/channel'
import type { Clock } from '../../ports/clock'
import type { Documents } from '../../ports/documents'
import type { Log } from '../../ports/log'
import type { Templates } from '../../ports/templates'
import { toTwilio } from './addresses'
import { createContentApi } from './contentApi'
import { failureOf } from './failures'
import { createHttp } from './http'
import { createList } from './list'
import { createFetchMedia } from './media'
import { known, ProviderError } from './providerError'
import { currentSignal, TwilioRequestClient } from './requestClient'
import { resourceFor } from './resource'
import { isMessageSid } from './sid'
import { isSigned } from './signature'
import { statusOf } from './statuses'
import { createTemplates } from './templates'
import { readInbound, readStatus } from './webhook'

export interface TwilioSettings {
  accountSid: string
  authToken: string
  previousAuthToken?: string
  /** Exactly what Twilio calls; signatures are checked on it. */
  publicUrl: string
  /** Another place than Twilio's own: the emulator. */
  apiUrl?: string
}

export interface TwilioChannel extends Channel, Templates {
  close(): Promise<void>
}

/** The only places credentials are ever sent to. */
const PLACES = new Set(['https://api.twilio.com', 'https://content.twilio.com'])
const CONNECT_MS = 5_000
/** The id of a content that the provider does not know (any more). */
const CONTENT_UNKNOWN = ['20404', '21655']

/** @param timeoutMs of one request, also when the caller's own patience is longer */
export function createTwilioChannel(parts: {
  settings: TwilioSettings
  languageCode: (language: LanguageTag) => string | null
  documents: Documents
  clock: Clock
  log: Log
  timeoutMs?: number
}): TwilioChannel {
  const { settings, languageCode, documents, clock, log, timeoutMs = TIMING.httpTimeout } = parts
  const { accountSid, authToken, previousAuthToken, publicUrl, apiUrl } = settings
  const http = createHttp({ timeoutMs, connectMs: Math.min(CONNECT_MS, timeoutMs) })
  const locate = (uri: string): URL | null => {
    const url = new URL(uri)
    if (apiUrl === undefined) return PLACES.has(url.origin) ? url : null
    // Next pages of some lists are named in full, by what stands in for the provider.
    const isKnown = PLACES.has(url.origin) || url.origin === new URL(apiUrl).origin
    return isKnown ? new URL(url.pathname + url.search, apiUrl) : null
  }
  const httpClient = new TwilioRequestClient({ http, locate, clock })
  // Empty: the SDK would take both from the environment, where only the settings may look.
  const client = new Twilio(accountSid, authToken, { httpClient, edge: '', region: '' })
  const templates = createTemplates({
    api: createContentApi(client),
    account: accountSid,
    languageCode,
    documents,
    clock,
  })
  const tokens = previousAuthToken === undefined ? [authToken] : [authToken, previousAuthToken]

  async function send(message: OutboundMessage, signal?: AbortSignal): Promise<SendOutcome> {
    const post = () => client.messages.create(requestOf(message, publicUrl, languageCode))
    try {
      const { sid } = await (signal ? currentSignal.run(signal, post) : post())
      if (isMessageSid(sid)) return { outcome: 'accepted', providerId: sid }
      throw new ProviderError({ reached: 'maybe', what: 'unreadable' })
    } catch (error) {
      const outcome = outcomeOf(error)
      if (
        outcome.outcome === 'refused' &&
        message.contentId &&
        CONTENT_UNKNOWN.includes(outcome.failure.code ?? '')
      ) {
        await templates
          .forget(message.contentId)
          .catch(failed => log.error('content not forgotten', failed, { row: message.row }))
        return { outcome: 'refused', failure: { ...outcome.failure, kind: 'retry' } }
      }
      if (outcome.outcome === 'unknown')
        log.warn('outcome unknown', { row: message.row, attempt: message.attempt, what: outcome.detail })
      return outcome
    }
  }

  return {
    isAuthentic: request => isSigned(request, publicUrl, tokens),
    readInbound,
    readStatus,
    prepare: templates.prepare,
    standingOf: templates.standingOf,
    pushTemplates: templates.pushTemplates,
    refreshApprovals: templates.refreshApprovals,
    send,
    list: createList(client),
    async fetchStatus(providerId) {
      const message = await known(() => client.messages(providerId).fetch())
      if (!message) return null
      const { status, errorCode } = message
      return { status: statusOf(status), ...(errorCode ? { errorCode, failure: failureOf(errorCode) } : {}) }
    },
    async redact(providerId) {
      if (!(await known(() => client.messages(providerId).update({ body: '' })))) return
      const all = await known(() => client.messages(providerId).media.list())
      // The SDK's own `remove` of a listed media does not know which one it is.
      for (const { sid } of all ?? []) await known(() => client.messages(providerId).media(sid).remove())
    },
    fetchMedia: createFetchMedia({ http, locate, account: accountSid, token: authToken }),
    close: () => http.close(),
  }
}

function requestOf(
  message: OutboundMessage,
  publicUrl: string,
  languageCode: (language: LanguageTag) => string | null,
) {
  const { from, to, content, contentId, row, attempt } = message
  const { mediaUrl } = content
  const prepared = contentId === undefined ? null : resourceFor(content, languageCode(content.language))
  const words = prepared
    ? {
        contentSid: contentId!,
        contentVariables: JSON.stringify(
          Object.fromEntries(prepared.values.map((value, n) => [String(n + 1), value])),
        ),
      }
    : { body: content.text, ...(mediaUrl ? { mediaUrl: [mediaUrl] } : {}) }
  return {
    from: toTwilio(from),
    to: toTwilio(to),
    ...words,
    statusCallback: `${publicUrl}/twilio/status?m=${encodeURIComponent(row)}&a=${attempt}`,
  }
}

/** Refused only when that is proven; everything else may have left (protocol 4.4). */
function outcomeOf(error: unknown): Exclude<SendOutcome, { outcome: 'accepted' }> {
  if (!(error instanceof ProviderError)) return { outcome: 'unknown', detail: 'unreadable' }
  const { reached, what, status, code, retryAfterMs } = error.facts
  if (reached === 'no') return { outcome: 'refused', failure: { kind: 'retry', code: what } }
  if (reached === 'maybe') return { outcome: 'unknown', detail: what }
  return {
    outcome: 'refused',
    failure: failureOf(code ?? (status === 429 ? 20429 : undefined), retryAfterMs),
  }
}
