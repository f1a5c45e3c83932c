import { APPROVALS, approvalOf } from '../../../../src/channels/twilio/approvals'
import { STATUSES, statusOf } from '../../../../src/channels/twilio/statuses'
import { readStatus } from '../../../../src/channels/twilio/webhook'
import { STATUS_RANK } from '../../../../src/domain/outbox'

const SID = 'SM00000000000000000000000000000002'
const read = (fields: Record<string, string>, target = '/twilio/status?m=row-1&a=2') =>
  readStatus({ target, headers: {}, body: new URLSearchParams({ MessageSid: SID, ...fields }).toString() })

describe('a status', () => {
  it('names the message, our row and the attempt', () => {
    expect(read({ MessageStatus: 'delivered' })).toEqual({
      providerId: SID,
      row: 'row-1',
      attempt: 2,
      status: 'delivered',
    })
  })

  it('tells why a message did not get there, in our words', () => {
    expect(
      read({ MessageStatus: 'undelivered', ErrorCode: '63016', ChannelStatusMessage: 'outside window' }),
    ).toEqual({
      providerId: SID,
      row: 'row-1',
      attempt: 2,
      status: 'undelivered',
      errorCode: 63016,
      failure: { kind: 'needs_template', code: '63016' },
      detail: 'outside window',
    })
  })

  it.each([
    ['a row with signs in it', '/twilio/status?m=a%3Ab%2Fc%20d&a=1', { row: 'a:b/c d', attempt: 1 }],
    ['an attempt that is no number', '/twilio/status?m=x&a=one', { row: 'x' }],
    ['an attempt of zero', '/twilio/status?m=x&a=0', { row: 'x' }],
    ['an attempt without a row', '/twilio/status?a=1', {}],
    ['no query', '/twilio/status', {}],
  ])('reads %s', (_, target, ours) => {
    const { providerId, status, ...rest } = read({ MessageStatus: 'sent' }, target)
    expect(rest).toEqual(ours)
  })

  it.each([
    ['no code', {}],
    ['an empty code', { ErrorCode: '' }],
    ['a code in words', { ErrorCode: 'none' }],
    ['zero', { ErrorCode: '0' }],
  ])('has no failure with %s', (_, fields) => {
    const report = read({ MessageStatus: 'sent', ...fields })
    expect(report).not.toHaveProperty('failure')
    expect(report).not.toHaveProperty('errorCode')
  })

  it('keeps a failure whose code nobody knows', () => {
    expect(read({ MessageStatus: 'failed', ErrorCode: '99999' })).toMatchObject({
      errorCode: 99999,
      failure: { kind: 'refused', code: '99999' },
    })
  })

  it('knows that it was read when only the event says so', () => {
    expect(read({ MessageStatus: 'delivered', EventType: 'READ' })).toMatchObject({
      status: 'read',
      eventType: 'READ',
    })
  })

  it.each([
    ['without a message', { MessageSid: '', MessageStatus: 'sent' }],
    ['without a word', {}],
  ])('%s is refused', (_, fields) => {
    expect(() => read(fields as Record<string, string>)).toThrow(
      expect.objectContaining({ code: 'NOT_READABLE' }),
    )
  })
})

describe('the words of the provider', () => {
  it.each([
    ...[
      'accepted',
      'scheduled',
      'queued',
      'sending',
      'sent',
      'failed',
      'undelivered',
      'canceled',
      'delivered',
      'read',
    ].map((word): [string, string] => [word, word]),
    ['partially_delivered', 'sent'],
    ['Delivered', 'delivered'],
    ['something new', 'accepted'],
    ['toString', 'accepted'],
  ])('%s is our %s', (word, ours) => {
    expect(statusOf(word)).toBe(ours)
  })

  it('are all statuses that we can rank', () => {
    expect(Object.values(STATUSES).filter(status => !Object.hasOwn(STATUS_RANK, status))).toEqual([])
  })

  it.each([
    ['unsubmitted', 'unsubmitted'],
    [null, 'unsubmitted'],
    [undefined, 'unsubmitted'],
    ['', 'unsubmitted'],
    ['received', 'waiting'],
    ['pending', 'waiting'],
    ['approved', 'approved'],
    ['APPROVED', 'approved'],
    ['rejected', 'rejected'],
    ['paused', 'paused'],
    ['disabled', 'disabled'],
    ['in_appeal', 'waiting'],
    ['toString', 'waiting'],
  ])('an approval that is %s is ours: %s', (word, ours) => {
    expect(approvalOf(word)).toBe(ours)
  })

  it('cover every approval of the template page', () => {
    expect(Object.keys(APPROVALS)).toEqual([
      'unsubmitted',
      'received',
      'pending',
      'approved',
      'rejected',
      'paused',
      'disabled',
    ])
  })
})
