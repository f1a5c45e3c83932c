import { addressKey, type ConsentEntry, type Contact } from '../domain/contact'
import type { Address, ChannelName, LanguageTag } from '../domain/message'
import type { Documents } from '../ports/documents'

export type Contacts = ReturnType<typeof createContacts>

export function createContacts(documents: Documents) {
  const contacts = documents.collection('contacts')

  return {
    get: (id: string, options?: { fresh?: boolean }) => contacts.get(id, options),

    at: (organisation: string, address: Address) =>
      contacts.first({ addressKeys: addressKey(organisation, address) }),

    /** Keeps a new contact; when one of the addresses is known already, gives the contact that has it. */
    async add(contact: Contact): Promise<{ contact: Contact; isNew: boolean }> {
      if (await contacts.insert(contact)) return { contact, isNew: true }
      const known = await contacts.first({ addressKeys: { $in: contact.addressKeys } })
      if (known) return { contact: known, isNew: false }
      const same = await contacts.get(contact._id)
      return same ? { contact: same, isNew: false } : this.add(contact)
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

    async stop(id: string, turn: number, at: number): Promise<void> {
      await contacts.update({ _id: id, turn: { $lte: turn } }, { set: { stopped: { at }, turn } })
    },

    async startAgain(id: string, turn: number): Promise<void> {
      await contacts.update({ _id: id, turn: { $lte: turn } }, { set: { turn }, unset: ['stopped'] })
    },
  }
}
