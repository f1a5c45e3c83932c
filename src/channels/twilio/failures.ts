import type { Failure, FailureKind } from '../../domain/delivery/failure'

/**
 * Twilio's codes → our kinds; one line each. Source: Twilio's error dictionary, https://www.twilio.com/docs/api/errors.
 *
 * What is wrong with one recipient (21408 country not enabled, 21608 and 63015 not in the try-out) is `refused` and not
 * `misconfigured`: that would stop the sender for everybody. Our own mistakes and what no channel should carry are
 * `bad_content`: not repeated, not moved to the other channel, shown to staff.
 */
const CODES: Record<FailureKind, readonly number[]> = {
  retry: [20500, 20503, 30017, 30020, 30036, 30450, 63009, 63010, 63012, 63119],
  retry_once: [30003, 30008, 30410, 63019, 63023, 63029],
  throttled: [20429, 21611, 30001, 63017, 63018],
  daily_limit: [63038],
  refused: [
    20001, 21408, 21608, 21612, 30004, 30009, 30010, 30610, 30640, 63015, 63025, 63032, 63035, 63036, 63037,
    63046, 63049,
  ],
  not_on_channel: [63003],
  unreachable: [21211, 21614, 21635, 30005, 30006, 63024, 63033],
  opted_out: [21610, 63014],
  needs_template: [63016],
  bad_content: [
    11750, 11751, 12100, 12200, 12300, 14107, 20409, 20422, 21602, 21603, 21604, 21605, 21617, 21618, 21619,
    21620, 21621, 21622, 21623, 21654, 21655, 21656, 21658, 21664, 21666, 21667, 30007, 30019, 63005, 63006,
    63011, 63013, 63021, 63026, 63027, 63028, 63030, 63031, 63034, 63040, 63041, 63042, 63043, 63044, 63045,
    63047,
  ],
  misconfigured: [
    10001, 11200, 11205, 20003, 20004, 20005, 20006, 20008, 20249, 20404, 21212, 21601, 21606, 21609, 21624,
    21657, 21659, 21660, 21669, 21703, 21704, 21705, 21711, 21714, 30002, 30018, 30022, 30023, 30024, 30027,
    30032, 30033, 30034, 30035, 60727, 63001, 63002, 63007, 63008, 63020, 63022, 63051, 63112, 90007, 572006,
  ],
}

export const FAILURES: ReadonlyMap<string, FailureKind> = new Map(
  Object.entries(CODES).flatMap(([kind, codes]) =>
    codes.map((code): [string, FailureKind] => [String(code), kind as FailureKind]),
  ),
)

/** The SMS-pumping guard shuts a route for 15 to 30 minutes (30450). */
const WAITS: ReadonlyMap<string, number> = new Map([['30450', 30 * 60_000]])

/** Never fails: an unknown code means that this message is not repeated here, and the other channel may carry it. */
export function failureOf(code: number | string | undefined, retryAfterMs?: number): Failure {
  if (code === undefined) return { kind: 'refused' }
  const wait = retryAfterMs ?? WAITS.get(String(code))
  return {
    kind: FAILURES.get(String(code)) ?? 'refused',
    code: String(code),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  }
}
