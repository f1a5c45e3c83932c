import { addressKey, type ConsentEntry, type Contact, keysOf, numberKey } from '../domain/contact'
import type { Address, ChannelName, LanguageTag } from '../domain/message'
import type { Documents } from '../ports/documents'

export type Contacts = ReturnType<typeof createContacts>

export function createContacts(documents: Documents) {
  const contacts = documents.collection('contacts')

  return {
    get: (id: string, options?: { fresh?: boolean }) => contacts.get(id, options),

    /** Who has one of these addresses; the same number on another channel is the same person. */
    at: (organisation: string, addresses: readonly Address[]) =>
      contacts.first({ addressKeys: { $in: keysOf(organisation, addresses) } }),

    /** Keeps a new contact; when one of the addresses is known already, gives the contact that has it. */
    async add(contact: Contact): Promise<{ contact: Contact; isNew: boolean }> {
      if (await contacts.insert(contact)) return { contact, isNew: true }
      const known = await contacts.first({ addressKeys: { $in: contact.addressKeys } })
      if (known) return { contact: known, isNew: false }
      const same = await contacts.get(contact._id)
      return same ? { contact: same, isNew: false } : this.add(contact)
    },

    /** One more address of the same person. Nothing happens when it is theirs already, or somebody else's. */
    async alsoAt({ _id, organisation }: Contact, address: Address): Promise<void> {
      const key = addressKey(organisation, address)
      await contacts.update(
        { _id, addressKeys: { $ne: key } },
        { push: { addresses: address }, addToSet: { addressKeys: key } },
      )
    },

    /**
     * The first number of somebody who had none; it is theirs alone from now on, on every channel.
     * @returns false when it is somebody else's already
     */
    async firstNumber({ _id, organisation }: Contact, address: Address): Promise<boolean> {
      const key = numberKey(organisation, address)
      const held = await contacts.update({ _id }, { addToSet: { addressKeys: key } })
      if (!held) return false
      await this.alsoAt(held, address)
      return true
    },

    /** Moves forward only: a message that comes late does not shorten what we know. */
    async heard(id: string, channel: ChannelName, at: number): Promise<void> {
      const path = `heardAt.${channel}`
      await contacts.update(
        { _id: id, $or: [{ [path]: { $exists: false } }, { [path]: { $lt: at } }] },
        { set: { [path]: at }, unset: [`unreachable.${channel}`] },
      )
    },

    /** Adds one line to the consent register; twice with the same key adds one. */
    async consent(id: string, entry: ConsentEntry): Promise<void> {
      await contacts.update({ _id: id, 'consents.key': { $ne: entry.key } }, { push: { consents: entry } })
    },

    /** An older turn never undoes a newer one: every change says which turn it comes from. */
    async change(
      id: string,
      turn: number,
      set: Partial<Pick<Contact, 'name' | 'reads' | 'evening'>> & {
        language?: LanguageTag
        languageChosen?: boolean
      },
    ): Promise<void> {
      await contacts.update({ _id: id, turn: { $lte: turn } }, { set: { ...set, turn } })
    },

    /** False: a newer turn has changed this contact since, so this STOP has had its day. */
    async stop(id: string, turn: number, at: number): Promise<boolean> {
      const stopped = await contacts.update(
        { _id: id, turn: { $lte: turn } },
        { set: { stopped: { at }, turn } },
      )
      return stopped !== null
    },

    /** False: as with `stop`. */
    async startAgain(id: string, turn: number): Promise<boolean> {
      const started = await contacts.update(
        { _id: id, turn: { $lte: turn } },
        { set: { turn }, unset: ['stopped', 'forgotten'] },
      )
      return started !== null
    },
  }
}
