import { type Audience, type Contact, isNumber } from '../contact'
import { fold } from '../dialog/answers/normalise'
import type { LanguageTag } from '../message'
import { type Standing, standingOf } from '../report/personOf'

/** Whom one means. What is absent or empty asks nothing; several values of one kind: any of them. */
export interface ContactFilter {
  audiences?: readonly Audience[]
  languages?: readonly LanguageTag[]
  tags?: readonly string[]
  standings?: readonly Standing[]
  /** Ids of the lists that brought them in. */
  lists?: readonly string[]
  /** As staff type it: a part of the name, the end of a number, a tag. */
  search?: string
}

/** Fewer digits than this are the end of everybody's number. */
const FEWEST_DIGITS = 3

/** Read once, then asked of many. */
export function isMeant(filter: ContactFilter): (contact: Contact) => boolean {
  const sought = searchOf(filter.search ?? '')
  return contact =>
    among(filter.audiences, contact.audience) &&
    among(filter.lists, contact.addedBy) &&
    among(filter.languages, contact.language) &&
    (isEmpty(filter.tags) || contact.tags.some(tag => filter.tags!.includes(tag))) &&
    (isEmpty(filter.standings) || among(filter.standings, standingOf(contact))) &&
    sought(contact)
}

const isEmpty = (values: readonly unknown[] | undefined): boolean =>
  values === undefined || values.length === 0

const among = <T>(values: readonly T[] | undefined, value: T | undefined): boolean =>
  isEmpty(values) || (value !== undefined && values!.includes(value))

/** Every word somewhere in the name or a tag, accents and capitals aside; or digits at the end of a number. */
function searchOf(search: string): (contact: Contact) => boolean {
  const words = fold(search).split(' ').filter(Boolean)
  if (words.length === 0) return () => true
  const ending = endingOf(search)
  return contact => {
    if (ending !== null && contact.addresses.some(one => isNumber(one) && one.address.endsWith(ending)))
      return true
    const text = fold([contact.name, ...contact.tags].join(' '))
    return words.every(word => text.includes(word))
  }
}

/** `0470 12 34 56`, `+32 470 12 34 56` and `3456` all end the number they mean. */
function endingOf(search: string): string | null {
  const digits = fold(search).replace(/ /g, '')
  if (!/^\d+$/.test(digits) || digits.length < FEWEST_DIGITS) return null
  return digits.replace(/^0{1,2}/, '')
}

/** In the order of names, as people look for them: capitals and accents aside. */
export const byName = (contacts: readonly Contact[]): Contact[] =>
  contacts
    .map(contact => [fold(contact.name), contact] as const)
    .sort(([a, one], [b, other]) => compare(a, b) || compare(one._id, other._id))
    .map(([, contact]) => contact)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
