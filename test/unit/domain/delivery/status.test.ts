import { rankOf, saysDelivered, saysFailed, statusId } from '../../../../src/domain/delivery/status'

test('statuses have one order, and delivered is stronger than failed', () => {
  const order = ['unheard_of', 'queued', 'sending', 'sent', 'failed', 'delivered', 'read'].map(rankOf)
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(['failed', 'undelivered', 'canceled'].map(rankOf)).toEqual([4, 4, 4])
  expect([3, 4, 5, 6].map(saysFailed)).toEqual([false, true, false, false])
  expect([3, 4, 5, 6].map(saysDelivered)).toEqual([false, false, true, true])
})

test('the same report has the same id, and another error another one', () => {
  const report = { providerId: 'SM1', status: 'failed' }
  expect(statusId({ ...report })).toBe(statusId(report))
  expect(statusId({ ...report, errorCode: 63003 })).not.toBe(statusId(report))
  expect(statusId({ ...report, eventType: 'READ' })).not.toBe(statusId({ ...report, status: 'sent' }))
})
