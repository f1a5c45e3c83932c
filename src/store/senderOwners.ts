import type { Address, LanguageTag } from '../domain/message'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'

/** Whose number was written to. Read anew once a minute: organisations are few and seldom change. */
export function createSenderOwners(documents: Documents, clock: Clock) {
  let owners = new Map<string, { _id: string; language: LanguageTag }>()
  let addresses: Address[] = []
  let readAt = Number.NEGATIVE_INFINITY
  const key = ({ channel, address }: Address) => `${channel}|${address}`
  return {
    /** @param sender must be known for sure: an organisation that is new loses no message */
    async ready(sender?: Address): Promise<void> {
      const isKnown = !sender || owners.has(key(sender))
      if (isKnown && clock.monotonic() - readAt < 60_000) return
      const organisations = await documents.collection('organisations').list({})
      const pairs = organisations.flatMap(organisation =>
        Object.values(organisation.senders).flatMap(sender => (sender ? [{ organisation, sender }] : [])),
      )
      owners = new Map(
        pairs.map(({ organisation, sender }) => [
          key(sender),
          { _id: organisation._id, language: organisation.languages[0] ?? 'nl' },
        ]),
      )
      addresses = pairs.map(({ sender }) => sender)
      readAt = clock.monotonic()
    },
    of: (sender: Address) => owners.get(key(sender)) ?? null,
    all: () => addresses,
  }
}
