import type { Documents } from '../ports/documents'

/** Puts a tag on people; who has it keeps it once. */
export async function tagContacts(
  documents: Documents,
  organisation: string,
  contacts: readonly string[],
  tag: string,
): Promise<void> {
  for (const _id of contacts)
    await documents
      .collection('contacts')
      .update({ _id, organisation, tags: { $ne: tag } }, { addToSet: { tags: tag }, inc: { rev: 1 } })
}

/** Takes a tag off one person; one that is not there is not there. */
export async function untagContact(
  documents: Documents,
  organisation: string,
  contact: string,
  tag: string,
): Promise<void> {
  const contacts = documents.collection('contacts')
  for (;;) {
    const known = await contacts.get(contact)
    if (known?.organisation !== organisation || !known.tags.includes(tag)) return
    const { rev = null } = known
    const tags = known.tags.filter(one => one !== tag)
    if (await contacts.update({ _id: contact, rev, tags: tag }, { set: { tags }, inc: { rev: 1 } })) return
  }
}
