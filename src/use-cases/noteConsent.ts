import type { Contact } from '../domain/contact'
import { type ConsentForm, readConsentForm } from '../domain/contacts/consentForm'
import type { FieldProblem } from '../domain/fieldProblem'
import type { Clock } from '../ports/clock'
import type { Contacts } from '../store/contacts'

/** One more line in the register, as somebody told staff. The register is only ever added to. */
export async function noteConsent(
  deps: { contacts: Pick<Contacts, 'consent'>; clock: Clock },
  contact: Contact,
  { key, form, zone, by }: { key: string; form: ConsentForm; zone: string; by: string },
): Promise<{ ok: true } | { ok: false; problems: FieldProblem[] }> {
  const read = readConsentForm(form, contact, { zone, now: deps.clock.now() })
  if (!read.ok) return read
  await deps.contacts.consent(contact._id, { ...read.line, key: `staff:${key}`, notedBy: by })
  return { ok: true }
}
