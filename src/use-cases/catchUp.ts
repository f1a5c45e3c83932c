import type { Address } from '../domain/message'
import type { Channel, Inbound, ListedMessage } from '../ports/channel'
import type { Clock } from '../ports/clock'
import type { CrashPoint } from '../ports/crashPoint'
import type { Documents } from '../ports/documents'

const HOUR = 3_600_000

export interface CatchUp {
  documents: Documents
  channel: Channel
  clock: Clock
  receive: (message: Inbound, late: { at: number }) => Promise<unknown>
  crash?: CrashPoint
}

/**
 * Reads in the provider's list what we missed while we were away, and keeps it through the same door; what is here
 * already is not kept twice. After every start and every hour, from an hour before the last time (protocol 6). The list
 * begins with the newest, people do not: nothing is kept before all pages are read, and then the oldest first.
 */
export async function catchUp(deps: CatchUp, sender: Address): Promise<void> {
  const facts = deps.documents.collection('facts')
  const _id = `caught_up:${sender.channel}:${sender.address}`
  const now = deps.clock.now()
  const last = (await facts.get(_id))?.value
  const since = (typeof last === 'number' ? last : now) - HOUR
  const missed: ListedMessage[] = []
  for await (const listed of deps.channel.list({ to: sender, since, withDate: true }))
    if (listed.direction === 'in' && listed.createdAt >= since) missed.push(listed)
  for (const { providerId, from, body: text, media, createdAt } of missed.reverse()) {
    await deps.receive(
      {
        providerId,
        from: { channel: sender.channel, address: from },
        to: sender,
        text,
        ...(media ? { media } : {}),
      },
      { at: createdAt },
    )
    await deps.crash?.('catchup.afterPage')
  }
  if (!(await facts.insert({ _id, value: now }))) await facts.update({ _id }, { set: { value: now } })
}
