import type { Documents, Filter, Patch } from '../../src/ports/documents'
import { aStoredRow } from '../support/storedExamples'

const NOW = 1_760_000_000_000
type Write = [label: string, filter: Filter, patch: Patch, after: Record<string, unknown>]

/** Protocol 4.1 to 4.7, one write after the other, on one row. Each matches once and then never again. */
const LIFE: Write[] = [
  [
    'claim',
    { state: 'planned', sender: 'org|sms', nextAt: { $lte: NOW } },
    { set: { nextAt: NOW + 60_000, owner: 'p1' }, inc: { fence: 1 } },
    { fence: 1, owner: 'p1' },
  ],
  [
    'mark',
    {
      _id: 'r1',
      state: 'planned',
      fence: 1,
      rev: 0,
      attempt: 0,
      reached: { $lt: 5 },
      notAfter: { $gt: NOW },
      wish: { $exists: false },
    },
    {
      set: {
        state: 'sending',
        attempt: 1,
        'attempts.1': { channel: 'sms', phase: 'sending', startedAt: NOW, bodyHash: 'h', rank: 0 },
        text: 'Hallo',
      },
    },
    { state: 'sending', attempt: 1 },
  ],
  [
    'outcome unknown',
    { _id: 'r1', attempt: 1, state: 'sending', 'attempts.1.startedAt': { $lt: NOW + 1 } },
    { set: { state: 'unknown', 'attempts.1.phase': 'unknown' } },
    { state: 'unknown' },
  ],
  [
    'resend',
    {
      _id: 'r1',
      state: 'unknown',
      attempt: 1,
      'attempts.1.phase': 'unknown',
      'attempts.1.sid': { $exists: false },
      reached: { $lt: 1 },
      wish: { $exists: false },
      resends: 0,
      notAfter: { $gt: NOW },
      resendPolicy: 'resend',
    },
    {
      set: { state: 'planned', 'attempts.1.phase': 'lost', possibleDuplicate: true, nextAt: NOW },
      inc: { resends: 1, fence: 1, rev: 1 },
    },
    { state: 'planned', resends: 1, possibleDuplicate: true },
  ],
  [
    'resend taken back by a late acceptance',
    { _id: 'r1', attempt: 1, state: 'planned', 'attempts.1.phase': 'lost' },
    {
      set: { state: 'accepted', 'attempts.1.phase': 'accepted', 'attempts.1.sid': 'SM1', fallbackAt: NOW },
      inc: { fence: 1, rev: 1 },
    },
    { state: 'accepted', fallbackAt: NOW },
  ],
  [
    'status of an attempt',
    { _id: 'r1', 'attempts.1.rank': { $lt: 4 } },
    { set: { 'attempts.1.rank': 4, 'attempts.1.sid': 'SM1' } },
    {},
  ],
  ['status of the row', { _id: 'r1', reached: { $lt: 4 } }, { set: { reached: 4 } }, { reached: 4 }],
  [
    'fall back',
    {
      _id: 'r1',
      state: 'accepted',
      attempt: 1,
      channel: 'sms',
      reached: { $lt: 5 },
      fallbackAt: { $lte: NOW },
      wish: { $exists: false },
    },
    { set: { state: 'planned', nextAt: NOW }, unset: ['fallbackAt'], inc: { rev: 1, fence: 1 } },
    { state: 'planned' },
  ],
  [
    'wish while in doubt, or cancel',
    { _id: 'r1', $or: [{ state: { $in: ['sending', 'unknown'] } }, { state: 'planned' }], wish: null },
    { set: { wish: { cancel: 'stopped' } } },
    { wish: { cancel: 'stopped' } },
  ],
  [
    'delivered after all',
    { _id: 'r1', state: { $in: ['accepted', 'planned', 'failed', 'unresolved'] } },
    { set: { state: 'delivered' }, unset: ['fallbackAt', 'wish'], inc: { fence: 1, rev: 1 } },
    { state: 'delivered', rev: 4, fence: 5 },
  ],
]

export function outboxLife(documents: () => Documents): void {
  test('every write of a row matches once, and the second time nobody', async () => {
    const outbox = documents().collection('outbox')
    await outbox.insert(aStoredRow({ _id: 'r1', nextAt: NOW, notAfter: NOW + 1000 }))
    for (const [label, filter, patch, after] of LIFE) {
      const first = await outbox.update(filter, patch)
      expect([label, first]).toEqual([label, expect.objectContaining(after)])
      expect([label, await outbox.update(filter, patch)]).toEqual([label, null])
    }
    const row = await outbox.get('r1', { fresh: true })
    expect(row?.attempts).toEqual({
      1: { channel: 'sms', phase: 'accepted', startedAt: NOW, bodyHash: 'h', rank: 4, sid: 'SM1' },
    })
    expect([row?.fallbackAt, row?.wish]).toEqual([undefined, undefined])
  })

  test('the sender’s bucket fills up, pays and pauses by conditions alone', async () => {
    const senders = documents().collection('senders')
    await senders.remove({})
    await senders.insert({
      _id: 's',
      freeAt: 0,
      intervalMs: 100,
      burstMs: 300,
      reserveMs: 100,
      pausedUntil: 0,
    })
    const fill = { _id: 's', freeAt: { $lt: NOW - 300 } }
    expect(await senders.update(fill, { set: { freeAt: NOW - 300 } })).toMatchObject({ freeAt: NOW - 300 })
    expect(await senders.update(fill, { set: { freeAt: NOW - 300 } })).toBeNull()
    const pay = () =>
      senders.update(
        { _id: 's', pausedUntil: { $lte: NOW }, freeAt: { $lte: NOW - 100 } },
        { inc: { freeAt: 100 } },
      )
    const paid = await Promise.all(Array.from({ length: 10 }, pay))
    expect(paid.filter(sender => sender !== null)).toHaveLength(3)
    await senders.update(
      { _id: 's', pausedUntil: { $lt: NOW + 1 } },
      { set: { pausedUntil: NOW + 1, freeAt: 0 } },
    )
    expect(await pay()).toBeNull()
  })
}
