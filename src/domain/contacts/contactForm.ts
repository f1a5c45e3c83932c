import { AUDIENCES, type Audience, type Contact, isNumber, UNFIT } from '../contact'
import type { FieldProblem } from '../fieldProblem'
import type { Address, LanguageTag } from '../message'
import { readPhoneCell } from './readPhoneCell'

/** A contact's fields as staff type them. */
export interface ContactForm {
  name: string
  /** May stay empty: letters and talks only. */
  phone: string
  reach: string
  language: string
  audience: string
  reads: string
  evening: boolean
  /** Staff id; empty: nobody. */
  supervisor: string
  /** Whether they belong to the target group. */
  fit: string
  fitWhy: string
}

/** By what their number is reached: WhatsApp first and else SMS, or one of the two. */
export const REACHES = ['both', 'whatsapp', 'sms'] as const
export type Reach = (typeof REACHES)[number]

/** Fields of the form that go when they are empty. */
export const SOME = ['supervisor', 'fit', 'fitWhy'] as const

export type ContactDetails = Pick<Contact, 'name' | 'language' | 'audience' | 'reads' | 'evening'> & {
  addresses: Address[]
  /** What not everybody has. */
  some: Pick<Contact, (typeof SOME)[number]>
}

export type ReadContactForm = { ok: true; details: ContactDetails } | { ok: false; problems: FieldProblem[] }

/** Inside the target group, or why somebody takes part though they are not. */
export const FITS = ['inside', ...UNFIT] as const

const LONGEST_NAME = 80
const LONGEST_WHY = 200
const CHANNELS_OF: Record<Reach, readonly Address['channel'][]> = {
  both: ['whatsapp', 'sms'],
  whatsapp: ['whatsapp'],
  sms: ['sms'],
}

/** @param languages which may be chosen */
export function readContactForm(
  form: ContactForm,
  {
    region,
    languages,
    supervisors,
  }: { region: string; languages: readonly LanguageTag[]; supervisors: readonly string[] },
): ReadContactForm {
  const problems: FieldProblem[] = []
  const say = (field: keyof ContactForm, problem: string, values?: FieldProblem['values']) =>
    void problems.push({ field, problem, ...(values && { values }) })
  const name = form.name
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .normalize('NFC')
  if (!/\p{L}/u.test(name)) say('name', 'name_missing')
  else if (name.length > LONGEST_NAME) say('name', 'name_long', { count: name.length })
  const number = form.phone.trim() === '' ? null : readPhoneCell(form.phone, region)
  if (number && !number.ok)
    say('phone', number.problem, 'digits' in number ? { count: number.digits } : undefined)
  if (!languages.includes(form.language)) say('language', 'language_missing')
  if (!isAudience(form.audience)) say('audience', 'audience_missing')
  if (form.supervisor !== '' && !supervisors.includes(form.supervisor))
    say('supervisor', 'supervisor_unknown')
  const fit = UNFIT.find(one => one === form.fit)
  const fitWhy = fit ? form.fitWhy.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_WHY) : ''
  if (fit === 'deviation_accepted' && fitWhy === '') say('fitWhy', 'fit_why_missing')
  if (problems.length > 0) return { ok: false, problems }
  const reach = REACHES.find(one => one === form.reach) ?? 'both'
  return {
    ok: true,
    details: {
      name,
      language: form.language,
      audience: form.audience as Audience,
      reads: form.reads === 'standard' ? 'standard' : 'simple',
      evening: form.evening,
      some: {
        ...(form.supervisor && { supervisor: form.supervisor }),
        ...(fit && { fit }),
        ...(fitWhy && { fitWhy }),
      },
      addresses: number?.ok ? CHANNELS_OF[reach].map(channel => ({ channel, address: number.number })) : [],
    },
  }
}

const isAudience = (text: string): text is Audience => (AUDIENCES as readonly string[]).includes(text)

/** What stands in the fields when somebody opens them. */
export function formOf(contact: Contact): ContactForm {
  const own = ownAddresses(contact)
  const channels = own.map(({ channel }) => channel)
  return {
    name: contact.name,
    phone: own[0]?.address ?? '',
    reach: channels.length === 1 ? channels[0]! : 'both',
    language: contact.language,
    audience: contact.audience,
    reads: contact.reads,
    evening: contact.evening,
    supervisor: contact.supervisor ?? '',
    fit: contact.fit ?? 'inside',
    fitWhy: contact.fitWhy ?? '',
  }
}

/** The number that the form is about: the first one. */
const ownAddresses = ({ addresses }: Pick<Contact, 'addresses'>): Address[] => {
  const first = addresses.find(isNumber)
  return addresses.filter(({ address }) => address === first?.address)
}

/** The addresses after the form: its number first, and the others (a second number, an account) as they were. */
export function addressesAfter(contact: Pick<Contact, 'addresses'>, own: readonly Address[]): Address[] {
  const before = ownAddresses(contact)
  const isSame =
    before.length === own.length &&
    before.every(one => own.some(other => other.channel === one.channel && other.address === one.address))
  if (isSame) return contact.addresses
  const kept = contact.addresses.filter(
    one => !before.includes(one) && !own.some(other => other.address === one.address),
  )
  return [...own, ...kept]
}

/** The contact is already as these details say: the same form sent twice. */
export function isAsTold(contact: Contact, { addresses, some, ...details }: ContactDetails): boolean {
  const told = Object.entries({ ...details, ...Object.fromEntries(SOME.map(field => [field, some[field]])) })
  return (
    addressesAfter(contact, addresses) === contact.addresses &&
    told.every(([field, value]) => contact[field as keyof Contact] === value)
  )
}
