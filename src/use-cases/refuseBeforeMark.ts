import { openWays } from '../domain/delivery/chooseChannel'
import type { Circumstances } from '../domain/delivery/decide'
import { FAILURE_POLICY, type Failure } from '../domain/delivery/failure'
import { senderOf } from '../domain/organisation'
import { applyFailureToOthers } from './applyFailureToOthers'
import type { Sending } from './sending'

/** We know without asking the provider that it cannot go this way: no template, or one that nobody would approve. */
export async function refuseBeforeMark(
  deps: Sending,
  { row, contact, organisation }: Circumstances,
  failure: Failure,
): Promise<void> {
  await applyFailureToOthers(deps, row, row.channel, failure)
  const spent = [...row.spent, row.channel]
  const way = contact && organisation ? openWays(contact, organisation, spent)[0] : undefined
  if (way && FAILURE_POLICY[failure.kind].otherChannel)
    await deps.outbox.giveUpChannel(
      row,
      way.channel,
      senderOf(row.organisation, way.channel),
      deps.clock.now(),
    )
  else await deps.outbox.close(row, { state: 'failed', reason: failure.kind })
}
