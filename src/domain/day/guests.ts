import type { Enrolment, Rsvp } from '../campaign'
import type { Contact } from '../contact'
import { fold } from '../dialog/answers/normalise'
import { spacedCode } from '../letters/code'
import type { LanguageTag } from '../message'

/** Somebody on the list at the door. */
export interface Guest {
  contact: string
  name: string
  language: LanguageTag
  /** The last two digits tell two people of one name apart. */
  phoneEnd?: string
  rsvp?: Rsvp
  /** Who comes along: as they said, and once they are here as it is. */
  companions: number
  children: number
  needs: string[]
  attended?: boolean
  marked?: NonNullable<Enrolment['marked']>
  walkIn: boolean
  /** What a search compares with. */
  find: string
}

export function guestOf(contact: Contact, enrolment: Enrolment, code?: string): Guest {
  const { rsvp, attended, marked, companions = 0, children = 0 } = enrolment
  const phone = contact.addresses.find(({ address }) => address.startsWith('+'))?.address
  const here = attended === true ? marked : undefined
  return {
    contact: contact._id,
    name: contact.name,
    language: contact.language,
    ...(phone ? { phoneEnd: phone.slice(-2) } : {}),
    ...(rsvp ? { rsvp } : {}),
    companions: here?.companions ?? companions,
    children: here?.children ?? children,
    needs: enrolment.needs.filter(need => need !== 'nothing'),
    ...(attended === undefined ? {} : { attended }),
    ...(marked ? { marked } : {}),
    walkIn: enrolment.walkIn ?? false,
    find: findable(contact.name, phone, code),
  }
}

/** `amina b 32470000001 k7m9p2 9p2`: words in any order, numbers by their end, a letter's code as one word or as printed. */
export const findable = (name: string, phone = '', code = ''): string =>
  [fold(name), phone.replace(/\D/g, ''), ...(code === '' ? [] : codeWords(code))].filter(Boolean).join(' ')

const codeWords = (code: string): string[] => {
  const small = code.toLowerCase()
  return [small, spacedCode(small).split(' ').at(-1) ?? '']
}

/** Every word that was typed begins a word of theirs, or ends their number. */
export function isFound(find: string, query: string): boolean {
  const words = find.split(' ')
  return fold(query)
    .split(' ')
    .filter(Boolean)
    .every(typed =>
      words.some(word => word.startsWith(typed) || (/^\d{2,}$/.test(typed) && word.endsWith(typed))),
    )
}

export const SHOWS = {
  /** Said yes or maybe and is not noted yet. */
  expected: ({ rsvp, attended }: Guest) => attended === undefined && (rsvp === 'yes' || rsvp === 'maybe'),
  here: ({ attended }: Guest) => attended === true,
  all: () => true,
} as const satisfies Record<string, (guest: Guest) => boolean>
export type Show = keyof typeof SHOWS

export const isShow = (name: unknown): name is Show => typeof name === 'string' && Object.hasOwn(SHOWS, name)

export const byName = (a: Guest, b: Guest): number => a.name.localeCompare(b.name, 'nl')

/** The day's list is for the door until so long after the end; then whoever did not come is asked about. */
export const DOOR_CLOSES_MS = 3_600_000
/** Marks of who did not come can be taken back for so long. */
export const UNDO_NO_SHOWS_MS = 24 * 3_600_000
