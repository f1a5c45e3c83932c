import { addressKey, type ConsentEntry, type Contact, heldKeys } from '../domain/contact'
import { letterKey } from '../domain/contacts/byName'
import { isToFix, type KnownPerson, type ListedPerson, type RowNote } from '../domain/contacts/list'
import { consentKey, newAddresses, planImport } from '../domain/contacts/planImport'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { CrashPoint } from '../ports/crashPoint'
import type { AtomicStep, Documents } from '../ports/documents'
import type { NewId } from '../ports/ids'
import { keepCase } from './keepCase'
import { knownNow } from './knownByName'
import type { PreparedImport } from './prepareImport'

export interface ImportContacts {
  documents: Documents
  clock: Clock
  newId: NewId
  crash?: CrashPoint
}

export interface Imported {
  added: number
  changed: number
  /** Rows that could be taken over when the list was looked at, and no more: somebody else got their number meanwhile. */
  left: RowNote[]
}

/** People written together, all or none. */
export const AT_ONCE = 200
const TRIES = 5

/**
 * Takes over everybody of a prepared list who is ready. It only rolls forward: first it is kept that this import began,
 * then groups of people are written, each group as a whole, then that it is done. After a crash the same call finishes:
 * who is there already is found by number or name and left alone, so twice is once.
 * @throws AppError CONTACT_EXISTS when numbers keep changing hands under our eyes; calling again goes on
 */
export async function importContacts(
  deps: ImportContacts,
  prepared: PreparedImport,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<Imported> {
  const { add, change } = prepared.plan
  const people = [...add, ...change.map(({ person }) => person)].sort((a, b) => a.row - b.row)
  const result: Imported = { added: 0, changed: 0, left: [] }
  if (people.length === 0 && !prepared.unfinished) return result
  await keepState(deps, prepared, 'begun')
  await deps.crash?.('import.afterBegin')
  for (let from = 0; from < people.length; from += AT_ONCE) {
    await writeTogether(deps, prepared, people.slice(from, from + AT_ONCE), result)
    onProgress(Math.min(from + AT_ONCE, people.length), people.length)
    await deps.crash?.('import.afterGroup')
  }
  await keepState(deps, prepared, 'done')
  return result
}

async function keepState(
  { documents, clock }: ImportContacts,
  { id, organisation, filled }: PreparedImport,
  state: 'begun' | 'done',
): Promise<void> {
  const facts = documents.collection('facts')
  const value = { state, at: clock.now(), organisation, rows: filled }
  if (!(await facts.insert({ _id: id, value }))) await facts.update({ _id: id }, { set: { value } })
}

/** Looks again who is known just before it writes, so that what others did since the dry run is never overwritten. */
async function writeTogether(
  deps: ImportContacts,
  prepared: PreparedImport,
  people: readonly ListedPerson[],
  result: Imported,
): Promise<void> {
  const rows = new Set(people.map(({ row }) => row))
  const seen = prepared.plan.change.filter(({ person }) => rows.has(person.row))
  for (let tries = 0; tries < TRIES; tries++) {
    const known = await knownNow(deps.documents, prepared.organisation, people, seen)
    const { add, change, notes } = planImport(people, known, [], prepared.same)
    const added = add.map(person => newContact(deps, prepared, person))
    const steps = [
      ...added.map((insert): AtomicStep => ({ insert, into: 'contacts' })),
      ...change.flatMap(one => stepsFor(one, deps.clock.now())),
    ]
    if (steps.length > 0 && !(await deps.documents.atomically(steps))) continue
    const guided = [
      ...added.filter(({ supervisor }) => supervisor !== undefined),
      ...change.filter(({ changes }) => changes.some(isAboutSupervisor)).map(({ contact }) => contact),
    ]
    await Promise.all(guided.map(({ _id }) => keepCase(deps, _id)))
    result.added += add.length
    result.changed += change.length
    result.left.push(...notes.filter(isToFix))
    return
  }
  throw new AppError(
    'CONTACT_EXISTS',
    'Contacts keep changing while they are imported; import the same list again',
    {
      import: prepared.id,
    },
  )
}

const isAboutSupervisor = ({ what }: KnownPerson['changes'][number]): boolean => what === 'supervisor'

function newContact(
  { clock, newId }: ImportContacts,
  prepared: PreparedImport,
  person: ListedPerson,
): Contact {
  const { organisation } = prepared
  const { name, addresses, tags } = person
  const language = person.language ?? prepared.otherwise
  return {
    _id: newId(),
    organisation,
    name,
    addresses,
    addressKeys: addresses.length > 0 ? heldKeys(organisation, addresses) : [letterKey(organisation, name)],
    language,
    languageChosen: person.language !== undefined,
    reads: 'simple',
    audience: person.audience ?? 'participant',
    tags,
    evening: person.evening ?? false,
    ...(person.supervisor && { supervisor: person.supervisor._id }),
    consents: person.consent ? [lineOf(person.consent, language, clock.now())] : [],
    heardAt: {},
    turn: 0,
    ...(prepared.origin !== undefined && { addedBy: prepared.origin }),
  }
}

/** The text that they agreed to is not in the list, so its version is the list itself. */
const lineOf = (
  consent: NonNullable<ListedPerson['consent']>,
  language: string,
  now: number,
): ConsentEntry => ({
  key: consentKey(consent),
  purpose: 'C1',
  state: consent.state,
  version: 'list',
  language,
  at: consent.at ?? now,
  by: consent.by ?? 'import',
  ...(consent.how !== undefined && { how: consent.how }),
})

/** Nothing is done to a contact whom a newer turn of a talk has changed since. */
function stepsFor({ person, contact, changes }: KnownPerson, now: number): AtomicStep[] {
  const { _id, organisation, turn } = contact
  const has = (what: (typeof changes)[number]['what']) => changes.some(change => change.what === what)
  const set = {
    ...(has('name') && { name: person.name }),
    ...(has('language') && { language: person.language, languageChosen: true }),
    ...(has('audience') && { audience: person.audience }),
    ...(has('evening') && { evening: person.evening }),
    ...(has('supervisor') && { supervisor: person.supervisor?._id }),
  }
  const step = (patch: Extract<AtomicStep, { update: object }>['patch'], also: object = {}): AtomicStep => ({
    update: { _id, turn, ...also },
    patch,
    in: 'contacts',
  })
  const tags = changes.flatMap(({ what, to }) => (what === 'tag' ? [to] : []))
  const language = person.language ?? contact.language
  // The first number of somebody who had none is theirs on every channel.
  const keys = contact.addresses.length > 0 ? [] : heldKeys(organisation, person.addresses)
  const added = newAddresses(person, contact)
  return [
    // Of two lists at once one adds a number; the other looks again.
    ...(added.length > 0 ? [step({ inc: { rev: 1 } }, { rev: contact.rev ?? null })] : []),
    ...(Object.keys(set).length > 0 ? [step({ set, inc: { rev: 1 } })] : []),
    ...tags.map(tag => step({ addToSet: { tags: tag } })),
    ...added.map(address =>
      step({ push: { addresses: address }, addToSet: { addressKeys: addressKey(organisation, address) } }),
    ),
    ...keys.map(key => step({ addToSet: { addressKeys: key } })),
    ...(has('consent') && person.consent
      ? [
          step(
            { push: { consents: lineOf(person.consent, language, now) }, inc: { rev: 1 } },
            { 'consents.key': { $ne: consentKey(person.consent) } },
          ),
        ]
      : []),
  ]
}
