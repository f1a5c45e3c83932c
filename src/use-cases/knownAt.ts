import { type Contact, keysOf } from '../domain/contact'
import type { Address } from '../domain/message'
import type { Documents } from '../ports/documents'

/** Three keys for each number; the list in one question stays short. */
const AT_ONCE = 200

/** Everybody of an organisation who has one of these numbers. */
export async function knownAt(
  documents: Documents,
  organisation: string,
  addresses: readonly Address[],
  onProgress: (done: number) => void = () => {},
): Promise<Contact[]> {
  const numbers = [...new Map(addresses.map(one => [one.address, one])).values()]
  const found = new Map<string, Contact>()
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    const keys = keysOf(organisation, numbers.slice(from, from + AT_ONCE))
    const contacts = await documents.collection('contacts').list({ addressKeys: { $in: [...new Set(keys)] } })
    for (const contact of contacts) found.set(contact._id, contact)
    onProgress(Math.min(from + AT_ONCE, numbers.length))
  }
  return [...found.values()]
}
