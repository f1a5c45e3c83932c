import { addressKey, type Contact, heldKeys, isNumber } from '../domain/contact'
import type { StoredInbound } from '../domain/conversation'
import { commandPayload } from '../domain/dialog/phrases'
import { codesIn } from '../domain/letters/code'
import type { PaperLetter, SentLetter } from '../domain/letters/paperLetter'
import type { Address, LanguageTag } from '../domain/message'
import type { Inbound } from '../ports/channel'
import type { Clock } from '../ports/clock'
import type { CrashPoint } from '../ports/crashPoint'
import type { NewId } from '../ports/ids'
import type { Seal } from '../ports/seal'
import type { Contacts } from '../store/contacts'
import type { InboundStore } from '../store/inbound'
import type { Letters } from '../store/letters'

const STOP_PAYLOAD = commandPayload('stop')

export interface ReceiveMessage {
  contacts: Contacts
  inbound: InboundStore
  letters: Letters
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
 * becomes a contact without any consent; who writes from another address of theirs stays the same person; who sends the
 * code of a letter is who it was written to, when we had no number of theirs. A number never changes hands here.
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
  const written = await deps.letters.among(
    organisation._id,
    message.payload === undefined ? codesIn(message.text) : [],
    deps.clock.now(),
  )
  const contact =
    (await deps.contacts.at(organisation._id, addressesOf(message))) ??
    (written && (await addressee(deps, written, message.from))) ??
    (await deps.contacts.add(newContact(deps.newId(), organisation, message))).contact
  for (const address of addressesOf(message))
    if (!contact.addressKeys.includes(addressKey(contact.organisation, address)))
      await deps.contacts.alsoAt(contact, address)
  const { text, media, location } = message
  const letter = written ? sentLetter(written, contact) : undefined
  // Whatever word the provider took for it: it lets nothing through any more.
  const payload = message.optOut === 'stop' ? STOP_PAYLOAD : message.payload
  const event: StoredInbound = {
    _id: message.providerId,
    organisation: organisation._id,
    contact: contact._id,
    at: late?.at ?? deps.clock.now(),
    late: late !== undefined,
    stopWord: payload === undefined ? deps.isStopWord(text) : payload === STOP_PAYLOAD,
    handled: false,
    tries: 0,
    event: {
      kind: 'message',
      channel: message.from.channel,
      locked: deps.seal.lock(JSON.stringify({ text, payload, media, location, letter })),
    },
  }
  const isNew = await deps.inbound.keep(event)
  await deps.crash?.('inbound.afterInsert')
  return { contact: contact._id, organisation: organisation._id, isNew }
}

/** Whom the letter was written to, when they had no number and nobody else has used it. */
async function addressee(deps: ReceiveMessage, letter: PaperLetter, from: Address): Promise<Contact | null> {
  const contact = await deps.contacts.get(letter.contact)
  if (!contact || contact.addresses.length > 0 || !isNumber(from)) return null
  if (!(await deps.letters.claim(letter, from.address))) return null
  return (await deps.contacts.firstNumber(contact, from)) ? deps.contacts.get(contact._id) : null
}

const sentLetter = (
  { code, campaign, language, version, contact }: PaperLetter,
  by: Contact,
): SentLetter => ({
  code,
  campaign,
  language,
  version,
  own: contact === by._id,
})

/** WhatsApp gives an account id beside the number, and may one day give it alone. */
const addressesOf = ({ from, accountId }: Inbound): Address[] => (accountId ? [from, accountId] : [from])

function newContact(
  id: string,
  organisation: { _id: string; language: LanguageTag },
  message: Inbound,
): Contact {
  const addresses = addressesOf(message)
  return {
    _id: id,
    organisation: organisation._id,
    name: message.profileName?.trim().slice(0, 80) ?? '',
    addresses,
    addressKeys: heldKeys(organisation._id, addresses),
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
