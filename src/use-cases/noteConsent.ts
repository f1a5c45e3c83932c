import type { Contact } from '../domain/contact'
import { type ConsentForm, readConsentForm } from '../domain/contacts/consentForm'
import type { FieldProblem } from '../domain/fieldProblem'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'

/** One more line in the register, as somebody told staff. The register is only ever added to. */
export async function noteConsent(
  deps: { documents: Documents; clock: Clock },
  contact: Contact,
  { key, form, zone, by }: { key: string; form: ConsentForm; zone: string; by: string },
): Promise<{ ok: true } | { ok: false; problems: FieldProblem[] }> {
  const read = readConsentForm(form, contact, { zone, now: deps.clock.now() })
  if (!read.ok) return read
  const line = { ...read.line, key: `staff:${key}`, notedBy: by }
  await deps.documents
    .collection('contacts')
    .update(
      { _id: contact._id, 'consents.key': { $ne: line.key } },
      { push: { consents: line }, inc: { rev: 1 } },
    )
  return { ok: true }
}
