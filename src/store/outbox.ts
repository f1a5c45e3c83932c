import { countsForWeek, WEEK_MS } from '../domain/delivery/decide'
import type { ChannelName, LanguageTag } from '../domain/message'
import type { OutboxRow, RowState } from '../domain/outbox'
import type { Documents, Filter } from '../ports/documents'

export type Outbox = ReturnType<typeof createOutbox>

/** Which rows a call is about; nothing named means all. */
export interface Scope {
  organisation?: string
  contact?: string
}

/** What is written down before the call: the intention. */
export interface Intention {
  channel: ChannelName
  startedAt: number
  bodyHash: string
  text: string
  language: LanguageTag
  template?: string
}

const SORT = [
  ['rank', 1],
  ['nextAt', 1],
] as const
/** Not settled: it may still leave, or may be leaving. */
export const UNSETTLED = ['planned', 'sending', 'unknown'] as const
const CANCELLABLE: readonly RowState[] = [...UNSETTLED, 'accepted']
/** It left, as far as we know. */
const LEFT = ['sending', 'unknown', 'accepted', 'delivered', 'unresolved'] as const

/**
 * Rows until they are handed over: claim, decide, mark (protocol 4.1 and 4.2). Every write here decides, so every filter
 * names all that the decision rested on: `fence` against a claim that has run out, `rev` against an older plan. What
 * happens after the mark is in `attempts.ts`.
 */
export function createOutbox(documents: Documents) {
  const rows = documents.collection('outbox')
  const held = ({ _id, fence, rev }: OutboxRow): Filter => ({ _id, state: 'planned', fence, rev })
  const scoped = ({ organisation, contact }: Scope): Filter => ({
    ...(organisation === undefined ? {} : { organisation }),
    ...(contact === undefined ? {} : { contact }),
  })

  return {
    get: (id: string, options?: { fresh?: boolean }) => rows.get(id, options),

    /** False: a row with this key is planned already. */
    add: (row: OutboxRow) => rows.insert(row),

    /** Whose rows are due. */
    sendersDue: async (scope: Scope, now: number): Promise<string[]> =>
      [
        ...(
          await rows.countBy('sender', { state: 'planned', nextAt: { $lte: now }, ...scoped(scope) })
        ).keys(),
      ].map(String),

    nextDue: (sender: string, scope: Scope, now: number, bulkOnly: boolean) =>
      rows.first(
        {
          state: 'planned',
          sender,
          nextAt: { $lte: now },
          ...(bulkOnly ? { rank: 5 } : {}),
          ...scoped(scope),
        },
        { sort: SORT },
      ),

    /** Takes the first due row like `one`: same sender, rank and kind. The lease saves work, the fence keeps us safe. */
    claim: (one: OutboxRow, scope: Scope, lease: { owner: string; now: number; until: number }) =>
      rows.claim(
        {
          state: 'planned',
          sender: one.sender,
          rank: one.rank,
          kind: one.kind,
          nextAt: { $lte: lease.now },
          ...scoped(scope),
        },
        { set: { nextAt: lease.until, owner: lease.owner }, inc: { fence: 1 } },
        SORT,
      ),

    /** Takes this very row, when it is still as we saw it and due. */
    claimThis: (row: OutboxRow, lease: { owner: string; now: number; until: number }) =>
      rows.update(
        { ...held(row), nextAt: { $lte: lease.now } },
        { set: { nextAt: lease.until, owner: lease.owner }, inc: { fence: 1 } },
      ),

    /**
     * The row of this person that has to be settled before this one leaves. "None" stays true: settled rows stay
     * settled and later rows have higher numbers. The confirmation of a STOP waits for all that is on its way.
     */
    async before(row: OutboxRow): Promise<OutboxRow | null> {
      if (row.seq === undefined) return null
      const earlier: Filter = { state: { $in: UNSETTLED }, seq: { $lt: row.seq } }
      const underWay: Filter = { state: { $in: ['sending', 'unknown'] }, _id: { $ne: row._id } }
      return rows.first(
        { contact: row.contact, ...(row.last ? { $or: [earlier, underWay] } : earlier) },
        { sort: [['seq', 1]] },
      )
    },

    /** A reply to this person that has not left yet. */
    openReply: (contact: string) => rows.first({ contact, rank: { $lt: 5 }, state: { $in: UNSETTLED } }),

    /** When the other planned messages of the last seven days left, oldest first. */
    async leftThisWeek(row: OutboxRow, now: number): Promise<number[]> {
      if (!countsForWeek(row)) return []
      const left = await rows.list({
        contact: row.contact,
        _id: { $ne: row._id },
        kind: 'message',
        rank: 5,
        seq: { $exists: false },
        state: { $in: LEFT },
        leftAt: { $gt: now - WEEK_MS },
      })
      return left.map(other => other.leftAt ?? 0).sort((a, b) => a - b)
    },

    /** Not now. */
    putBack: (row: OutboxRow, nextAt: number, cost?: number) =>
      rows.update(held(row), { set: { nextAt, ...(cost === undefined ? {} : { cost }) } }),

    /** Not this way: the other sender's turn. */
    useChannel: (row: OutboxRow, channel: ChannelName, sender: string, now: number) =>
      rows.update(held(row), { set: { channel, sender, nextAt: now }, inc: { fence: 1, rev: 1 } }),

    /** Not this way, and never this way again. */
    giveUpChannel: (row: OutboxRow, channel: ChannelName, sender: string, now: number) =>
      rows.update(held(row), {
        set: { channel, sender, nextAt: now },
        addToSet: { spent: row.channel },
        inc: { fence: 1, rev: 1 },
      }),

    /** Not at all. */
    close: (
      row: OutboxRow,
      end:
        | { state: 'cancelled'; reason: string; cancelledBy: 'plan' | 'person' | 'stop' }
        | { state: 'expired' | 'failed'; reason: string },
    ) => rows.update(held(row), { set: end, inc: { fence: 1, rev: 1 } }),

    /** The intention, before the act. Null: no call may be made. */
    mark: (row: OutboxRow, intention: Intention, now: number) => {
      const n = row.attempt + 1
      const { channel, startedAt, bodyHash, text, language, template } = intention
      return rows.update(
        {
          ...held(row),
          attempt: n - 1,
          reached: { $lt: 5 },
          notAfter: { $gt: now },
          wish: { $exists: false },
        },
        {
          set: {
            state: 'sending',
            attempt: n,
            [`attempts.${n}`]: { channel, phase: 'sending', startedAt, bodyHash, rank: 0 },
            leftAt: startedAt,
            text,
            language,
            ...(template === undefined ? {} : { template }),
          },
        },
      )
    },

    /** The conversation has its event: a fact, so it holds whatever was planned in the meantime. */
    started: (id: string, now: number) =>
      rows.update(
        { _id: id, state: { $in: ['planned', 'cancelled', 'expired'] } },
        { set: { state: 'started', leftAt: now }, inc: { fence: 1, rev: 1 } },
      ),

    /** Planned rows whose time is over. */
    overdue: (now: number) => rows.each({ state: 'planned', notAfter: { $lte: now } }),

    expire: (id: string, now: number) =>
      rows.update(
        { _id: id, state: 'planned', notAfter: { $lte: now } },
        { set: { state: 'expired', reason: 'too_late' }, inc: { fence: 1, rev: 1 } },
      ),

    /** Everything of a person, a campaign or one row that could still leave or be repeated. */
    cancellable: (which: Filter) => rows.each({ ...which, state: { $in: CANCELLABLE } }),

    /**
     * Takes back what has not left. In doubt it becomes a wish that every way back respects; what has left is not
     * repeated by another channel.
     */
    async cancel(
      id: string,
      reason: string,
      cancelledBy: 'plan' | 'person' | 'stop',
    ): Promise<'cancelled' | 'in_doubt' | 'has_left'> {
      const planned = await rows.update(
        { _id: id, state: 'planned' },
        { set: { state: 'cancelled', reason, cancelledBy }, inc: { rev: 1, fence: 1 } },
      )
      if (planned) return 'cancelled'
      const doubtful = await rows.update(
        { _id: id, state: { $in: ['sending', 'unknown'] } },
        { set: { wish: { cancel: reason }, cancelledBy } },
      )
      if (doubtful) return 'in_doubt'
      const left = await rows.update(
        { _id: id, state: 'accepted' },
        { set: { wish: { cancel: reason } }, unset: ['fallbackAt'] },
      )
      if (left) return 'has_left'
      // It changed between the writes: once more, from the start.
      const now = await rows.get(id)
      return now && CANCELLABLE.includes(now.state) ? this.cancel(id, reason, cancelledBy) : 'has_left'
    },
  }
}
