import { askForNews } from './askForNews'
import { expireRows } from './expireRows'
import { fallBack } from './fallBack'
import { repairStatuses } from './repairStatuses'
import { sendDue } from './sendDue'
import type { Sending } from './sending'
import { settleUnknown } from './settleUnknown'
import { sweepRows } from './sweepRows'

/**
 * Everything on the way out that time alone makes due, in the order in which one prepares the other. Safe from several
 * processes at once, and twice.
 * @returns how many messages were taken up
 */
export async function tick(deps: Sending, limit: number): Promise<number> {
  await repairStatuses(deps)
  await sweepRows(deps)
  await settleUnknown(deps)
  await askForNews(deps)
  await fallBack(deps)
  await expireRows(deps)
  return sendDue(deps, { limit })
}
