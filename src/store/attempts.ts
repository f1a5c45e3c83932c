import type { Failure } from '../domain/delivery/failure'
import type { ChannelName } from '../domain/message'
import { type OutboxRow, REACHED_DELIVERED, REACHED_FAILED } from '../domain/outbox'
import type { Documents, Filter, Patch } from '../ports/documents'

export type Attempts = ReturnType<typeof createAttempts>

/** How we know that it did not get there: our call was refused, or a status said so later. */
export type Verdict = 'refused' | 'reported'

/**
 * Rows from the mark on (protocol 4.4 to 4.7). What reports a fact is conditional on the attempt it is about and on
 * nothing else, so it is welcome from anyone at any time. What decides (again, other channel, resend, fall back) is
 * conditional on all it rests on. An attempt's number is never used again.
 */
export function createAttempts(documents: Documents) {
  const rows = documents.collection('outbox')
  const inDoubt = (id: string, n: number): Filter => ({
    _id: id,
    attempt: n,
    state: { $in: ['sending', 'unknown'] },
    [`attempts.${n}.phase`]: { $in: ['sending', 'unknown'] },
  })
  /** A way back to `planned` must not forget a wish or a delivery (protocol V8, V15). */
  const unhindered: Filter = { wish: { $exists: false }, reached: { $lt: REACHED_DELIVERED } }
  const ground = (id: string, n: number, verdict: Verdict): Filter =>
    verdict === 'refused'
      ? inDoubt(id, n)
      : { _id: id, attempt: n, state: 'accepted', reached: REACHED_FAILED }
  const why = (n: number, verdict: Verdict, failure: Failure): Record<string, unknown> => ({
    ...(verdict === 'refused' ? { [`attempts.${n}.phase`]: 'refused' } : {}),
    [`attempts.${n}.failure`]: failure,
  })

  return {
    /**
     * It left. The first that fits: the current attempt settles; a resend is taken back; an older one is noted. In this
     * order, because policy may decide to resend between two of the writes. Never from `planned` without a lost attempt:
     * a repeated callback would swallow the planned SMS.
     * @param then when SMS takes over (absent: never), and when to ask for news that has not come
     */
    async accepted(
      id: string,
      n: number,
      sid: string,
      then: { fallbackAt?: number; newsAt: number },
    ): Promise<OutboxRow | null> {
      const { fallbackAt, newsAt } = then
      const phase = `attempts.${n}.phase`
      const set = { [phase]: 'accepted', [`attempts.${n}.sid`]: sid }
      const falls = fallbackAt === undefined ? {} : { fallbackAt }
      if (fallbackAt !== undefined) {
        const settled = await rows.update(
          { ...inDoubt(id, n), wish: { $exists: false } },
          { set: { ...set, state: 'accepted', newsAt, fallbackAt } },
        )
        if (settled) return settled
      }
      return (
        (await rows.update(
          {
            _id: id,
            attempt: n,
            state: { $in: ['sending', 'unknown', 'unresolved'] },
            [phase]: { $in: ['sending', 'unknown', 'lost'] },
          },
          { set: { ...set, state: 'accepted', newsAt } },
        )) ??
        (await rows.update(
          { _id: id, attempt: n, state: 'planned', [phase]: 'lost' },
          { set: { ...set, state: 'accepted', newsAt, ...falls }, inc: { fence: 1, rev: 1 } },
        )) ??
        rows.update({ _id: id, [phase]: { $in: ['sending', 'unknown', 'lost'] } }, { set })
      )
    },

    /** Did not get there, and may be tried again on the same channel. */
    again: (
      id: string,
      n: number,
      verdict: Verdict,
      failure: Failure,
      { nextAt, counts, tries }: { nextAt: number; counts: boolean; tries: number },
    ) =>
      rows.update(
        {
          ...ground(id, n, verdict),
          ...withReach(verdict, unhindered),
          ...(counts ? { tries: { $lt: tries } } : {}),
        },
        {
          set: { ...why(n, verdict, failure), state: 'planned', nextAt },
          unset: ['fallbackAt'],
          inc: { fence: 1, ...(counts ? { tries: 1 } : {}) },
        },
      ),

    /** Did not get there; the other channel carries it. The first one is spent. */
    otherChannel: (
      id: string,
      n: number,
      verdict: Verdict,
      failure: Failure,
      to: { channel: ChannelName; sender: string; spent: ChannelName; nextAt: number },
    ) =>
      rows.update(
        { ...ground(id, n, verdict), ...withReach(verdict, unhindered) },
        {
          set: {
            ...why(n, verdict, failure),
            state: 'planned',
            channel: to.channel,
            sender: to.sender,
            nextAt: to.nextAt,
          },
          addToSet: { spent: to.spent },
          unset: ['fallbackAt'],
          inc: { fence: 1, rev: 1 },
        },
      ),

    /** Did not get there, and that is the end of it. */
    fail: (id: string, n: number, verdict: Verdict, failure: Failure) =>
      rows.update(
        {
          ...ground(id, n, verdict),
          ...(verdict === 'refused' ? unhindered : {}),
        },
        {
          set: { ...why(n, verdict, failure), state: 'failed', reason: failure.kind },
          unset: ['fallbackAt'],
          inc: { fence: 1, rev: 1 },
        },
      ),

    /** The call was never made: the number is spent, the message is not. */
    notCalled: (id: string, n: number, nextAt: number) =>
      rows.update(
        { ...inDoubt(id, n), ...unhindered },
        { set: { [`attempts.${n}.phase`]: 'void', state: 'planned', nextAt }, inc: { fence: 1 } },
      ),

    /** The call was never made, and shall not be. */
    notCalledEnd: (
      id: string,
      n: number,
      end:
        | { state: 'cancelled'; reason: string; cancelledBy: 'plan' | 'person' | 'stop' }
        | { state: 'expired'; reason: string },
    ) =>
      rows.update(
        { ...inDoubt(id, n), ...unhindered },
        { set: { [`attempts.${n}.phase`]: 'void', ...end }, inc: { fence: 1, rev: 1 } },
      ),

    /**
     * The way back to `planned` was closed by a wish or by a delivery: the end that they ask for.
     * @param phase what is known of the attempt
     */
    async wayBackClosed(
      id: string,
      n: number,
      phase: 'refused' | 'void',
      now: number,
    ): Promise<OutboxRow | null> {
      const row = await rows.get(id)
      const known = { [`attempts.${n}.phase`]: phase }
      const wish = row?.wish
      if (wish?.cancel !== undefined)
        return rows.update(
          { ...inDoubt(id, n), 'wish.cancel': wish.cancel },
          { set: { ...known, state: 'cancelled', reason: wish.cancel }, inc: { fence: 1, rev: 1 } },
        )
      const delivered = await rows.update(
        { ...inDoubt(id, n), reached: { $gte: REACHED_DELIVERED } },
        { set: { ...known, state: 'delivered' }, unset: ['fallbackAt'], inc: { fence: 1, rev: 1 } },
      )
      if (delivered || wish?.dueAt === undefined) return delivered
      return rows.update(
        {
          ...inDoubt(id, n),
          'wish.dueAt': wish.dueAt,
          'wish.cancel': { $exists: false },
          reached: { $lt: REACHED_DELIVERED },
        },
        {
          set: {
            ...known,
            state: 'planned',
            dueAt: wish.dueAt,
            nextAt: Math.max(wish.dueAt, now),
            ...(wish.notAfter === undefined ? {} : { notAfter: wish.notAfter }),
          },
          unset: ['wish'],
          inc: { fence: 1, rev: 1 },
        },
      )
    },

    /** It may have left. */
    unknown: (id: string, n: number) =>
      rows.update(
        { _id: id, attempt: n, state: 'sending' },
        { set: { state: 'unknown', [`attempts.${n}.phase`]: 'unknown' } },
      ),

    sending: () => rows.each({ state: 'sending' }),
    doubtful: () => rows.each({ state: 'unknown' }),

    /** Nobody can be about to call any more. */
    sweep: (id: string, n: number, startedBefore: number) =>
      rows.update(
        { _id: id, attempt: n, state: 'sending', [`attempts.${n}.startedAt`]: { $lt: startedBefore } },
        { set: { state: 'unknown', [`attempts.${n}.phase`]: 'unknown' } },
      ),

    /** The provider's list does not have it, for the first time. */
    emptyList: (id: string, n: number, at: number) =>
      rows.update(
        { _id: id, attempt: n, state: 'unknown', [`attempts.${n}.emptyAt`]: { $exists: false } },
        { set: { [`attempts.${n}.emptyAt`]: at } },
      ),

    /** Policy: once more, at the price of a possible double. The counter only grows (protocol V33). */
    resend: (id: string, n: number, now: number) =>
      rows.update(
        {
          _id: id,
          state: 'unknown',
          attempt: n,
          [`attempts.${n}.phase`]: 'unknown',
          [`attempts.${n}.sid`]: { $exists: false },
          reached: { $lt: 1 },
          wish: { $exists: false },
          resends: 0,
          notAfter: { $gt: now },
          resendPolicy: 'resend',
        },
        {
          set: { state: 'planned', [`attempts.${n}.phase`]: 'lost', possibleDuplicate: true, nextAt: now },
          inc: { resends: 1, fence: 1, rev: 1 },
        },
      ),

    /** Policy: not again. It may have left; people see that. */
    async leave(id: string, n: number): Promise<OutboxRow | null> {
      const still: Filter = { _id: id, state: 'unknown', attempt: n, [`attempts.${n}.phase`]: 'unknown' }
      const wish = (await rows.get(id))?.wish?.cancel
      const cancelled =
        wish === undefined
          ? null
          : await rows.update(
              { ...still, 'wish.cancel': wish },
              { set: { state: 'cancelled', reason: wish, possibleDuplicate: true } },
            )
      return cancelled ?? rows.update(still, { set: { state: 'unresolved', reason: 'outcome_unknown' } })
    },

    /** A status of this attempt: only ever upwards. */
    async raise(id: string, n: number, rank: number, sid: string): Promise<void> {
      const path = `attempts.${n}.rank`
      await rows.update(
        { _id: id, [path]: { $lt: rank } },
        { set: { [path]: rank, [`attempts.${n}.sid`]: sid } },
      )
      await rows.update({ _id: id, reached: { $lt: rank } }, { set: { reached: rank } })
    },

    /** The person has it, whatever we thought. A planned SMS does not leave any more. */
    delivered: (id: string) =>
      rows.update(
        { _id: id, state: { $in: ['accepted', 'planned', 'failed', 'unresolved'] } },
        { set: { state: 'delivered' }, unset: ['fallbackAt'], inc: { fence: 1, rev: 1 } },
      ),

    newsDue: (now: number) => rows.each({ state: 'accepted', newsAt: { $lte: now } }),

    /** @param nextAt absent: never again */
    newsAsked: (id: string, now: number, nextAt?: number) =>
      rows.update(
        { _id: id, newsAt: { $lte: now } },
        nextAt === undefined ? { unset: ['newsAt'] } : { set: { newsAt: nextAt } },
      ),

    fallbackDue: (now: number) => rows.each({ state: 'accepted', fallbackAt: { $lte: now } }),

    /** WhatsApp has not delivered in time: SMS, once. */
    fallBack: (id: string, n: number, sender: string, now: number) =>
      rows.update(
        {
          _id: id,
          state: 'accepted',
          attempt: n,
          channel: 'whatsapp',
          reached: { $lt: REACHED_DELIVERED },
          fallbackAt: { $lte: now },
          notAfter: { $gt: now },
          wish: { $exists: false },
        },
        {
          set: { state: 'planned', channel: 'sms', sender, nextAt: now },
          addToSet: { spent: 'whatsapp' },
          unset: ['fallbackAt'],
          inc: { rev: 1, fence: 1 },
        } satisfies Patch,
      ),

    /** Nothing to fall back to any more. */
    staysAccepted: (id: string, now: number) =>
      rows.update({ _id: id, state: 'accepted', fallbackAt: { $lte: now } }, { unset: ['fallbackAt'] }),
  }
}

/** A reported failure has its own, exact reach; only the wish is left to test. */
const withReach = (verdict: Verdict, unhindered: Filter): Filter =>
  verdict === 'refused' ? unhindered : { wish: { $exists: false } }
