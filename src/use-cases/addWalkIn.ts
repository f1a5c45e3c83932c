import type { Campaign } from '../domain/campaign'
import { OPT_IN_DIALOG } from '../domain/consent/mayWrite'
import { type ConsentEntry, type Contact, heldKeys } from '../domain/contact'
import { readPhoneCell } from '../domain/contacts/readPhoneCell'
import { consentVersion } from '../domain/dialog/effects'
import type { FieldProblem } from '../domain/fieldProblem'
import { type Address, CHANNELS } from '../domain/message'
import { anchorMoment } from '../domain/timeline/dueAt'
import { AppError } from '../errors'
import type { Content } from '../ports/content'
import { type AtTheDoor, checkIn } from './checkIn'
import { knownAt } from './knownAt'

export interface AddWalkIn extends AtTheDoor {
  content: Pick<Content, 'dialog' | 'texts'>
}

/** As it stands in the fields. */
export interface WalkIn {
  /** Made with the form: sent twice, it is one person. */
  key: string
  name: string
  language: string
  phone: string
  /** Did they say that we may write to them? Empty: nobody asked yet. */
  mayWrite: string
}

export type WalkedIn = { ok: true; contact: string } | { ok: false; problems: FieldProblem[] }

const LONGEST_NAME = 80
const REGION = 'BE'

/**
 * Somebody at the door who is on no list: kept as a contact, put on this list and noted as here. A number that we know is
 * the person we know; then only what they say about writing is added.
 */
export async function addWalkIn(
  deps: AddWalkIn,
  campaign: Campaign,
  form: WalkIn,
  by: string,
): Promise<WalkedIn> {
  const phone = form.phone.trim() === '' ? undefined : readPhoneCell(form.phone, REGION)
  const problems = problemsOf(deps, form, phone)
  if (problems.length > 0) return { ok: false, problems }
  const addresses = phone?.ok ? CHANNELS.map(channel => ({ channel, address: phone.number })) : []
  const said = consentOf(deps, campaign, form, by)
  const contact = await keep(deps, campaign, form, addresses, said)
  await deps.documents
    .collection('contacts')
    .update({ _id: contact._id, 'consents.key': { $ne: said.key } }, { push: { consents: said } })
  await comeIn(deps, campaign, contact, by)
  return { ok: true, contact: contact._id }
}

/** Somebody whom we know but who was not on this list. */
export async function comeIn(
  deps: AtTheDoor,
  { _id: campaign, event }: Campaign,
  { _id: contact, organisation, audience }: Contact,
  by: string,
): Promise<void> {
  await deps.documents.collection('enrolments').insert({
    _id: `${campaign}:${contact}`,
    organisation,
    campaign,
    contact,
    audience,
    // What comes before the event is not for who is at its door already.
    joinedAt: Math.max(deps.clock.now(), anchorMoment(event, 'start')),
    needs: [],
    walkIn: true,
    evaluations: {},
    turn: 0,
  })
  await checkIn(deps, campaign, { contact, by, companions: 0, children: 0 })
}

function problemsOf(
  { content }: AddWalkIn,
  { name, language, mayWrite }: WalkIn,
  phone: ReturnType<typeof readPhoneCell> | undefined,
): FieldProblem[] {
  const wrongPhone: FieldProblem | undefined =
    phone && !phone.ok
      ? {
          field: 'phone',
          problem: phone.problem,
          ...('digits' in phone ? { values: { count: phone.digits } } : {}),
        }
      : undefined
  return [
    ...(name.trim() === '' ? [{ field: 'name', problem: 'name_missing' }] : []),
    ...(name.trim().length > LONGEST_NAME ? [{ field: 'name', problem: 'name_too_long' }] : []),
    ...(content.texts.languages.includes(language)
      ? []
      : [{ field: 'language', problem: 'language_missing' }]),
    ...(wrongPhone ? [wrongPhone] : []),
    ...(mayWrite === 'yes' || mayWrite === 'no' ? [] : [{ field: 'mayWrite', problem: 'may_write_missing' }]),
    ...(mayWrite === 'yes' && !phone ? [{ field: 'phone', problem: 'phone_needed' }] : []),
  ]
}

function consentOf(
  { content, clock }: AddWalkIn,
  campaign: Campaign,
  { key, mayWrite, language }: WalkIn,
  by: string,
): ConsentEntry {
  const dialog = content.dialog(OPT_IN_DIALOG)
  return {
    key: `door:${campaign._id}:${key}`,
    purpose: 'C1',
    state: mayWrite === 'yes' ? 'given' : 'withdrawn',
    version: dialog ? consentVersion(dialog) : OPT_IN_DIALOG,
    language,
    at: clock.now(),
    by: 'talk',
    about: campaign._id,
    notedBy: by,
  }
}

async function keep(
  { documents }: AddWalkIn,
  { _id: campaign, organisation }: Campaign,
  { key, name, language }: WalkIn,
  addresses: Address[],
  said: ConsentEntry,
): Promise<Contact> {
  const contacts = documents.collection('contacts')
  const [known] = await knownAt(documents, organisation, addresses)
  if (known) return known
  const contact: Contact = {
    _id: `door:${campaign}:${key}`,
    organisation,
    name: name.trim(),
    addresses,
    addressKeys: heldKeys(organisation, addresses),
    language,
    languageChosen: true,
    reads: 'simple',
    audience: 'participant',
    tags: [],
    evening: false,
    consents: [said],
    heardAt: {},
    turn: 0,
  }
  if (await contacts.insert(contact)) return contact
  // The same form again, or their first message came in at this very moment.
  const there = (await contacts.get(contact._id)) ?? (await knownAt(documents, organisation, addresses))[0]
  if (!there) throw new AppError('CONTACT_EXISTS', 'This number changed hands; send the form again')
  return there
}
