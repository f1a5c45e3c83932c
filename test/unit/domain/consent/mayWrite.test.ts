import { type MayWrite, mayWrite, OPT_IN_DIALOG, type Writing } from '../../../../src/domain/consent/mayWrite'
import type { ConsentEntry, Purpose } from '../../../../src/domain/contact'

const planned: Writing = { purpose: 'C1', rank: 5, inConversation: false }
const reply: Writing = { purpose: 'C1', rank: 0, inConversation: true }
const request: Writing = { ...planned, dialog: OPT_IN_DIALOG }

const register = (...lines: [Purpose, ConsentEntry['state']][]): ConsentEntry[] =>
  lines.map(([purpose, state], at) => ({
    key: `k${at}`,
    purpose,
    state,
    version: '1',
    language: 'nl',
    at,
    by: 'chat',
  }))

const cases: [label: string, consents: ConsentEntry[], writing: Writing, answer: MayWrite][] = [
  ['nothing planned before the opt-in', [], planned, 'no_consent'],
  ['nor while it is only asked for', register(['C1', 'asked']), planned, 'no_consent'],
  ['after it, yes', register(['C1', 'asked'], ['C1', 'given']), planned, 'yes'],
  ['after it was taken back, no', register(['C1', 'given'], ['C1', 'withdrawn']), planned, 'no_consent'],
  ['after it was given again, yes', register(['C1', 'withdrawn'], ['C1', 'given']), planned, 'yes'],
  ['a second question does not take a yes back', register(['C1', 'given'], ['C1', 'asked']), planned, 'yes'],
  ['the one request for it may leave', [], request, 'yes'],
  ['once', register(['C1', 'asked']), request, 'asked_before'],
  ['and never to somebody who took it back', register(['C1', 'withdrawn']), request, 'no_consent'],
  [
    'what the request itself says may leave',
    register(['C1', 'asked']),
    { ...request, inConversation: true },
    'yes',
  ],
  ['who writes to us is answered', [], reply, 'yes'],
  [
    'another purpose needs its own yes',
    register(['C1', 'given']),
    { ...planned, purpose: 'C7' },
    'no_consent',
  ],
  ['which alone is not enough', register(['C7', 'given']), { ...planned, purpose: 'C7' }, 'no_consent'],
  ['both together are', register(['C1', 'given'], ['C7', 'given']), { ...planned, purpose: 'C7' }, 'yes'],
  ['an evaluation asks at its own door', register(['C1', 'given']), { ...planned, purpose: 'C4' }, 'yes'],
  [
    'and respects a no',
    register(['C1', 'given'], ['C4', 'withdrawn']),
    { ...planned, purpose: 'C4' },
    'no_consent',
  ],
]
test.each(cases)('%s', (_label, consents, writing, answer) => {
  expect(mayWrite({ consents }, writing)).toBe(answer)
})

test('after a STOP only its confirmation leaves', () => {
  const stopped = { consents: register(['C1', 'given']), stopped: { at: 1 } }
  expect([planned, reply, request].map(writing => mayWrite(stopped, writing))).toEqual([
    'stopped',
    'stopped',
    'stopped',
  ])
  expect(mayWrite(stopped, { ...reply, last: true })).toBe('yes')
})

test('a STOP for one channel leaves the other open', () => {
  const contact = { consents: register(['C1', 'given']), stopped: { at: 1, channel: 'whatsapp' as const } }
  expect(mayWrite(contact, planned)).toBe('yes')
})
