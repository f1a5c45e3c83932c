import { FAILURE_POLICY, type Failure } from '../domain/delivery/failure'
import { pauseUntil } from '../domain/delivery/retry'
import type { ChannelName } from '../domain/message'
import { senderOf } from '../domain/organisation'
import type { OutboxRow } from '../domain/outbox'
import type { Sending } from './sending'

const DAY_MS = 24 * 3_600_000

/** What one failure says about the person's address, the sender and ourselves. */
export async function applyFailureToOthers(
  deps: Sending,
  row: OutboxRow,
  channel: ChannelName,
  failure: Failure,
): Promise<void> {
  const now = deps.clock.now()
  const policy = FAILURE_POLICY[failure.kind]
  const until = pauseUntil(failure, now)
  if (until !== null)
    await deps.senders.pause(senderOf(row.organisation, channel), until, failure.code ?? failure.kind)
  if (policy.contact === 'opted_out') await stopChannel(deps, row.contact, channel, now)
  if (policy.contact === 'unreachable')
    await deps.documents
      .collection('contacts')
      .update(
        { _id: row.contact, [`unreachable.${channel}`]: { $exists: false } },
        { set: { [`unreachable.${channel}`]: { at: now, code: failure.code ?? failure.kind } } },
      )
  if (policy.ourFault) await askToLook(deps, row, failure, now)
}

/** Said to the provider instead of to us. A STOP for all stays one, and two channels are all of them. */
async function stopChannel(
  { documents }: Sending,
  contact: string,
  channel: ChannelName,
  now: number,
): Promise<void> {
  const contacts = documents.collection('contacts')
  const one = await contacts.update(
    { _id: contact, stopped: { $exists: false } },
    { set: { stopped: { at: now, channel } } },
  )
  if (!one)
    await contacts.update(
      { _id: contact, 'stopped.channel': { $exists: true, $ne: channel } },
      { set: { stopped: { at: now } } },
    )
}

/** One task a day for the same mistake, not one for each of its messages. */
async function askToLook(
  { documents }: Sending,
  row: OutboxRow,
  failure: Failure,
  now: number,
): Promise<void> {
  const code = failure.code ?? failure.kind
  const where = row.campaign === undefined ? row.organisation : `${row.campaign}:${row.step ?? ''}`
  await documents.collection('tasks').insert({
    _id: `look:${where}:${code}:${Math.floor(now / DAY_MS)}`,
    organisation: row.organisation,
    kind: 'look',
    contact: row.contact,
    ...(row.campaign === undefined ? {} : { campaign: row.campaign }),
    ...(row.step === undefined ? {} : { step: row.step }),
    reason: `${failure.kind}${failure.code === undefined ? '' : `:${failure.code}`}`,
    dueAt: now,
    state: 'open',
  })
}
