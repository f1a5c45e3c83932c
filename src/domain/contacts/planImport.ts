import type { Contact } from '../contact'
import type { Address } from '../message'
import { meantByLetter, meantByNewNumber, type Namesakes, nameKey, namesakesAmong, sameName } from './byName'
import { refusesMessages } from './consentForm'
import { numbersOf, rowsByName, sharing } from './inOneList'
import {
  type Change,
  type ImportPlan,
  isToFix,
  type KnownPerson,
  type ListedPerson,
  NOTES,
  type RowNote,
} from './list'

/**
 * What taking over these people would do, given who is known by one of their numbers or by their name. Changes nothing. A
 * number that two names share, and a name that may be two people, are told and left to people: nobody is merged by a list.
 * @param same staff said that a new number under the name of somebody who gets letters alone is that person's
 */
export function planImport(
  people: readonly ListedPerson[],
  known: readonly Contact[],
  notes: readonly RowNote[] = [],
  same = false,
): ImportPlan {
  const plan: ImportPlan = { add: [], change: [], unchanged: [], notes: [...notes] }
  const inFile = sharing(people)
  const owners = new Map(
    known.flatMap(contact => contact.addresses.map(({ address }) => [address, contact] as const)),
  )
  const namesakes = namesakesAmong(known)
  const called = rowsByName(people)
  for (const person of people) {
    const note = inFile.get(person)
    if (note) plan.notes.push(note)
    else place(person, owners, { namesakes, isSame: same && called.get(nameKey(person.name)) === 1 }, plan)
  }
  plan.notes = withoutIdle(plan)
  plan.notes.sort((a, b) => a.row - b.row || Number(isToFix(b)) - Number(isToFix(a)))
  return plan
}

interface ByName {
  namesakes: Namesakes
  /** Staff said so, and no other row has this name. */
  isSame: boolean
}

function place(
  person: ListedPerson,
  owners: ReadonlyMap<string, Contact>,
  byName: ByName,
  plan: ImportPlan,
): void {
  const { row, name } = person
  const found = new Map(
    [...numbersOf(person)].flatMap(number => {
      const contact = owners.get(number)
      return contact ? [[contact._id, contact] as const] : []
    }),
  )
  const [contact] = found.values()
  if (contact === undefined) {
    placeByName(person, byName, plan)
    return
  }
  const note = { row, name, field: 'phone' as const }
  if (contact.forgotten) plan.notes.push({ ...note, code: 'number_refused' })
  else if (found.size > 1) plan.notes.push({ ...note, code: 'two_known' })
  else if (contact.name !== '' && !sameName(contact.name, name))
    plan.notes.push({ ...note, code: 'other_person', values: { known: contact.name } })
  else placeKnown(person, contact, plan)
}

/** Nobody has this number, or there is none. */
function placeByName(person: ListedPerson, { namesakes, isSame }: ByName, plan: ImportPlan): void {
  const { row, name } = person
  const meant =
    person.addresses.length === 0 ? meantByLetter(name, namesakes) : meantByNewNumber(name, namesakes, isSame)
  if ('code' in meant)
    plan.notes.push({ row, name, field: 'name', code: meant.code, values: { known: meant.known } })
  else if (meant.contact) placeKnown(person, meant.contact, plan)
  else plan.add.push(person)
}

function placeKnown(person: ListedPerson, contact: Contact, plan: ImportPlan): void {
  const known: KnownPerson = { person, contact, changes: changesOf(person, contact) }
  const { row, name } = person
  if (refusesMessages(contact) && person.consent?.state === 'given')
    plan.notes.push({ row, name, code: 'said_stop', field: 'consent' })
  if (keepsLanguage(person, contact)) plan.notes.push({ row, name, code: 'language_kept', field: 'language' })
  if (known.changes.length === 0) plan.unchanged.push(known)
  else plan.change.push(known)
  plan.notes.push(
    known.changes.length === 0
      ? { row, name, code: 'unchanged' }
      : { row, name, code: 'changes', changes: known.changes },
  )
}

/** What is taken over of a row is no news when the row stays out, or when the register has its answer already. */
function withoutIdle({ notes, add, change, unchanged }: ImportPlan): RowNote[] {
  const out = new Set(notes.filter(note => isToFix(note) || note.code === 'duplicate').map(({ row }) => row))
  const answered = [...change, ...unchanged].filter(
    ({ contact, changes }) => optIn(contact) !== undefined && !changes.some(({ what }) => what === 'consent'),
  )
  const settled = new Set(answered.map(({ person }) => person.row))
  const added = new Set(add.map(({ row }) => row))
  return notes.filter(({ row, code }) => {
    if (NOTES[code] === 'watch' && out.has(row)) return false
    if (code === 'by_letter' && !added.has(row)) return false
    return !(code.startsWith('consent_') && settled.has(row))
  })
}

/** The key of the line that a list writes into the register: the same list writes it once. */
export const consentKey = ({ state, day }: NonNullable<ListedPerson['consent']>): string =>
  `import:C1:${state}:${day}`

function changesOf(person: ListedPerson, contact: Contact): Change[] {
  const changes: Change[] = []
  if (contact.name === '') changes.push({ what: 'name', to: person.name })
  if (
    person.language !== undefined &&
    person.language !== contact.language &&
    !keepsLanguage(person, contact)
  )
    changes.push({ what: 'language', from: contact.language, to: person.language })
  if (person.audience !== undefined && person.audience !== contact.audience)
    changes.push({ what: 'audience', from: contact.audience, to: person.audience })
  if (person.evening !== undefined && person.evening !== contact.evening)
    changes.push({ what: 'evening', from: String(contact.evening), to: String(person.evening) })
  if (person.supervisor !== undefined && person.supervisor._id !== contact.supervisor)
    changes.push({ what: 'supervisor', to: person.supervisor.name })
  for (const tag of person.tags) if (!contact.tags.includes(tag)) changes.push({ what: 'tag', to: tag })
  for (const { channel } of newAddresses(person, contact)) changes.push({ what: 'channel', to: channel })
  const consent = consentChange(person, contact)
  return consent ? [...changes, consent] : changes
}

/** A list that does not speak of WhatsApp does not give it to somebody whose number we know already. */
export function newAddresses(person: ListedPerson, { addresses }: Contact): Address[] {
  const numbers = new Set(addresses.map(({ address }) => address))
  return person.addresses.filter(
    ({ channel, address }) =>
      !addresses.some(own => own.channel === channel && own.address === address) &&
      (channel === 'sms' || person.saysWhatsapp || !numbers.has(address)),
  )
}

/** What somebody chose in a talk with us goes before what a list says. */
const keepsLanguage = (person: ListedPerson, contact: Contact): boolean =>
  person.language !== undefined &&
  person.language !== contact.language &&
  contact.languageChosen &&
  contact.turn > 0

const optIn = ({ consents }: Contact) =>
  consents.findLast(({ purpose, state }) => purpose === 'C1' && state !== 'asked')?.state

function consentChange({ consent }: ListedPerson, contact: Contact): Change | null {
  if (consent === undefined || contact.consents.some(({ key }) => key === consentKey(consent))) return null
  const now = optIn(contact)
  if (now === consent.state || (consent.state === 'given' && refusesMessages(contact))) return null
  return { what: 'consent', ...(now !== undefined && { from: now }), to: consent.state }
}
