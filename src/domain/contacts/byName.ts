import type { Contact } from '../contact'
import { fold } from '../dialog/answers/normalise'

/** A name is at most 80 letters; a few signs stand for several when they are folded. */
const LONGEST = 120

export const nameKey = (name: string): string => fold(name).split(' ').sort().join(' ').slice(0, LONGEST)

/** `Bekri Amina` and `Amina BEKRI` are one name. */
export const sameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b)

const PREFIX = '|letter|'

/**
 * What somebody whom a list brought in without a number is known by. It stands among the keys of addresses, so that it is
 * unique as they are, and stays when they get a number or another name.
 */
export const letterKey = (organisation: string, name: string): string =>
  `${organisation}${PREFIX}${nameKey(name)}`

export const letterKeysOf = ({
  organisation,
  addressKeys,
}: Pick<Contact, 'organisation' | 'addressKeys'>): string[] =>
  addressKeys.filter(key => key.startsWith(`${organisation}${PREFIX}`))

/** Every name somebody is known by: as they are called now, and as lists brought them in. */
export const namesOf = (contact: Pick<Contact, 'organisation' | 'addressKeys' | 'name'>): string[] => [
  ...new Set([
    ...letterKeysOf(contact),
    ...(contact.name === '' ? [] : [letterKey(contact.organisation, contact.name)]),
  ]),
]

/** Whom we know under each name. */
export type Namesakes = (name: string) => readonly Contact[]

export function namesakesAmong(known: readonly Contact[]): Namesakes {
  const called = new Map<string, Contact[]>()
  for (const contact of known)
    for (const key of namesOf(contact)) called.set(key, [...(called.get(key) ?? []), contact])
  const organisation = known[0]?.organisation ?? ''
  return name => called.get(letterKey(organisation, name)) ?? []
}

export type Meant =
  | { contact: Contact | null }
  /** A person has to look. */
  | { code: 'name_known' | 'names_known' | 'letter_known'; known: string }

/** Who is meant by a name without a number: whom a list brought in so, or the only one of this name who gets letters alone. */
export function meantByLetter(name: string, namesakes: Namesakes): Meant {
  const found = namesakes(name)
  const brought = found.find(one => one.addressKeys.includes(letterKey(one.organisation, name)))
  if (brought) return { contact: brought }
  const byLetter = found.filter(({ addresses }) => addresses.length === 0)
  const [first] = byLetter.length > 0 ? byLetter : found
  if (first === undefined || byLetter.length === 1) return { contact: first ?? null }
  return { code: byLetter.length > 1 ? 'names_known' : 'name_known', known: first.name }
}

/**
 * A number that nobody has, under a name that gets letters alone: perhaps theirs, and only people can say so.
 * @param isSame they said so
 */
export function meantByNewNumber(name: string, namesakes: Namesakes, isSame: boolean): Meant {
  const [first, ...others] = namesakes(name).filter(({ addresses }) => addresses.length === 0)
  if (first === undefined || (isSame && others.length === 0)) return { contact: first ?? null }
  return { code: 'letter_known', known: first.name }
}
