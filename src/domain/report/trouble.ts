import type { ContentRecord, Sender } from '../documents'
import type { ChannelName, LanguageTag } from '../message'
import type { OutboxRow } from '../outbox'

/** Something at our side that people would notice; the page says what it means for them. */
export type Trouble =
  | { what: 'sender_waits'; channel: ChannelName; until: number; messages: number }
  | { what: 'not_left'; reason: string; people: number }
  | { what: 'template'; approval: 'rejected' | 'paused' | 'disabled'; language: LanguageTag; texts: number }

/** Failures that no person can help: settings, texts, approvals. */
const OURS = new Set([
  'misconfigured',
  'bad_content',
  'needs_template',
  'refused',
  'daily_limit',
  'throttled',
])

export function troubleOf(
  senders: readonly Sender[],
  contents: readonly Pick<ContentRecord, 'approval' | 'language' | 'name'>[],
  rows: readonly Pick<OutboxRow, 'sender' | 'state' | 'reason' | 'contact'>[],
  now: number,
): Trouble[] {
  const waits = senders
    .filter(({ pausedUntil }) => pausedUntil > now)
    .map(
      ({ _id, pausedUntil }): Trouble => ({
        what: 'sender_waits',
        channel: _id.endsWith('|sms') ? 'sms' : 'whatsapp',
        until: pausedUntil,
        messages: rows.filter(({ sender, state }) => sender === _id && state === 'planned').length,
      }),
    )
  const failed = rows.filter(({ state, reason }) => state === 'failed' && OURS.has(reason ?? ''))
  const notLeft = [...new Set(failed.map(({ reason = '' }) => reason))].map(
    (reason): Trouble => ({
      what: 'not_left',
      reason,
      people: new Set(failed.filter(row => row.reason === reason).map(({ contact }) => contact)).size,
    }),
  )
  const templates = new Map<string, Extract<Trouble, { what: 'template' }>>()
  for (const { approval, language } of contents) {
    if (approval !== 'rejected' && approval !== 'paused' && approval !== 'disabled') continue
    const key = `${language}|${approval}`
    const known = templates.get(key) ?? { what: 'template', approval, language, texts: 0 }
    templates.set(key, { ...known, texts: known.texts + 1 })
  }
  return [...waits, ...notLeft, ...templates.values()]
}
