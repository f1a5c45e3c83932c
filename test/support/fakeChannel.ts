import type { Failure } from '../../src/domain/delivery/failure'
import { AppError } from '../../src/errors'
import type { Channel, ListedMessage, OutboundMessage, SendOutcome } from '../../src/ports/channel'
import type { Clock } from '../../src/ports/clock'
import type { CrashPoint } from '../../src/ports/crashPoint'

/** What becomes of one request. */
export type Fate =
  | 'accept'
  /** Arrives; the answer does not. */
  | 'answer_lost'
  /** Does not arrive, and nobody knows. */
  | 'request_lost'
  | { refuse: Failure }

export interface SentMessage extends ListedMessage {
  row: string
  attempt: number
}

export interface FakeProvider {
  /** Every request that left our process, whatever became of it. */
  readonly calls: OutboundMessage[]
  /** What arrived at the provider, oldest first. */
  readonly messages: SentMessage[]
  /** When the list was asked. */
  readonly listedAt: number[]
  /** How long a new message is missing from the list. */
  listLagMs: number
  /** The list and single messages cannot be read. */
  away: boolean
  fate: (message: OutboundMessage) => Fate
  setStatus(providerId: string, status: string, failure?: Failure): void
  /** The provider as one process sees it; its crash points are that process's own. */
  channelFor(crash?: CrashPoint): Channel
}

/** A provider in memory that does to each request what the test says. */
export function fakeProvider(clock: Clock): FakeProvider {
  const failures = new Map<string, Failure>()
  // The provider's clock does not jump with ours.
  const began = clock.now() - clock.monotonic()
  const now = () => began + clock.monotonic()
  const hidden = async (): Promise<never> => {
    throw new Error('this test does not receive webhooks')
  }
  const provider: FakeProvider = {
    calls: [],
    messages: [],
    listedAt: [],
    listLagMs: 0,
    away: false,
    fate: () => 'accept',
    setStatus(providerId, status, failure) {
      const message = provider.messages.find(one => one.providerId === providerId)
      if (message) message.status = status
      if (failure) failures.set(providerId, failure)
    },
    channelFor: crash => ({
      isAuthentic: () => true,
      fetchMedia: async () => ({ problem: 'gone' }),
      readInbound: hidden as never,
      readStatus: hidden as never,
      prepare: async content => (content.template ? `HX-${content.template.name}` : null),
      send: message => send(message, crash),
      list: query => list(query),
      async fetchStatus(providerId) {
        refuseWhenAway()
        const message = provider.messages.find(one => one.providerId === providerId)
        const failure = failures.get(providerId)
        return message ? { status: message.status, ...(failure ? { failure } : {}) } : null
      },
      async redact(providerId) {
        refuseWhenAway()
        const message = provider.messages.find(one => one.providerId === providerId)
        if (message) message.body = ''
      },
    }),
  }

  async function send(message: OutboundMessage, crash?: CrashPoint): Promise<SendOutcome> {
    const fate = provider.fate(message)
    provider.calls.push(message)
    const arrives = fate === 'accept' || fate === 'answer_lost'
    const providerId = `SM${String(provider.messages.length + 1).padStart(4, '0')}`
    if (arrives)
      provider.messages.push({
        providerId,
        direction: 'out',
        channel: message.to.channel,
        from: message.from.address,
        to: message.to.address,
        body: message.content.text,
        status: 'queued',
        createdAt: now(),
        row: message.row,
        attempt: message.attempt,
      })
    await crash?.('send.requestWritten')
    if (fate === 'accept') return { outcome: 'accepted', providerId }
    if (typeof fate === 'object') return { outcome: 'refused', failure: fate.refuse }
    return { outcome: 'unknown', detail: fate }
  }

  async function* list(query: Parameters<Channel['list']>[0]): AsyncIterable<ListedMessage> {
    refuseWhenAway()
    const askedAt = now()
    provider.listedAt.push(askedAt)
    for (const message of [...provider.messages].reverse()) {
      const asked =
        message.to === query.to?.address &&
        message.channel === query.to?.channel &&
        (query.from === undefined || message.from === query.from.address) &&
        (!query.withDate || message.createdAt >= query.since)
      if (asked && message.createdAt + provider.listLagMs <= askedAt) yield message
    }
  }

  function refuseWhenAway(): void {
    if (provider.away) throw new AppError('PROVIDER_UNAVAILABLE', 'away')
  }

  return provider
}
