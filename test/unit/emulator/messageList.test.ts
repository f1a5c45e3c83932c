import fc from 'fast-check'
import { matchMessages, pageOf } from '../../../emulator/messageList'
import type { Message } from '../../../emulator/records'

const message = (sid: string, createdAt: string, sentAt: string | null = createdAt): Message =>
  ({
    sid,
    from: '+32460000001',
    to: '+32470000001',
    createdAt: Date.parse(createdAt),
    sentAt: sentAt && Date.parse(sentAt),
  }) as Message

const all = [
  message('a', '2026-11-25T23:59:59Z'),
  message('b', '2026-11-26T00:00:00Z'),
  message('c', '2026-11-26T23:59:59Z'),
  message('d', '2026-11-27T08:00:00Z', null),
]

test.each([
  ['no filter, newest first', {}, 'dcba'],
  ['on a day', { DateSent: '2026-11-26' }, 'cb'],
  ['from a day on', { 'DateSent>': '2026-11-26' }, 'cb'],
  ['until a day, that day too', { 'DateSent<': '2026-11-25' }, 'a'],
  ['until a moment', { 'DateSent<': '2026-11-26T00:00:00Z' }, 'ba'],
  ['from a moment on', { 'DateSent>': '2026-11-26T00:00:01Z' }, 'c'],
  ['another sender', { From: '+32460000009' }, ''],
  ['this person', { To: '+32470000001' }, 'dcba'],
])('%s', (_, query, expected) => {
  expect(
    matchMessages(all, query)
      .map(one => one.sid)
      .join(''),
  ).toBe(expected)
})

test('the pages together are the whole list, whatever comes in meanwhile', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }), (count, size) => {
      let rows = Array.from({ length: count }, (_, at) => ({ sid: `s${at}` }))
      const whole = rows.map(row => row.sid)
      const read: string[] = []
      let query: Record<string, string> = { PageSize: String(size) }
      for (let page = 1; ; page++) {
        const got = pageOf(rows, query)
        read.push(...got.rows.map(row => row.sid))
        if (!got.next) break
        query = { PageSize: String(size), Page: String(page), PageToken: got.next }
        rows = [{ sid: `new${page}` }, ...rows]
      }
      expect(read).toEqual(whole)
    }),
  )
})
