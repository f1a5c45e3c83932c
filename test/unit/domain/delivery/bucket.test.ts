import { BULK_SHARE, isBulkTurn, newSender, tokenLimit } from '../../../../src/domain/delivery/bucket'

const sender = { intervalMs: 1_000, burstMs: 5_000, reserveMs: 1_000 }

test.each([
  ['one reply', 1, false, 9_000],
  ['one planned message keeps the reserve', 1, true, 8_000],
  ['a long SMS', 3, false, 7_000],
  ['a message dearer than the bucket leaves when it is full', 9, true, 5_000],
])('%s', (_label, cost, keepReserve, limit) => {
  expect(tokenLimit(sender, { cost, keepReserve, now: 10_000 })).toBe(limit)
})

test('one token in ten is a planned message’s', () => {
  const turns = Array.from({ length: 30 }, (_, taken) => isBulkTurn({ taken }))
  expect(turns.filter(Boolean)).toHaveLength(3)
  expect(turns.indexOf(true)).toBe(BULK_SHARE - 1)
})

test('a new sender begins full, and SMS is slower than WhatsApp', () => {
  const [sms, whatsapp] = [newSender('o|sms', 'sms', 10_000), newSender('o|whatsapp', 'whatsapp', 10_000)]
  expect(sms.freeAt).toBe(10_000 - sms.burstMs)
  expect(sms.intervalMs).toBeGreaterThan(whatsapp.intervalMs)
})
