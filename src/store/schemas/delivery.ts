import { PURPOSES } from '../../domain/contact'
import { FAILURE_KINDS, type Failure } from '../../domain/delivery/failure'
import type { ContentRecord, ProviderMessage, Redaction, Sender, StatusRecord } from '../../domain/documents'
import { CHANNELS, type Say } from '../../domain/message'
import { type Attempt, type OutboxRow, ROW_STATES } from '../../domain/outbox'
import { ownQuestion } from './anonymity'
import {
  collection,
  flag,
  free,
  key,
  listOf,
  mapOf,
  named,
  number,
  object,
  oneOf,
  optional,
  text,
} from './fields'

const isWord = (value: unknown) => typeof value === 'string' || typeof value === 'number'

const words = () => mapOf(free(isWord))

export const say = () =>
  object<Say>({
    text: text(),
    values: optional(words()),
    question: optional(
      object<NonNullable<Say['question']>>({
        dialog: text(),
        version: number(),
        id: text(),
        own: optional(ownQuestion()),
      }),
    ),
    lead: optional(
      listOf(object<NonNullable<Say['lead']>[number]>({ text: text(), values: optional(words()) })),
    ),
    texts: optional(mapOf(text())),
    choices: optional(
      listOf(
        object<NonNullable<Say['choices']>[number]>({
          id: text(),
          text: optional(text()),
          label: optional(text()),
        }),
      ),
    ),
    numbered: optional(flag()),
  })

const failure = () =>
  object<Failure>({
    kind: oneOf(FAILURE_KINDS),
    code: optional(text()),
    retryAfterMs: optional(number()),
  })

const attempt = object<Attempt>({
  channel: oneOf(CHANNELS),
  phase: named<Attempt['phase']>({
    sending: true,
    unknown: true,
    accepted: true,
    refused: true,
    void: true,
    lost: true,
  }),
  startedAt: number(),
  bodyHash: text(),
  rank: number(),
  sid: optional(key()),
  failure: optional(failure()),
  emptyAt: optional(number()),
})

export const outbox = collection<OutboxRow>(
  {
    key: key(),
    kind: named<OutboxRow['kind']>({ message: true, start: true }),
    organisation: key(),
    contact: key(),
    sender: key(),
    campaign: optional(key()),
    step: optional(key()),
    purpose: oneOf(PURPOSES),
    rank: number(),
    seq: optional(number()),
    last: optional(flag()),
    state: oneOf(ROW_STATES),
    reason: optional(text()),
    cancelledBy: optional(
      named<NonNullable<OutboxRow['cancelledBy']>>({ plan: true, person: true, stop: true }),
    ),
    dueAt: number(),
    nextAt: number(),
    notAfter: number(),
    fence: number(),
    rev: number(),
    planVersion: optional(number()),
    wish: optional(
      object<NonNullable<OutboxRow['wish']>>({
        cancel: optional(text()),
        dueAt: optional(number()),
        notAfter: optional(number()),
      }),
    ),
    channel: oneOf(CHANNELS),
    spent: listOf(oneOf(CHANNELS)),
    attempt: number(),
    attempts: mapOf(attempt),
    tries: number(),
    resends: number(),
    resendPolicy: named<OutboxRow['resendPolicy']>({ resend: true, leave: true }),
    possibleDuplicate: optional(flag()),
    reached: number(),
    fallbackAfterMs: optional(number()),
    fallbackAt: optional(number()),
    newsAt: optional(number()),
    owner: optional(text()),
    leftAt: optional(number()),
    cost: optional(number()),
    inLanguage: optional(text()),
    say: optional(say()),
    typed: optional(text()),
    by: optional(key()),
    start: optional(object<NonNullable<OutboxRow['start']>>({ dialog: text(), opening: optional(say()) })),
    text: optional(text()),
    language: optional(text()),
    template: optional(text()),
    createdAt: number(),
  },
  [
    { on: ['key'], unique: true },
    // Sweepers; which senders have work.
    { on: ['state', 'rank', 'nextAt', '_id'] },
    // The claim: a paused sender's queue is not walked through for the others.
    { on: ['sender', 'state', 'rank', 'nextAt', '_id'] },
    { on: ['contact', 'state', 'seq', '_id'] },
    { on: ['campaign', 'planVersion', '_id'] },
    { on: ['state', 'fallbackAt', '_id'] },
    { on: ['state', 'newsAt', '_id'] },
  ],
)

export const providerMessages = collection<ProviderMessage>({ row: key(), attempt: number() })

export const statuses = collection<StatusRecord>(
  {
    sid: key(),
    status: text(),
    errorCode: optional(number()),
    eventType: optional(text()),
    failure: optional(failure()),
    row: optional(key()),
    attempt: optional(number()),
    at: number(),
    applied: flag(),
  },
  [{ on: ['applied', 'at', '_id'] }, { on: ['row', 'applied'] }, { on: ['sid', 'applied'] }],
)

export const senders = collection<Sender>({
  freeAt: number(),
  intervalMs: number(),
  burstMs: number(),
  reserveMs: number(),
  pausedUntil: number(),
  pausedWhy: optional(text()),
  taken: optional(number()),
})

export const contents = collection<ContentRecord>({
  name: text(),
  language: text(),
  contentId: optional(text()),
  approval: named<ContentRecord['approval']>({
    none: true,
    waiting: true,
    approved: true,
    rejected: true,
    paused: true,
    disabled: true,
  }),
  since: optional(number()),
  reason: optional(text()),
})

export const redactions = collection<Redaction>({ nextAt: number(), tries: number() }, [
  { on: ['nextAt', '_id'] },
])
