import { historyOf, type Said } from '../../../../src/domain/contacts/history'
import { shownNumber } from '../../../../src/domain/contacts/shownNumber'
import type { StoredInbound } from '../../../../src/domain/conversation'
import { aStoredRow } from '../../../support/storedExamples'

const unlocked = (locked: string): Said => ({ text: locked.toUpperCase() })
const inbound = (over: Partial<StoredInbound> & { _id: string }): StoredInbound => ({
  organisation: 'org',
  contact: 'c1',
  at: 10,
  late: false,
  stopWord: false,
  handled: 'done',
  tries: 1,
  event: { kind: 'message', channel: 'sms', locked: 'ja' },
  ...over,
})

const open = () => false

test('what was sent and what was received, oldest first', () => {
  const rows = [
    aStoredRow({ _id: 'r2', leftAt: 20, state: 'accepted', text: 'Dank je', language: 'nl' }),
    aStoredRow({ _id: 'r1', leftAt: 5, state: 'delivered', reached: 6, text: 'Kom je?', language: 'nl' }),
    aStoredRow({ _id: 'r3', dueAt: 30, state: 'cancelled', reason: 'said_no' }),
  ]
  expect(historyOf(rows, [inbound({ _id: 'i1' })], unlocked, open)).toMatchObject([
    { id: 'r1', kind: 'sent', stage: 'read', text: 'Kom je?' },
    { id: 'i1', kind: 'received', text: 'JA' },
    { id: 'r2', stage: 'sent' },
    { id: 'r3', stage: 'not_sent', reason: 'said_no', at: 30 },
  ])
})

test('a row that only opened a dialog is not told twice', () => {
  expect(historyOf([aStoredRow({ _id: 'r', kind: 'start', state: 'started' })], [], unlocked, open)).toEqual(
    [],
  )
})

test('of an anonymous answer there is nothing, and what waits for its turn may be one', () => {
  const hidden = [
    inbound({ _id: 'a', event: { kind: 'anonymous', channel: 'sms' } }),
    inbound({ _id: 'b', handled: false }),
    inbound({ _id: 'c', event: { kind: 'timer', run: 'x', what: 'close' } }),
  ]
  expect(historyOf([], hidden, unlocked, open)).toEqual([])
})

test.each([
  ['+32470123456', '0470 12 34 56'],
  ['+31612345678', '+31 6 12345678'],
  ['BE.12', 'BE.12'],
])('%s is shown as %s', (address, shown) => expect(shownNumber(address)).toBe(shown))

test('what answers a talk with their supervisor is only named, until something else is asked', () => {
  const asked = (dialog: string, leftAt: number) =>
    aStoredRow({
      _id: dialog,
      leftAt,
      state: 'accepted',
      text: 'Vraag',
      say: { text: `dialogs/${dialog}:ask.start` },
    })
  const rows = [asked('rsvp', 1), asked('reflection', 11), asked('reminder', 21)]
  const answers = [2, 12, 13, 22].map(at => inbound({ _id: String(at), at }))
  const lines = historyOf(rows, answers, unlocked, dialog => dialog === 'reflection')
  expect(lines.filter(({ kind }) => kind !== 'sent')).toEqual([
    expect.objectContaining({ id: '2', kind: 'received', text: 'JA' }),
    { id: '12', kind: 'private', at: 12, channel: 'sms' },
    { id: '13', kind: 'private', at: 13, channel: 'sms' },
    expect.objectContaining({ id: '22', kind: 'received', text: 'JA' }),
  ])
})
