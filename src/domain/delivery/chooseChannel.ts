import type { Contact } from '../contact'
import type { Address, ChannelName } from '../message'
import type { Organisation } from '../organisation'

export interface Way {
  channel: ChannelName
  from: Address
  to: Address
}

/** Every way to this person that is open, in their own order. A channel that did not reach them opens again when they write on it. */
export function openWays(
  contact: Pick<Contact, 'addresses' | 'stopped' | 'unreachable'>,
  organisation: Pick<Organisation, 'senders'>,
  spent: readonly ChannelName[],
): Way[] {
  return contact.addresses.flatMap(to => {
    const from = organisation.senders[to.channel]
    const closed =
      !from ||
      spent.includes(to.channel) ||
      contact.unreachable?.[to.channel] !== undefined ||
      contact.stopped?.channel === to.channel
    return closed ? [] : [{ channel: to.channel, from, to }]
  })
}

/**
 * @param preferred in order of weight; undefined ones do not count
 */
export function chooseWay(ways: readonly Way[], preferred: readonly (ChannelName | undefined)[]): Way | null {
  for (const channel of preferred) {
    const way = ways.find(open => open.channel === channel)
    if (way) return way
  }
  return ways[0] ?? null
}
