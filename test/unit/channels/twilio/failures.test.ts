import { FAILURES, failureOf } from '../../../../src/channels/twilio/failures'
import { FAILURE_KINDS, FAILURE_POLICY, type FailureKind } from '../../../../src/domain/delivery/failure'

/** Every code of the reference's section 7 with what it means for us. */
const TABLE: Record<FailureKind, string> = {
  retry: '20500 20503 30017 30020 30036 30450 63009 63010 63012 63119',
  retry_once: '30003 30008 30410 63019 63023 63029',
  throttled: '20429 21611 30001 63017 63018',
  daily_limit: '63038',
  refused:
    '20001 21408 21608 21612 30004 30009 30010 30610 30640 63015 63025 63032 63035 63036 63037 63046 63049',
  not_on_channel: '63003',
  unreachable: '21211 21614 21635 30005 30006 63024 63033',
  opted_out: '21610 63014',
  needs_template: '63016',
  bad_content:
    '11750 11751 12100 12200 12300 14107 20409 20422 21602 21603 21604 21605 21617 21618 21619 21620 21621 21622 ' +
    '21623 21654 21655 21656 21658 21664 21666 21667 30007 30019 63005 63006 63011 63013 63021 63026 63027 63028 ' +
    '63030 63031 63034 63040 63041 63042 63043 63044 63045 63047',
  misconfigured:
    '10001 11200 11205 20003 20004 20005 20006 20008 20249 20404 21212 21601 21606 21609 21624 21657 21659 21660 ' +
    '21669 21703 21704 21705 21711 21714 30002 30018 30022 30023 30024 30027 30032 30033 30034 30035 60727 63001 ' +
    '63002 63007 63008 63020 63022 63051 63112 90007 572006',
}
const rows = Object.entries(TABLE).flatMap(([kind, codes]) =>
  codes.split(' ').map((code): [string, FailureKind] => [code, kind as FailureKind]),
)

describe('what a code of the provider means', () => {
  it.each(rows)('%s is %s', (code, kind) => {
    expect(failureOf(Number(code))).toMatchObject({ kind, code })
  })

  it('has each code once, and none that the reference does not have', () => {
    expect([...FAILURES.keys()].sort()).toEqual(rows.map(([code]) => code).sort())
    expect(new Set(rows.map(([code]) => code)).size).toBe(rows.length)
  })

  it('has a policy for every kind, and every kind for some code', () => {
    expect(Object.keys(FAILURE_POLICY).sort()).toEqual([...FAILURE_KINDS].sort())
    expect([...new Set(FAILURES.values())].sort()).toEqual([...FAILURE_KINDS].sort())
  })

  it.each([63048, 63050, 63060, 99999, 1, '12', 'constructor', 'ECONNREFUSED'])(
    'does not repeat a message with the unknown code %s, and keeps the code',
    code => {
      expect(failureOf(code)).toEqual({ kind: 'refused', code: String(code) })
    },
  )

  it('does not repeat a message without a code', () => {
    expect(failureOf(undefined)).toEqual({ kind: 'refused' })
  })

  it.each([
    [20429, 7_000, 7_000],
    [20429, 0, 0],
    [30450, undefined, 30 * 60_000],
    [30450, 60_000, 60_000],
  ])('of %s waits as long as it was told (%s)', (code, told, waits) => {
    expect(failureOf(code, told).retryAfterMs).toBe(waits)
  })

  it('names no wait when none is known', () => {
    expect(failureOf(20429)).toEqual({ kind: 'throttled', code: '20429' })
  })
})

// A person who is not to be written to, or a defect of ours, must never become a reason to stop the sender for all.
test.each([21211, 21408, 21608, 21610, 21614, 63003, 63015, 63016, 63024])(
  '%s of one person pauses nobody',
  code => {
    expect(FAILURE_POLICY[failureOf(code).kind].pauseMs).toBe(0)
  },
)
