import { type Contact, heldKeys } from '../domain/contact'
import { letterKeysOf } from '../domain/contacts/byName'
import {
  addressesAfter,
  type ContactForm,
  isAsTold,
  readContactForm,
  SOME,
} from '../domain/contacts/contactForm'
import { versionOf } from '../domain/contacts/version'
import { AppError } from '../errors'
import type { Documents } from '../ports/documents'
import { type Kept, REGION } from './addContact'
import { supervisorIds } from './listSupervisors'
import { takenBy } from './takenBy'

/**
 * Other details, by hand. The same ones sent twice are kept once.
 * @param version of the contact whose details were seen
 * @throws AppError CONTACT_CHANGED when the person or somebody else changed it since; nothing is overwritten
 */
export async function changeContact(
  deps: { documents: Documents; languages: readonly string[] },
  contact: Contact,
  { version, form }: { version: string; form: ContactForm },
): Promise<Kept> {
  const read = readContactForm(form, {
    region: REGION,
    languages: [...deps.languages, contact.language],
    supervisors: await supervisorIds(deps.documents, contact.organisation),
  })
  if (version !== versionOf(contact)) {
    if (read.ok && isAsTold(contact, read.details)) return { ok: true, contact: contact._id }
    throw changed()
  }
  if (!read.ok) return read
  const { addresses: own, some, ...details } = read.details
  const addresses = addressesAfter(contact, own)
  const taken = await takenBy(deps.documents, { ...contact, addresses })
  if (taken) return taken
  const { _id, organisation, turn, rev = null } = contact
  const hasMoved = addresses !== contact.addresses
  const chosen = details.language !== contact.language
  const kept = await deps.documents.collection('contacts').update(
    { _id, turn, rev },
    {
      set: {
        ...details,
        ...some,
        ...(chosen && { languageChosen: true }),
        // Another number has no history: no window that is open, and no failure that was the old one's.
        ...(hasMoved && {
          addresses,
          addressKeys: [...heldKeys(organisation, addresses), ...letterKeysOf(contact)],
          heardAt: {},
        }),
      },
      unset: [
        ...(hasMoved && contact.unreachable ? ['unreachable'] : []),
        ...SOME.filter(field => some[field] === undefined),
      ],
      inc: { rev: 1 },
    },
  )
  if (kept) return { ok: true, contact: _id }
  const now = await takenBy(deps.documents, { ...contact, addresses })
  if (now) return now
  const newest = await deps.documents.collection('contacts').get(_id, { fresh: true })
  if (newest && isAsTold(newest, read.details)) return { ok: true, contact: _id }
  throw changed()
}

const changed = () =>
  new AppError('CONTACT_CHANGED', 'Somebody changed this person meanwhile; read them again, then change')
