import { openWays } from '../domain/delivery/chooseChannel'
import type { Failure } from '../domain/delivery/failure'
import { afterFailure, BACK_OFF } from '../domain/delivery/retry'
import { senderOf } from '../domain/organisation'
import type { OutboxRow } from '../domain/outbox'
import type { Verdict } from '../store/attempts'
import { applyFailureToOthers } from './applyFailureToOthers'
import type { Sending } from './sending'

/**
 * A message did not get there: the consequences of the failure table, for the person, the sender and staff first, then for
 * the row. All of it may be done twice.
 */
export async function applyFailure(
  deps: Sending,
  row: OutboxRow,
  n: number,
  verdict: Verdict,
  failure: Failure,
): Promise<void> {
  const { attempts, clock } = deps
  const channel = row.attempts[n]?.channel ?? row.channel
  await applyFailureToOthers(deps, row, channel, failure)

  const now = clock.now()
  const then = afterFailure(failure, row, await otherChannels(deps, row, channel), now, deps.chance())
  const changed =
    then.next === 'again'
      ? await attempts.again(row._id, n, verdict, failure, { ...then, tries: BACK_OFF.length })
      : then.next === 'other_channel'
        ? await attempts.otherChannel(row._id, n, verdict, failure, {
            channel: then.channel,
            sender: senderOf(row.organisation, then.channel),
            spent: channel,
            nextAt: now,
          })
        : null
  const ended =
    changed ?? (verdict === 'refused' ? await attempts.wayBackClosed(row._id, n, 'refused', now) : null)
  if (!ended) await attempts.fail(row._id, n, verdict, failure)
  await deps.crash?.('send.afterOutcome')
}

async function otherChannels({ documents }: Sending, row: OutboxRow, channel: OutboxRow['channel']) {
  const [contact, organisation] = await Promise.all([
    documents.collection('contacts').get(row.contact),
    documents.collection('organisations').get(row.organisation),
  ])
  if (!contact || !organisation) return []
  return openWays(contact, organisation, [...row.spent, channel]).map(way => way.channel)
}
