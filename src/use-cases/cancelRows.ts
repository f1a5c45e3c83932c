import type { Filter } from '../ports/documents'
import type { Sending } from './sending'

/** Which rows: of one person (made before a moment), of a campaign, of one person in a campaign, or a single one. */
export type Which =
  | { contact: string; campaign?: string; before?: number }
  | { campaign: string }
  | { row: string }

export interface Cancelled {
  /** Taken back. */
  cancelled: number
  /** Being handed over at this very moment: it may have left. */
  inDoubt: number
  /** Left before; no SMS follows. */
  hasLeft: number
}

/** Takes back everything that has not left; the confirmation of a STOP stays. Twice is as good as once. */
export async function cancelRows(
  { outbox }: Pick<Sending, 'outbox'>,
  which: Which,
  reason: string,
  by: 'plan' | 'person' | 'stop',
): Promise<Cancelled> {
  const count = { cancelled: 0, in_doubt: 0, has_left: 0 }
  for await (const row of outbox.cancellable(filterOf(which)))
    if (!row.last) count[await outbox.cancel(row._id, reason, by)]++
  return { cancelled: count.cancelled, inDoubt: count.in_doubt, hasLeft: count.has_left }
}

function filterOf(which: Which): Filter {
  if ('row' in which) return { _id: which.row }
  if (!('contact' in which) || which.before === undefined) return { ...which }
  const { before, ...rest } = which
  return { ...rest, createdAt: { $lte: before } }
}
