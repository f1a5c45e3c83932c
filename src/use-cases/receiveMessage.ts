import { addressKey, type Contact } from '../domain/contact'
import type { StoredInbound } from '../domain/conversation'
import type { Address, LanguageTag } from '../domain/message'
import type { Inbound } from '../ports/channel'
import type { Clock } from '../ports/clock'
import type { CrashPoint } from '../ports/crashPoint'
import type { NewId } from '../ports/ids'
import type { Seal } from '../ports/seal'
import type { Contacts } from '../store/contacts'
import type { InboundStore } from '../store/inbound'

export interface ReceiveMessage {
  contacts: Contacts
  inbound: InboundStore
  clock: Clock
  newId: NewId
  seal: Seal
  /** Whole message means stop, in any language we know. */
  isStopWord: (text: string) => boolean
  organisationOf: (sender: Address) => { _id: string; language: LanguageTag } | null
  crash?: CrashPoint
}

/**
 * Keeps what came in, once, before anybody answers the provider: one read and one write. Who writes for the first time
 * becomes a contact without any consent.
 * @param late found in the provider's list after an outage: its moment is the provider's, not ours
 * @returns the contact whose turn it is; null when the number written to is nobody's
 */
export async function receiveMessage(
  deps: ReceiveMessage,
  message: Inbound,
  late?: { at: number },
): Promise<{ contact: string; organisation: string; isNew: boolean } | null> {
  const organisation = deps.organisationOf(message.to)
  if (!organisation) return null
  const contact =
    (await deps.contacts.at(organisation._id, message.from)) ??
    (await deps.contacts.add(newContact(deps.newId(), organisation, message))).contact
  const { text, payload, media, location } = message
  const event: StoredInbound = {
    _id: message.providerId,
    organisation: organisation._id,
    contact: contact._id,
    at: late?.at ?? deps.clock.now(),
    late: late !== undefined,
    stopWord: message.optOut === 'stop' || (!payload && deps.isStopWord(text)),
    handled: false,
    tries: 0,
    event: {
      kind: 'message',
      channel: message.from.channel,
      locked: deps.seal.lock(JSON.stringify({ text, payload, media, location })),
    },
  }
  const isNew = await deps.inbound.keep(event)
  await deps.crash?.('inbound.afterInsert')
  return { contact: contact._id, organisation: organisation._id, isNew }
}

function newContact(
  id: string,
  organisation: { _id: string; language: LanguageTag },
  message: Inbound,
): Contact {
  return {
    _id: id,
    organisation: organisation._id,
    name: message.profileName?.trim().slice(0, 80) ?? '',
    addresses: [message.from],
    addressKeys: [addressKey(organisation._id, message.from)],
    language: organisation.language,
    languageChosen: false,
    reads: 'simple',
    audience: 'participant',
    tags: [],
    evening: false,
    consents: [],
    heardAt: {},
    turn: 0,
  }
}
