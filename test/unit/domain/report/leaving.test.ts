import { daysFrom, leavingOf } from '../../../../src/domain/report/leaving'
import { troubleOf } from '../../../../src/domain/report/trouble'

const at = (iso: string) => Date.parse(`${iso}+01:00`)
const row = (step: string, due: string, over: object = {}) => ({
  campaign: 'c',
  step,
  dueAt: at(due),
  state: 'planned' as const,
  reached: 0,
  ...over,
})

test('messages of one step in one hour are one line, with how far they are', () => {
  expect(
    leavingOf([
      row('reminder', '2026-12-03T10:20', { state: 'delivered', reached: 5 }),
      row('reminder', '2026-12-03T10:00'),
      row('reminder', '2026-12-03T18:00'),
      row('invitation', '2026-12-03T10:00'),
      row('invitation', '2026-12-03T10:00', { campaign: undefined }),
    ]),
  ).toEqual([
    { campaign: 'c', step: 'invitation', at: at('2026-12-03T10:00'), people: 1, stages: { planned: 1 } },
    {
      campaign: 'c',
      step: 'reminder',
      at: at('2026-12-03T10:00'),
      people: 2,
      stages: { delivered: 1, planned: 1 },
    },
    { campaign: 'c', step: 'reminder', at: at('2026-12-03T18:00'), people: 1, stages: { planned: 1 } },
  ])
})

test('a day is a day of the organisation, also when the clocks change', () => {
  const { today, tomorrow, afterTomorrow } = daysFrom(at('2026-10-25T12:00'), 'Europe/Brussels')
  expect([tomorrow - today, afterTomorrow - tomorrow].map(ms => ms / 3_600_000)).toEqual([25, 24])
})

test('trouble is what no person waits for: a sender that rests, our own mistakes, refused texts', () => {
  const sender = { intervalMs: 1, burstMs: 1, reserveMs: 1, freeAt: 0 }
  const now = 1_000
  const message = { sender: 'o|whatsapp', contact: 'a' }
  expect(
    troubleOf(
      [
        { ...sender, _id: 'o|whatsapp', pausedUntil: 2_000 },
        { ...sender, _id: 'o|sms', pausedUntil: 0 },
      ],
      [
        { approval: 'rejected', language: 'ar', name: 'reminder' },
        { approval: 'rejected', language: 'ar', name: 'invitation' },
        { approval: 'approved', language: 'nl', name: 'reminder' },
      ],
      [
        { ...message, state: 'planned' },
        { ...message, state: 'failed', reason: 'misconfigured' },
        { ...message, state: 'failed', reason: 'misconfigured' },
        { ...message, state: 'failed', reason: 'unreachable' },
      ],
      now,
    ),
  ).toEqual([
    { what: 'sender_waits', channel: 'whatsapp', until: 2_000, messages: 1 },
    { what: 'not_left', reason: 'misconfigured', people: 1 },
    { what: 'template', approval: 'rejected', language: 'ar', texts: 2 },
  ])
})
