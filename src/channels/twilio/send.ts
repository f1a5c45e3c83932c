import type { MessageListInstanceCreateOptions } from 'twilio/lib/rest/api/v2010/account/message'
import type Twilio from 'twilio/lib/rest/Twilio'
import type { LanguageTag } from '../../domain/message'
import type { OutboundMessage, SendOutcome } from '../../ports/channel'
import type { Log } from '../../ports/log'
import { toTwilio } from './addresses'
import { FAILURES, failureOf } from './failures'
import { ProviderError } from './providerError'
import { currentSignal } from './requestClient'
import { resourceFor } from './resource'
import { valueProblems } from './templateRules'

/** The content is not at the provider, although we have its id. */
const CONTENT_GONE = '21655'

interface Parts {
  client: Twilio
  publicUrl: string
  languageCode: (language: LanguageTag) => string | null
  forget: (contentId: string) => Promise<void>
  log: Log
}

/** Hands one message over, with one request, and says what became of it. Never throws. */
export function createSend({ client, publicUrl, languageCode, forget, log }: Parts) {
  return async (message: OutboundMessage, signal?: AbortSignal): Promise<SendOutcome> => {
    const wording = wordingOf(message, languageCode)
    if (!wording) return { outcome: 'refused', failure: { kind: 'bad_content' } }
    const create = () =>
      client.messages.create({
        from: toTwilio(message.from),
        to: toTwilio(message.to),
        statusCallback: `${publicUrl}/twilio/status?m=${encodeURIComponent(message.row)}&a=${message.attempt}`,
        ...wording,
      })
    try {
      const { sid } = await (signal ? currentSignal.run(signal, create) : create())
      return sid ? { outcome: 'accepted', providerId: sid } : { outcome: 'unknown', detail: 'unreadable' }
    } catch (error) {
      const outcome = outcomeOf(error)
      if (outcome.outcome !== 'refused' || outcome.failure.code === undefined) return outcome
      const { code } = outcome.failure
      if (!FAILURES.has(code)) log.warn('the provider refused with a code that we do not know', { code })
      if (code !== CONTENT_GONE || !message.contentId) return outcome
      // Made anew by the next `prepare`, so this very message may try again.
      await forget(message.contentId).catch(failed => log.error('could not forget a content', failed))
      return { outcome: 'refused', failure: { kind: 'retry', code } }
    }
  }
}

/** Text, or a content with the words for its places; null when WhatsApp would refuse these words. */
function wordingOf(
  { content, contentId, to }: OutboundMessage,
  languageCode: (language: LanguageTag) => string | null,
): Pick<MessageListInstanceCreateOptions, 'body' | 'mediaUrl' | 'contentSid' | 'contentVariables'> | null {
  // A picture by SMS becomes a link with a price in Belgium and the Netherlands.
  const media = content.mediaUrl && to.channel === 'whatsapp' ? { mediaUrl: [content.mediaUrl] } : {}
  if (!contentId) return { body: content.text, ...media }
  const needed = resourceFor(content, languageCode(content.language))
  if (!needed || valueProblems(needed.resource.pattern, needed.values).length > 0) return null
  const variables = Object.fromEntries(needed.values.map((value, n) => [String(n + 1), value]))
  return {
    contentSid: contentId,
    ...(needed.values.length > 0 ? { contentVariables: JSON.stringify(variables) } : {}),
  }
}

/**
 * Refused only with proof: a 4xx with a code, a 429, or a connection that was never made. Everything else may have left:
 * time-out, reset, 5xx, redirect, an answer nobody can read.
 */
function outcomeOf(error: unknown): SendOutcome {
  if (!(error instanceof ProviderError)) return { outcome: 'unknown', detail: 'unreadable' }
  const { reached, what, status, code, retryAfterMs } = error.facts
  if (reached === 'maybe') return { outcome: 'unknown', detail: what }
  if (reached === 'no') return { outcome: 'refused', failure: { kind: 'retry' } }
  if (status === 429)
    return { outcome: 'refused', failure: { ...failureOf(code ?? 20429, retryAfterMs), kind: 'throttled' } }
  return { outcome: 'refused', failure: failureOf(code, retryAfterMs) }
}
