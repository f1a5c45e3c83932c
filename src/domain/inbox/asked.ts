import { dialogOf } from '../delivery/decide'
import type { OutboxRow } from '../outbox'
import { stageOf } from '../report/stage'

/** What left or will; what was taken back before anybody had it is nothing that was said, unless one of us typed it. */
export function isSaid(row: OutboxRow): boolean {
  if (row.typed !== undefined) return true
  return row.text !== undefined && stageOf(row) !== 'not_sent'
}

/** The dialog that whatever they write next answers, after this was said; undefined: one of us wrote. */
export const askedAfter = (row: OutboxRow, before: string | undefined): string | undefined =>
  row.typed === undefined ? (dialogOf(row) ?? before) : undefined
