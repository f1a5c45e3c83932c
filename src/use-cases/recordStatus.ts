import { statusId } from '../domain/delivery/status'
import type { StatusRecord } from '../domain/documents'
import type { StatusReport } from '../ports/channel'
import type { Sending } from './sending'
import { TEST_ROW } from './sendTest'

/**
 * Keeps what the provider reports, once, before the webhook is answered. Apply it afterwards with `applyStatus`; when that
 * never happens, the tick does it.
 * @returns null: it is here already
 */
export async function recordStatus(
  { statuses, clock, crash }: Pick<Sending, 'statuses' | 'clock' | 'crash'>,
  report: StatusReport,
): Promise<StatusRecord | null> {
  // A test is about nobody: nothing of it is kept.
  if (report.row?.startsWith(TEST_ROW)) return null
  const { providerId, status, errorCode, eventType, failure, row, attempt } = report
  const record: StatusRecord = {
    _id: statusId(report),
    sid: providerId,
    status,
    ...(errorCode === undefined ? {} : { errorCode }),
    ...(eventType === undefined ? {} : { eventType }),
    ...(failure === undefined ? {} : { failure }),
    ...(row === undefined ? {} : { row }),
    ...(attempt === undefined ? {} : { attempt }),
    at: clock.now(),
    applied: false,
  }
  if (!(await statuses.keep(record))) return null
  await crash?.('status.afterInsert')
  return record
}
