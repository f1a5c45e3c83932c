import { type Contact, heldKeys } from '../domain/contact'
import { type ConsentForm, readConsentForm } from '../domain/contacts/consentForm'
import { type ContactForm, readContactForm } from '../domain/contacts/contactForm'
import type { FieldProblem } from '../domain/fieldProblem'
import type { Organisation } from '../domain/organisation'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import { supervisorIds } from './listSupervisors'
import { takenBy } from './takenBy'

/** Where a number without a country is from. */
export const REGION = 'BE'

/** `taken`: who has this number already. */
export type Kept =
  | { ok: true; contact: string }
  | { ok: false; problems: FieldProblem[]; taken?: Pick<Contact, '_id' | 'name'> }

export interface NewContact {
  /** Made with the form: sent twice, it is one contact. */
  id: string
  form: ContactForm
  tags: readonly string[]
  /** How we know that they agree; null: nobody asked yet. */
  consent: Omit<ConsentForm, 'purpose' | 'state' | 'about'> | null
  /** Which of the staff. */
  by: string
}

/** Somebody new, by hand. Who already has the number is said, never joined. */
export async function addContact(
  deps: { documents: Documents; clock: Clock; languages: readonly string[] },
  organisation: Pick<Organisation, '_id' | 'zone'>,
  { id, form, tags, consent, by }: NewContact,
): Promise<Kept> {
  const supervisors = await supervisorIds(deps.documents, organisation._id)
  const read = readContactForm(form, { region: REGION, languages: deps.languages, supervisors })
  const language = form.language
  const line = consent
    ? readConsentForm(
        { ...consent, purpose: 'C1', state: 'given', about: '' },
        { consents: [], language },
        { zone: organisation.zone, now: deps.clock.now() },
      )
    : null
  const problems = [...(read.ok ? [] : read.problems), ...(line && !line.ok ? line.problems : [])]
  if (!read.ok || problems.length > 0) return { ok: false, problems }
  const { addresses, some, ...details } = read.details
  const contact: Contact = {
    _id: id,
    organisation: organisation._id,
    ...details,
    ...some,
    addresses,
    addressKeys: heldKeys(organisation._id, addresses),
    languageChosen: true,
    tags: [...new Set(tags)],
    consents: line?.ok ? [{ ...line.line, key: `staff:${id}`, notedBy: by }] : [],
    heardAt: {},
    turn: 0,
    rev: 0,
  }
  const taken = await takenBy(deps.documents, contact)
  if (taken) return taken
  if (await deps.documents.collection('contacts').insert(contact)) return { ok: true, contact: id }
  // The same form once more, or somebody with this number in the very same moment.
  return (await takenBy(deps.documents, contact)) ?? { ok: true, contact: id }
}
