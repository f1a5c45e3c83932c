import type { OutboxRow } from '../outbox'

/** It did not arrive, and it may if we try once more: the phone was off, the line was down, or the mistake was ours. */
const WORTH_IT = new Set([
  'retry',
  'retry_once',
  'throttled',
  'daily_limit',
  'outcome_unknown',
  'refused',
  'misconfigured',
  'bad_content',
  'needs_template',
  'no_channel',
])

export const repeatKey = (row: string) => `manual:repeat:${row}`

/** May staff send this once more? Only what says something, did not arrive, and would still come in time. */
export const isRepeatable = (
  row: Pick<OutboxRow, 'state' | 'reason' | 'reached' | 'say' | 'campaign' | 'notAfter' | 'cancelledBy'>,
  now: number,
): boolean =>
  (row.state === 'failed' || row.state === 'unresolved') &&
  row.reached < 5 &&
  row.say !== undefined &&
  row.campaign !== undefined &&
  row.notAfter > now &&
  WORTH_IT.has(row.reason ?? 'outcome_unknown')
